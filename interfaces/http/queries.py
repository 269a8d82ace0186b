"""An endpoint for every projection of the registry, derived from it."""

import time
from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_type_hints

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, TypeAdapter, ValidationError

from application.asking.answers import Asked, answer
from application.asking.query import LARGEST_PAGE, Behind, Stopped, sealed_fields
from application.evidence.told import Bilingual
from application.projecting.projection import Projection, Time
from application.service import Consortium
from domain.base.event import Reachable
from domain.base.fields import Year
from domain.base.titles import both, type_of
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import refuse_unknown
from interfaces.http.malformed import Malformed, places
from interfaces.http.shapes import (
    FiscalYearAnswer,
    Heading,
    ProjectionName,
    SaidBy,
    codes_in,
    label_of,
    shaped,
)

LONGEST_WAIT_SECONDS = 2.0
LARGEST_POSITION = 2**63 - 1

ValidOn = Annotated[
    date | None,
    Query(
        description="基準日。現実にその日に正しかった内容。省略すると今日 / "
        "what was true on that day; today if not given"
    ),
    Reachable,
]
AsOfText = Annotated[
    str | None,
    Query(
        alias="as_of",
        description="記録時点。日付（日本でのその日の終わり）、時差を付けた時刻、または位置。省略すると今"
        " / with what was recorded by a day's end in Japan, by a time with its offset, or up to a "
        "position; now if not given",
        examples=["2024-10-01", "2024-10-01T09:00:00+09:00", "1200"],
    ),
]
MinPosition = Annotated[
    int | None,
    Query(
        ge=0,
        le=LARGEST_POSITION,
        description="この位置まで反映されるのを待つ / wait until this position is projected",
    ),
]
Cursor = Annotated[
    str | None,
    Query(
        description="前の答えの next_cursor。最初のページの位置のまま続きを返す / "
        "the next_cursor of the answer before; all pages are as of the first one's position"
    ),
]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="件数の上限 / rows, at most")]
Open = Annotated[bool, Query(description="個人の値を開く / open personal values")]

TIMES = {
    Time.ASSERTION: Label(
        "その日から、次に別のことが記録された日までの内容",
        "true from a day until said otherwise",
    ),
    Time.DATED: Label("その日に起きたこと", "what happened on a day"),
    Time.AS_RECORDED: Label("記録そのもの（基準日なし）", "the record itself, without a valid_on"),
}
OWN = frozenset({"valid_on", "as_of", "min_position", "cursor", "limit", "open"})


def query_routes(projections: Iterable[Projection[Any]]) -> APIRouter:
    """Give ``GET /<projection>`` for every projection."""
    router = APIRouter()
    for projection in projections:
        router.add_api_route(
            f"/{projection.name.replace('_', '-')}",
            _endpoint(projection),
            methods=["GET"],
            operation_id=f"query.{projection.name}",
            summary=both(projection.label),
            description=f"{both(TIMES[projection.time])}\n\n版 / version {projection.version}",
            tags=["照会 / Queries"],
            response_model=page_of(projection),
            responses=problems.documented(
                problems.BEHIND,
                problems.STOPPED,
                problems.OTHER_VERSION,
                *([] if projection.has_day else [problems.NO_DAY]),
            ),
            openapi_extra={"parameters": _filters(projection)},
        )
    return router


def reach(consortium: Consortium, names: list[str], position: int | None) -> None:
    """Wait until the projections have reached a position; raises `Behind` after two seconds.

    Where waiting does not help, it raises `Stopped` at once, or `Malformed` where the log does not
    hold that position.
    """
    if position is not None and position > consortium.log.last()[0]:
        raise Malformed.at(
            "query.min_position",
            "記録の最後の位置までの位置を入れてください。",
            "Give a position up to the log's last.",
        )
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while position is not None:
        status = consortium.store.status()
        at = min(status[name].position for name in names)
        if at >= position:
            return
        for name in names:
            if (failed_at := status[name].failed_at) and status[name].position < position:
                raise Stopped(status[name].position, failed_at)
        if time.monotonic() > deadline:
            raise Behind(at)
        time.sleep(0.01)


