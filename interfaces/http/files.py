"""The files of evidence items."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from fastapi.responses import StreamingResponse

from application.asking.moments import as_of
from application.evidence.exports import hand_over
from application.evidence.files import attached_file
from application.registry import AGGREGATES
from domain.base.titles import both
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.handing import NOT_RECORDED, Taker, file_answer, file_described
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText

EVIDENCE = AGGREGATES["evidence"]
SHOWN_NOWHERE = {"Content-Security-Policy": "sandbox"}
"""Whatever people attach is saved, and never shown by a browser as a page of this service."""


def file_routes() -> APIRouter:
    """Give ``GET /evidence-items/<stream>/file``."""
    router = APIRouter(dependencies=[Depends(only_known)])

    @router.get(
        f"/{EVIDENCE.area}/{{stream_id}}/file",
        operation_id="evidence.file",
        summary="添付ファイル / The attached file",
        tags=[both(EVIDENCE.label)],
        response_class=StreamingResponse,
        responses={
            **file_described(
                "application/octet-stream",
                "添付されたままのバイト列 / the bytes as they were attached",
            ),
            **problems.documented(
                problems.NOT_FOUND,
                problems.NO_FILE,
                problems.FILE_ERASED,
                problems.FILE_DAMAGED,
                *NOT_RECORDED,
            ),
        },
    )
    def file(
        consortium: Here,
        taker: Taker,
        stream_id: Annotated[UUID, Path(description="記録 / the record")],
        as_of_text: AsOfText = None,
    ) -> StreamingResponse:
        """Give the file byte for byte, after holding it against its SHA-256 once more.

        That it was given is recorded as an export, each time.
        """
        moment = as_of(consortium.log, as_of_text)
        found = attached_file(consortium, stream_id, moment.position)
        handed = hand_over(consortium, found.file, taker)
        name = found.name or found.number
        return file_answer(handed, name, found.media_type, SHOWN_NOWHERE)

    return router
