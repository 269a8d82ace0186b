"""What a witness asks of the service over HTTP, and what it hands in."""

import json
from base64 import b64decode
from collections.abc import Sequence
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from interfaces.witness.words import Exit, Stopped, refused, unreached

SECONDS, MOST_BYTES = 30, 1_000_000
NOT_SERVED = 500


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
        told = self._asked("evidence/checkpoint").get("checkpoint")
        if told is None:
            raise unreached("not signed yet")
        return _text(told, "note").encode()

    def proof(self, first: int, second: int) -> Sequence[bytes]:
        """Give the proof that the log of the second size continues that of the first."""
        try:
            told = self._asked(f"evidence/consistency?from={first}&to={second}")
            return [b64decode(each, validate=True) for each in told["proof"]]
        except HTTPError as error:
            raise refused(
                f"記録の続きである証明が渡されませんでした（{error.code}）。",
                f"The proof that the log continues was not given ({error.code}).",
            ) from None
        except (KeyError, TypeError, ValueError):
            raise unreached("proof") from None

    def hand_in(self, note: bytes) -> str:
        """Hand the co-signature in, and give what the service says of the witnesses then."""
        body = json.dumps({"note": note.decode()}).encode()
        told = self._asked("evidence/cosignatures", body)
        said = told["checkpoint"]["witnesses"]["said"]
        return f"{said['ja']}\n{said['en']}"

    def _asked(self, path: str, body: bytes | None = None) -> dict[str, Any]:
        """Ask, or send; an `HTTPError` is a refusal of what was asked, all else `Stopped`."""
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        request = Request(f"{self._url}/{path}", body, headers)  # noqa: S310 - see above
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                found: dict[str, Any] = json.loads(answer.read(MOST_BYTES))
                return found
        except HTTPError as error:
            if error.code >= NOT_SERVED or not path.startswith("evidence/consistency"):
                raise unreached(_why(error)) from None
            raise
        except (OSError, HTTPException, ValueError) as error:
            raise unreached(error) from None


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str):
        raise unreached(name)
    return value


def _why(error: HTTPError) -> str:
    """Give what the service says of it, in its own words."""
    try:
        told = json.loads(error.read(MOST_BYTES))
        return f"{error.code} {told['code']}: {told['title_ja']} {told['title_en']}"
    except (OSError, ValueError, KeyError, TypeError):
        return f"HTTP {error.code}"
