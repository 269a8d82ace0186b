"""Projecting as events come in."""

from threading import Event, Thread
from types import TracebackType
from typing import Self

import structlog

from application.ports import Unavailable
from application.projecting.projector import Projector

LONGEST_SLEEP_SECONDS = 0.5
"""How long events of another process can wait: only this one's commits wake the projector."""

logger = structlog.get_logger()


class LiveProjector:
    """Runs a projector in a thread of its own, woken after each commit of this process."""

    def __init__(self, name: str, projector: Projector) -> None:
        """Prepare the thread for one consortium."""
        self._projector = projector
        self._woken = Event()
        self._stopped = False
        self._thread = Thread(target=self._run, name=f"projector {name}", daemon=True)

    def wake(self) -> None:
        """Say that something has been recorded."""
        self._woken.set()

    def __enter__(self) -> Self:
        """Start."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish the batch under way, then stop."""
        self._stopped = True
        self._woken.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped:
            self._woken.clear()
            try:
                self._projector.catch_up()
            except Unavailable as error:
                # The database may be away for a while; the positions say where to go on.
                logger.warning("projector_waits", error=str(error))
            except Exception:
                # Whatever it is, a thread that ended would never go on, and say nothing of it:
                # so it tries again, and the lag shows it until that helps.
                logger.exception("projector_fails")
            self._woken.wait(LONGEST_SLEEP_SECONDS)
