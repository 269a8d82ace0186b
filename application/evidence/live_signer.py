"""Signing at intervals, as long as the service runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import structlog

from application.evidence.desk import NoKey, SigningRefused
from application.evidence.signing import sign
from application.ports import Unavailable
from application.service import Consortium

logger = structlog.get_logger()


@contextmanager
def signing(consortium: Consortium, seconds: float) -> Iterator[None]:
    """Sign in a thread of its own, at once and every so many seconds if the log has grown.

    Without a desk nothing is signed. A desk whose key is made later is noticed.
    """
    if consortium.desk is None:
        yield
        return
    ended = Event()

    def run() -> None:
        size = None
        while True:
            size = _sign_if_grown(consortium, size)
            if ended.wait(seconds):
                return

    thread = Thread(target=run, name=f"signer {consortium.name}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _sign_if_grown(consortium: Consortium, signed: int | None) -> int | None:
    """Sign unless the log still has the size that was signed; give the size that is signed now."""
    try:
        if consortium.log.last()[0] == signed:
            return signed
        return sign(consortium).checkpoint.size
    except NoKey:
        pass
    except SigningRefused as refused:
        logger.error("signing_refused", consortium=consortium.name, why=refused.why.en)  # noqa: TRY400
    except Unavailable as error:
        # The database may be away for a while; the next time it is signed.
        logger.warning("signer_waits", consortium=consortium.name, error=str(error))
    except Exception:
        # Whatever it is, a thread that ended would never sign again, and say nothing of it.
        logger.exception("signer_fails", consortium=consortium.name)
    return None
