"""What a witness asks of the service over HTTP, and what it hands in."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from signal import ITIMER_REAL, SIGALRM, setitimer, signal
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPErrorProcessor, Request, build_opener

from interfaces.verifier.strict import NOT_SO, json_of
from interfaces.witness.judging import Offer
from interfaces.witness.words import Exit, Stopped, in_between, refused, unreached

SECONDS, MOST_BYTES = 30, 1_000_000
NOT_GIVEN = range(400, 500)
"""The statuses by which the service itself says that it does not give what was asked."""
OURS = frozenset({"application/json", "application/problem+json"})
"""In what the service answers; a page of a proxy is something else."""


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

    def offer(self) -> Offer:
        """Give the checkpoint signed last, and how the epochs before it ended."""
        told = self._asked("evidence/checkpoint")
        with _understood("checkpoint"):
            found = told["checkpoint"]
            if found is not None:
                ends = [each.encode() for each in told.get("not_continued", ())]
                return Offer(found["note"].encode(), self.proof, ends)
        raise unreached("not signed yet")

    def proof(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of the second size continues that of the first."""
        told = self._asked(
            f"evidence/consistency?from={first}&to={second}", refusal=_proof_not_given
        )
        with _understood("proof"):
            return [b64decode(each, validate=True) for each in told["proof"]]

    def hand_in(self, note: bytes) -> str:
        """Hand the co-signature in, and give what the service says of the witnesses then."""
        body = json.dumps({"note": note.decode()}).encode()
        told = self._asked("evidence/cosignatures", body)
        with _understood("cosignature"):
            said = told["checkpoint"]["witnesses"]["said"]
            return f"{_shown(said['ja'])}\n{_shown(said['en'])}"

    def _asked(
        self, path: str, body: bytes | None = None, refusal: Callable[[str], Stopped] = unreached
    ) -> Any:  # noqa: ANN401 - as it answers
        """Ask, or send; raises `Stopped`, and what `refusal` gives where the service refuses."""
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        request = Request(f"{self._url}/{path}", body, headers)  # noqa: S310 - see above
        with _within(SECONDS):
            try:
                with _OPENER.open(request, timeout=SECONDS) as answer:
                    status, kind = answer.status, answer.headers.get_content_type()
                    written = answer.read(MOST_BYTES)
            except (OSError, HTTPException) as error:
                raise unreached(_shown(str(error))) from None
        if kind not in OURS:
            raise in_between(f"HTTP {status}, {_shown(kind)}")
        with _understood("JSON"):
            told = json_of(written.decode())
        if status == HTTPStatus.OK:
            return told
        said = _problem(told)
        if said is None:
            raise in_between(f"HTTP {status}")
        raise refusal(said) if status in NOT_GIVEN else unreached(said)


class _AsItComes(HTTPErrorProcessor):
    """Gives every answer of the address that a person gave, and goes to no other."""

    def http_response(
        self,
        request: Request,  # noqa: ARG002 - as the library calls it
        response: HTTPResponse,
    ) -> HTTPResponse:
        """Raise nothing, and follow nothing."""
        return response

    https_response = http_response


_OPENER = build_opener(_AsItComes)


def _proof_not_given(said: str) -> Stopped:
    return refused(
        f"記録の続きである証明が渡されませんでした（{said}）。署名された後に、記録の行が消されたか、"
        "古いバックアップから戻されたおそれがあります。",
        f"The proof that the log continues was not given ({said}). After it was signed, rows may"
        " have been deleted, or an old backup restored.",
    )


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


def _problem(told: Any) -> str | None:  # noqa: ANN401 - whatever stands there
    """Give what the service says in its own words; None where they are somebody else's."""
    try:
        ours = told["type"] == f"urn:ayumi:problem:{told['code']}"
        said = _shown(f"{told['code']}: {told['title_ja']} {told['title_en']}")
    except NOT_SO:
        return None
    return said if ours else None
