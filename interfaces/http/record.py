"""The record of one stream, for every kind of stream."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from application.aggregate import Aggregate
from application.asking.answers import heading
from application.asking.moments import as_of
from application.evidence.record import record
from application.registry import AGGREGATES
from domain.base.titles import both
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText
from interfaces.http.shapes import POSITION_HEADER, VERSION_HEADER, RecordAnswer


def record_routes() -> APIRouter:
    """Give ``GET /<areas>/<stream>`` for every kind of stream."""
    router = APIRouter(dependencies=[Depends(only_known)])
    for aggregate in AGGREGATES.values():
        router.add_api_route(
            f"/{aggregate.area}/{{stream_id}}",
            _endpoint(aggregate),
            methods=["GET"],
            operation_id=f"{aggregate.name}.record",
            summary=f"{aggregate.label.ja}の記録 / The record of a {aggregate.label.en}",
            description="Every event of it, in the order in which it was recorded.",
            tags=[both(aggregate.label)],
            response_model=RecordAnswer,
            responses={
                200: {"headers": VERSION_HEADER | POSITION_HEADER},
                **problems.documented(problems.NOT_FOUND),
            },
        )
    return router


def _endpoint(aggregate: Aggregate) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    def read(
        response: Response,
        consortium: Here,
        stream_id: Annotated[UUID, Path(description="記録 / the record")],
        as_of_text: AsOfText = None,
    ) -> RecordAnswer:
        moment = as_of(consortium.log, as_of_text)
        found = record(consortium.log, aggregate, stream_id, moment.position)
        response.headers["ETag"] = f'"{found.version}"'
        response.headers["Ayumi-Position"] = str(moment.position)
        said = heading(consortium, moment.position, moment, None)
        return RecordAnswer.model_validate(said | dict(found))

    return read
