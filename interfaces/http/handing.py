"""Files over HTTP: who takes one, and the one answer that is not JSON.

It is given only for a file whose export is recorded.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, BinaryIO
from urllib.parse import quote

from fastapi import Depends, Header
from fastapi.responses import StreamingResponse

from application.evidence.exports import REFUSALS, Handed
from application.evidence.reading import Token
from application.recorded import Entry
from interfaces.http import problems
from interfaces.http.commands import ACTOR
from interfaces.http.trail import HEADER

ANY_BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
NOT_RECORDED = problems.codes_of(REFUSALS)
"""Why an export may not be recorded, and so no file be given."""
PIECE = 1 << 20
UNKNOWN = "unknown"


# What asks nothing of the outside is async: that spares a thread for each request.
async def taker(
    actor: Annotated[
        str | None,
        Header(
            alias="Ayumi-Actor",
            pattern=ACTOR,
            description="持ち出す人。省略すると unknown / who takes it; unknown if not given",
        ),
    ] = None,
    token: Annotated[
        str | None,
        Header(
            alias=HEADER,
            description="評価者の鍵。持ち出す人として、その評価を記録する / "
            "the evaluator's token: its evaluation is recorded as who takes it",
        ),
    ] = None,
) -> Entry:
    """Give who takes a file: an evaluation, whose token was looked at already, or who they say."""
    if token is not None:
        return Entry(actor=f"evaluation:{Token.read(token).evaluation}", role="evaluator")
    return Entry(actor=actor) if actor else Entry(actor=UNKNOWN, role=UNKNOWN)


Taker = Annotated[Entry, Depends(taker)]


def file_described(media_type: str, description: str) -> dict[int | str, dict[str, Any]]:
    """Give the OpenAPI description of the answer."""
    return {200: {"description": description, "content": {media_type: ANY_BYTES}}}


def file_answer(
    handed: Handed, name: str, media_type: str, headers: Mapping[str, str] | None = None
) -> StreamingResponse:
    """Send a file to be saved under a name."""
    return StreamingResponse(
        _pieces(handed.file),
        media_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Content-Length": str(handed.size),
            "X-Content-Type-Options": "nosniff",
            **(headers or {}),
        },
    )


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
