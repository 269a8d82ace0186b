"""The endpoint of figures."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from application.evidence.record import Bilingual
from application.figures.answers import FigureAsked, answer_figure
from application.titles import TITLED
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.figure import FigureDefinition
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.queries import AsOfText, ValidOn
from interfaces.http.shapes import FiscalYearAnswer, Heading


class EventNamed(BaseModel):
    """Where an event stands in the log."""

    model_config = TITLED

    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]
    position: Annotated[int, Label("位置", "position")]


class FigureAnswer(Heading):
    """A figure: its value, its definition, and every event it counts; or why it has no value."""

    figure: Annotated[str, Label("指標", "figure", "kpi1")]
    programme: Programme
    fiscal_year: Annotated[FiscalYearAnswer | None, Label("年度", "fiscal year")]
    valid_on: Annotated[date, Label("基準日", "valid on")]
    definition: Annotated[FigureDefinition | None, Label("定義", "definition")]
    value: Annotated[int | None, Label("値", "value")]
    why_no_value: Annotated[Bilingual | None, Label("値がない理由", "why it has no value")]
    breakdown: Annotated[list[dict[str, Any]], Label("内訳", "breakdown")]
    recorded: Annotated[
        dict[str, int], Label("記録の経緯ごとの件数", "counted events by how they were recorded")
    ]
    counted: Annotated[list[EventNamed], Label("数えた事実", "events counted")]


def figure_routes() -> APIRouter:
    """Give ``GET /figures/{code}``."""
    router = APIRouter()

    @router.get(
        "/figures/{code}",
        operation_id="figure",
        summary="指標 / A figure",
        tags=["照会 / Queries"],
        response_model=FigureAnswer,
        responses=problems.documented(),
    )
    def figure(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        code: Annotated[str, Path(description="指標 / the figure's code")],
        programme: Annotated[Programme, Query(description="事業区分 / whose scope")],
        fiscal_year: Annotated[
            Year | None, Query(description="年度 / fiscal year: R6, 2024")
        ] = None,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Give the figure's value, its definition, its breakdown and every event it counts."""
        asked = FigureAsked(code, programme, fiscal_year, valid_on, as_of)
        return JSONResponse(answer_figure(consortium, asked))

    return router
