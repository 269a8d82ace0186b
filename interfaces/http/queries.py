"""An endpoint for every projection of the registry, derived from it."""

import time
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_type_hints
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from application.answers import Asked, answer
from application.projections.projection import Projection, Time
from application.projections.query import LARGEST_PAGE, Behind
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.base.fields import Year
from domain.base.marks import marks_of_type
from domain.base.values.fiscal_year import FiscalYearView
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import consortium_of

LONGEST_WAIT_SECONDS = 2.0

ValidOn = Annotated[
    date | None,
    Query(description="基準日。現実にその日に正しかった内容 / the day in the world; today if not given"),
]
AsOfText = Annotated[
    str | None,
    Query(
        alias="as_of",
        description="記録時点。日付（その日の終わり）、時刻、または位置 / what was recorded by a day's end "
        "in Japan, a time with its offset, or a position; now if not given",
    ),
]
MinPosition = Annotated[
    int | None,
    Query(ge=0, description="この位置まで反映されるのを待つ / wait until this position is projected"),
]


class Moment(BaseModel):
    """The position an answer is about, and when that was recorded."""

    position: int
    recorded_at: str | None
    asked: str | None


class HowSaid(BaseModel):
    """Which event said a row, and how it came to be recorded."""

    position: int
    at: str
    how: str
    stream: UUID
    version: int


def query_routes() -> APIRouter:
    """Give ``GET /<projection>`` for every projection."""
    router = APIRouter()
    for projection in PROJECTIONS.values():
        router.add_api_route(
            f"/{projection.name.replace('_', '-')}",
            _endpoint(projection),
            methods=["GET"],
            operation_id=f"query.{projection.name}",
            summary=f"{projection.label.ja} / {projection.label.en}",
            description=f"Kind of time: {projection.time.value}. Version {projection.version}.",
            tags=["照会 / Queries"],
            response_model=_page(projection),
            responses=problems.documented(
                (404, [problems.NOT_FOUND]),
                (422, [problems.MALFORMED, problems.NO_DAY]),
                (503, [problems.BEHIND, problems.UNAVAILABLE]),
            ),
            openapi_extra={"parameters": _filters(projection)},
        )
    return router


def reach(consortium: Consortium, names: list[str], position: int | None) -> None:
    """Wait until the projections have reached a position; raises `Behind` after two seconds."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while position is not None:
        status = consortium.store.status()
        at = min(status[name].position for name in names)
        if at >= position:
            return
        if time.monotonic() > deadline:
            raise Behind(at)
        time.sleep(0.01)


def _endpoint(projection: Projection[Any]) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    own = {"valid_on", "as_of", "min_position", "cursor", "limit", "open"}
    adapters = _adapters(projection.row)

    def rows(  # noqa: PLR0913, PLR0917 - the parts of one question
        request: Request,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
        min_position: MinPosition = None,
        cursor: str | None = None,
        limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 50,
        open: Annotated[  # noqa: A002 - the parameter's name
            bool, Query(description="個人の値を開く / open personal values")
        ] = False,
    ) -> JSONResponse:
        consortium = consortium_of(request)
        reach(consortium, [projection.name], min_position)
        where = {
            name: _read(adapters, name, text)
            for name, text in request.query_params.items()
            if name not in own
        }
        asked = Asked(valid_on, as_of, cursor, limit, where, opened=open)
        return JSONResponse(answer(consortium, projection, asked))

    return rows


def _read(adapters: dict[str, TypeAdapter[Any]], name: str, text: str) -> Any:  # noqa: ANN401
    loc = ("query", name)
    if name not in adapters:
        raise RequestValidationError([{"loc": loc, "msg": f"known are {', '.join(adapters)}"}])
    try:
        value = adapters[name].validate_strings(text)
    except ValidationError as error:
        raise RequestValidationError(
            [{"loc": loc, "msg": one["msg"]} for one in error.errors(include_input=False)]
        ) from error
    return value.value if isinstance(value, Enum) else value


@cache
def _adapters(row: type[Any]) -> dict[str, TypeAdapter[Any]]:
    hints = get_type_hints(row, include_extras=True)
    return {name: TypeAdapter(hint) for name, hint in hints.items()}


def _filters(projection: Projection[Any]) -> list[dict[str, Any]]:
    hints = get_type_hints(projection.row, include_extras=True)
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": f"{label.ja} / {label.en}",
            "schema": {"type": "string"},
        }
        for name, hint in hints.items()
        for label in marks_of_type(hint, Label)[:1]
    ]


def _page(projection: Projection[Any]) -> type[BaseModel]:
    hints = get_type_hints(projection.row, include_extras=True)
    fields: dict[str, Any] = {
        name: (FiscalYearView if hint == Year else hint, ...) for name, hint in hints.items()
    }
    if projection.time is not Time.AS_RECORDED:
        fields |= {"since": (date, ...), "recorded": (HowSaid, ...)}
    title = projection.row.__name__
    row = create_model(f"{title}Answer", __doc__=projection.row.__doc__, **fields)
    return create_model(
        f"{title}Page",
        __doc__=f"{projection.label.ja} / {projection.label.en}",
        projection=(dict[str, str | int], ...),
        consortium=(str, ...),
        log=(dict[str, str], ...),
        as_of=(Moment, ...),
        valid_on=(date | None, ...),
        notes=(list[dict[str, str]], ...),
        items=(list[row], ...),  # type: ignore[valid-type]
        recorded=(dict[str, int], ...),
        next_cursor=(str | None, ...),
    )
