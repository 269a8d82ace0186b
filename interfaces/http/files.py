"""The files of evidence items."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from application.asking.moments import as_of
from application.evidence.files import attached_file
from application.registry import AGGREGATES
from domain.base.titles import both
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText

EVIDENCE = AGGREGATES["evidence"]
ANY_BYTES: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}


def file_routes() -> APIRouter:
    """Give ``GET /evidence-items/<stream>/file``."""
    router = APIRouter(dependencies=[Depends(only_known)])

    @router.get(
        f"/{EVIDENCE.area}/{{stream_id}}/file",
        operation_id="evidence.file",
        summary="添付ファイル / The attached file",
        tags=[both(EVIDENCE.label)],
        response_class=Response,
        responses={
            200: {
                "description": "添付されたままのバイト列 / the bytes as they were attached",
                "content": {"application/octet-stream": ANY_BYTES},
            },
            **problems.documented(
                problems.NOT_FOUND, problems.NO_FILE, problems.FILE_ERASED, problems.FILE_DAMAGED
            ),
        },
    )
    def file(
        consortium: Here,
        stream_id: Annotated[UUID, Path(description="記録 / the record")],
        as_of_text: AsOfText = None,
    ) -> Response:
        """Give the file byte for byte, after holding it against its SHA-256 once more."""
        moment = as_of(consortium.log, as_of_text)
        found = attached_file(consortium, stream_id, moment.position)
        # Whatever people attach is saved, and never shown by the browser as a page of this service.
        name = quote(found.name or found.number)
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
        }
        return Response(found.content, media_type=found.media_type, headers=headers)

    return router