def _endpoint(projection: Projection[Any]) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    def rows(  # noqa: PLR0913, PLR0917 - the parts of one question
        request: Request,
        consortium: Here,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
        min_position: MinPosition = None,
        cursor: Cursor = None,
        limit: Limit = 50,
        open: Open = False,  # noqa: A002, FBT002 - the parameter's name, and the query's default
    ) -> JSONResponse:
        where = _where(projection, request)
        reach(consortium, [projection.name], min_position)
        asked = Asked(valid_on, as_of, cursor, limit, where, opened=open)
        # Already plain, and as many as a page holds: no need to go through the model again.
        return JSONResponse(answer(consortium, projection, asked))

    return rows


def _where(projection: Projection[Any], request: Request) -> dict[str, Any]:
    adapters = _adapters(projection)
    refuse_unknown(request, {*adapters, *OWN})
    given = [pair for pair in request.query_params.multi_items() if pair[0] not in OWN]
    return {name: _read(adapters[name], name, text) for name, text in given}


def _read(adapter: TypeAdapter[Any], name: str, text: str) -> Any:  # noqa: ANN401
    if "\0" in text:
        raise Malformed.at(
            f"query.{name}", "正しい値ではありません。", "This is not a valid value."
        )
    try:
        value = adapter.validate_strings(text)
    except ValidationError as error:
        raise Malformed(places(error.errors(), "query", name)) from error
    return value.value if isinstance(value, Enum) else value


@cache
def _adapters(projection: Projection[Any]) -> dict[str, TypeAdapter[Any]]:
    return {name: TypeAdapter(hint) for name, hint in _asked_for(projection).items()}


def _asked_for(projection: Projection[Any]) -> dict[str, Any]:
    """Give the type of all that rows can be asked by: what is not sealed, and the list's own."""
    sealed = sealed_fields(projection.row)
    hints = get_type_hints(projection.row, include_extras=True)
    fields = {name: hint for name, hint in hints.items() if name not in sealed}
    return fields | {one.name: Annotated[one.of, one.label] for one in projection.conditions}


def _filters(projection: Projection[Any]) -> list[dict[str, Any]]:
    hints = _asked_for(projection)
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": "\n".join(filter(None, (label_of(hints[name]), codes_in(hints[name])))),
            "schema": _schema(adapter),
        }
        for name, adapter in _adapters(projection).items()
    ]


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """Give a filter's schema: without null, which cannot be asked for, and without references."""
    schema = adapter.json_schema()
    defined = schema.pop("$defs", {})
    branches = [each for each in schema.pop("anyOf", [schema]) if each != {"type": "null"}]
    plain = [
        defined[each["$ref"].rpartition("/")[2]] if "$ref" in each else each for each in branches
    ]
    kept = [{k: v for k, v in each.items() if k not in {"title", "default"}} for each in plain]
    return kept[0] if len(kept) == 1 else {"anyOf": kept}


@cache
def page_of(projection: Projection[Any]) -> type[BaseModel]:
    """Give the shape of a projection's answer."""
    hints = get_type_hints(projection.row, include_extras=True)
    fields: dict[str, Any] = {name: (_shown(hint), ...) for name, hint in hints.items()}
    if projection.has_day:
        fields["since"] = (Annotated[date, Label("この日から", "since")], ...)
    else:
        fields["sentence"] = (Annotated[Bilingual, Label("内容", "what happened")], ...)
    fields["recorded"] = (Annotated[SaidBy, Label("記録の経緯", "recorded")], ...)
    title = projection.row.__name__
    row = shaped(f"{title}Answer", projection.row.__doc__, fields)
    counts = Annotated[
        dict[str, int], Label("記録の経緯ごとの件数", "rows by how they were recorded")
    ]
    return shaped(
        f"{title}Page",
        both(projection.label),
        {
            "projection": (Annotated[ProjectionName, Label("一覧", "projection")], ...),
            **{name: (type_of(info), ...) for name, info in Heading.model_fields.items()},
            "items": (Annotated[list[row], Label("行", "rows")], ...),  # type: ignore[valid-type]
            "recorded": (counts, ...),
            "next_cursor": (Annotated[str | None, Label("続き", "next page")], ...),
        },
    )


def _shown(hint: Any) -> Any:  # noqa: ANN401 - any type form
    return Annotated[FiscalYearAnswer, Label("年度", "fiscal year")] if hint == Year else hint
