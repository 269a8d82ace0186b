"""The endpoints of evidence: the difference between two moments, and both directions of trace."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from application.evidence.difference import DifferenceAsked, difference
from application.evidence.moved import MovedAsked, answer_moved
from application.evidence.told import Bilingual, Told
from application.evidence.trace import trace
from application.figures.answers import FigureAsked
from application.figures.moved import Aspect
from application.projecting.projection import Projection
from domain.base.event import Programme, Reachable
from domain.base.titles import TITLED
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.figures import EventNamed, FigureAnswer, OfYear, Scope
from interfaces.http.known import only_known
from interfaces.http.malformed import Malformed
from interfaces.http.queries import (
    LARGEST_POSITION,
    AsOfText,
    Cursor,
    Limit,
    MinPosition,
    ValidOn,
    reach,
)
from interfaces.http.shapes import FiscalYearAnswer, Heading, Moment, ProjectionName

Events = Annotated[list[Told], Label("事実", "events")]
MOMENT = "日付（日本でのその日の終わり）、時差を付けた時刻、または位置"
MOMENT_EN = "a day (its end in Japan), a time with its offset, or a position"


class ChangedField(BaseModel):
    """One field of a row that differs, before and after, and the same in words."""

    model_config = TITLED

    field: Annotated[str, Label("項目", "field", "level")]
    before: Annotated[Any, Label("前", "before")]
    after: Annotated[Any, Label("後", "after")]
    words: Annotated[Bilingual, Label("ことばで", "in words")]


class Change(BaseModel):
    """One row that was added, removed or changed, and the events that made it so.

    `before` and `after` are the whole rows as lists show them, null where there is none.
    """

    model_config = TITLED

    key: Annotated[str, Label("行", "row", "W-003|dss|web-writing")]
    change: Annotated[Literal["added", "removed", "changed"], Label("違い", "difference")]
    fields: Annotated[list[ChangedField], Label("違う項目", "fields that differ")]
    before: Annotated[dict[str, Any] | None, Label("前の行", "row before")]
    after: Annotated[dict[str, Any] | None, Label("後の行", "row after")]
    events: Events


class FromMoment(BaseModel):
    """The moment that is compared from."""

    model_config = TITLED

    as_of: Annotated[Moment, Label("記録時点", "as of")]
    valid_on: Annotated[date | None, Label("基準日", "valid on")]


class DifferenceAnswer(Heading):
    """What differs between two moments; `as_of` and `valid_on` are those of the second."""

    projection: Annotated[ProjectionName, Label("一覧", "projection")]
    from_: Annotated[FromMoment, Field(alias="from"), Label("比べる元の時点", "compared from")]
    changes: Annotated[list[Change], Label("違い", "differences")]
    counts: Annotated[dict[str, int], Label("このページの件数", "how many on this page")]
    next_cursor: Annotated[str | None, Label("続き", "next page")]


class TraceAnswer(FigureAnswer):
    """A figure with every event that it counts, told in words."""

    events: Events


class Side(BaseModel):
    """A figure without the event, or with it."""

    model_config = TITLED

    definition_version: Annotated[int | None, Label("定義の版", "version of the definition")]
    value: Annotated[int | None, Label("値", "value")]
    why_no_value: Annotated[Bilingual | None, Label("値がない理由", "why it has no value")]
    breakdown: Annotated[list[dict[str, Any]], Label("内訳", "breakdown")]
    recorded: Annotated[
        dict[str, int], Label("記録の経緯ごとの件数", "counted events by how they were recorded")
    ]


class Line(BaseModel):
    """A line of the breakdown that differs, named in words; null where there is no such line."""

    model_config = TITLED

    words: Annotated[Bilingual, Label("ことばで", "in words")]
    before: Annotated[int | None, Label("前", "before")]
    after: Annotated[int | None, Label("後", "after")]


class MovedFigure(BaseModel):
    """A figure that the event moved; `every_programme`: it is the same for every programme."""

    model_config = TITLED

    figure: Annotated[str, Label("指標", "figure", "kpi1")]
    title: Annotated[Bilingual, Label("指標の名称", "title of the figure")]
    unit: Annotated[Bilingual, Label("単位", "unit")]
    programme: Programme
    every_programme: Annotated[bool, Label("どの事業区分でも同じ", "same for every programme")]
    fiscal_year: Annotated[FiscalYearAnswer | None, Label("年度", "fiscal year")]
    differs: Annotated[list[Aspect], Label("違うところ", "what differs")]
    before: Annotated[Side, Label("この事実の前", "without the event")]
    after: Annotated[Side, Label("この事実の後", "with the event")]
    lines: Annotated[list[Line], Label("内訳の違い", "lines that differ")]
    newly_counted: Annotated[list[EventNamed], Label("新たに数えた事実", "newly counted")]
    no_longer_counted: Annotated[list[EventNamed], Label("数えなくなった事実", "no longer counted")]


class MovedAnswer(Heading):
    """An event, and every figure that is not on that day what it was without it."""

    event: Annotated[Told, Label("事実", "event")]
    valid_on: Annotated[date, Label("基準日", "valid on")]
    figures: Annotated[list[MovedFigure], Label("動いた指標", "figures moved")]


def evidence_routes(projections: Iterable[Projection[Any]]) -> APIRouter:
    """Give ``GET /evidence/difference``, ``/evidence/trace`` and ``/evidence/moved``."""
    router = APIRouter(prefix="/evidence", dependencies=[Depends(only_known)])
    by_name = {projection.name: projection for projection in projections}
    names = ", ".join(by_name)

    @router.get(
        "/difference",
        operation_id="evidence.difference",
        summary="二つの時点の違い / The difference between two moments",
        tags=["証拠 / Evidence"],
        response_model=DifferenceAnswer,
        responses=problems.documented(
            problems.BEHIND, problems.STOPPED, problems.OTHER_VERSION, problems.NO_DAY
        ),
    )
    def between(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        projection: Annotated[str, Query(description=f"一覧 / which list: {names}")],
        from_: Annotated[
            str,
            Query(
                alias="from",
                description=f"比べる元の記録時点。{MOMENT} / compared from: {MOMENT_EN}",
                examples=["2025-03-31"],
            ),
        ],
        to: Annotated[
            str | None,
            Query(
                description=f"比べる先の記録時点。{MOMENT}。省略すると今 / "
                f"compared with: {MOMENT_EN}; now if not given"
            ),
        ] = None,
        valid_on: ValidOn = None,
        from_valid_on: Annotated[
            date | None,
            Query(
                description="比べる元だけの基準日。省略すると valid_on と同じ / "
                "the day of the first moment, if it is another than valid_on"
            ),
            Reachable,
        ] = None,
        min_position: MinPosition = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> JSONResponse:
        """Give each row that was added, removed or changed, with the events that made it so."""
        if projection not in by_name:
            raise Malformed.at("query.projection", f"使える一覧: {names}", f"Known are {names}.")
        reach(consortium, [projection], min_position)
        asked = DifferenceAsked(from_, to, valid_on, from_valid_on, cursor, limit)
        return JSONResponse(difference(consortium, by_name[projection], asked))

    @router.get(
        "/trace",
        operation_id="evidence.trace",
        summary="指標から事実へ / From a figure to its events",
        tags=["証拠 / Evidence"],
        response_model=TraceAnswer,
        responses=problems.documented(),
    )
    def to_events(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        figure: Annotated[str, Query(description="指標 / the figure's code", examples=["kpi1"])],
        programme: Scope,
        fiscal_year: OfYear = None,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Give the figure with every event that it counts, told in words."""
        asked = FigureAsked(figure, programme, fiscal_year, valid_on, as_of)
        return JSONResponse(trace(consortium, asked))

    @router.get(
        "/moved",
        operation_id="evidence.moved",
        summary="事実から指標へ / From an event to the figures that it moved",
        tags=["証拠 / Evidence"],
        response_model=MovedAnswer,
        responses=problems.documented(),
    )
    def to_figures(
        consortium: Here,
        position: Annotated[
            int, Query(ge=1, le=LARGEST_POSITION, description="事実の位置 / the event's position")
        ],
        valid_on: ValidOn = None,
    ) -> JSONResponse:
        """Give every figure that differs on a day without the event and with it."""
        return JSONResponse(answer_moved(consortium, MovedAsked(position, valid_on)))

    return router
