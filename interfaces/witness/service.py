"""What a witness asks of the service over HTTP, and what it hands in."""

import json
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPException
from signal import ITIMER_REAL, SIGALRM, setitimer, signal
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from interfaces.verifier.strict import NOT_SO, json_of
from interfaces.witness.words import Exit, Stopped, refused, unreached

SECONDS, MOST_BYTES = 30, 1_000_000
NOT_GIVEN = range(400, 500)
"""The statuses by which the service itself says that it does not give what was asked."""


class Service:
    """The consortium's API, as `https://…/api/v1/c/<consortium>`."""

    def __init__(self, url: str) -> None:
        """Ask this address; it is one of the web, and no file."""
        if urlsplit(url).scheme not in {"http", "https"}:
            raise Stopped(
                Exit.USAGE,
                f"--log は http(s) のアドレスです: {url}",
                f"--log is an address of the web: {url}",
            )
        self._url = url.rstrip("/")

    def checkpoint(self) -> bytes:
        """Give the checkpoint signed last."""
        told = self._asked("evidence/checkpoint")
        with _understood("checkpoint"):
            found = told["checkpoint"]
            if found is not None:
                note: bytes = found["note"].encode()
                return note
        raise unreached("not signed yet")

    def proof(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of the second size continues that of the first."""
        try:
            told = self._asked(f"evidence/consistency?from={first}&to={second}")
        except HTTPError as error:
            raise refused(
                f"記録の続きである証明が渡されませんでした（{error.code}）。",
                f"The proof that the log continues was not given ({error.code}).",
            ) from None
        with _understood("proof"):
            return [b64decode(each, validate=True) for each in told["proof"]]

    def hand_in(self, note: bytes) -> str:
        """Hand the co-signature in, and give what the service says of the witnesses then."""
        body = json.dumps({"note": note.decode()}).encode()
        told = self._asked("evidence/cosignatures", body)
        with _understood("cosignature"):
            said = told["checkpoint"]["witnesses"]["said"]
            return f"{_shown(said['ja'])}\n{_shown(said['en'])}"

    def _asked(self, path: str, body: bytes | None = None) -> Any:  # noqa: ANN401 - as it answers
        """Ask, or send; an `HTTPError` is a refusal of what was asked, all else `Stopped`."""
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        request = Request(f"{self._url}/{path}", body, headers)  # noqa: S310 - see above
        with _within(SECONDS):
            try:
                with _OPENER.open(request, timeout=SECONDS) as answer:
                    return json_of(answer.read(MOST_BYTES).decode())
            except HTTPError as error:
                if error.code not in NOT_GIVEN or not path.startswith("evidence/consistency"):
                    raise unreached(_why(error)) from None
                raise
            except (OSError, HTTPException, *NOT_SO) as error:
                raise unreached(_shown(str(error))) from None


class _Stay(HTTPRedirectHandler):
    """Asks the address that a person gave, and none that the service sends it to."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing; the answer is an `HTTPError` then."""


_OPENER = build_opener(_Stay)


@contextmanager
def _understood(what: str) -> Iterator[None]:
    """Say so where an answer is not what was asked for."""
    try:
        yield
    except NOT_SO:
        raise unreached(what) from None


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """End in a `TimeoutError`; that of the socket begins anew with each byte that comes."""

    def late(*_: object) -> None:
        raise TimeoutError(f"{seconds} s")

    before = signal(SIGALRM, late)
    setitimer(ITIMER_REAL, seconds)
    try:
        yield
    finally:
        setitimer(ITIMER_REAL, 0)
        signal(SIGALRM, before)


def _shown(said: str) -> str:
    """Give what the service says as one line that moves no cursor."""
    return "".join(each if each.isprintable() else "\ufffd" for each in said)


def _why(error: HTTPError) -> str:
    """Give what the service says of it, in its own words."""
    try:
        told = json_of(error.read(MOST_BYTES).decode())
        return _shown(f"{error.code} {told['code']}: {told['title_ja']} {told['title_en']}")
    except (OSError, HTTPException, *NOT_SO):
        return f"HTTP {error.code}"
