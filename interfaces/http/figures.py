"""The endpoints of figures, targets and the budget."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from application.evidence.told import Bilingual
from application.figures.achievement import AchievementAsked, answer_achievement
from application.figures.answers import FigureAsked, answer_figure
from application.figures.execution import ExecutionAsked, answer_execution
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.figure import FigureDefinition
from domain.base.titles import TITLED
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
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
    evidence: Annotated[
        dict[str, int], Label("証拠の有無ごとの件数", "counted events by whether papers show them")
    ]
    counted: Annotated[list[EventNamed], Label("数えた事実", "events counted")]


class AchievementAnswer(Heading):
    """The KPIs of a plan in one fiscal year; a KPI without a definition in force has no value."""

    programme: Programme
    fiscal_year: Annotated[FiscalYearAnswer, Label("年度", "fiscal year")]
    valid_on: Annotated[date, Label("基準日", "valid on")]
    kpis: Annotated[list[dict[str, Any]], Label("KPI", "KPIs")]


class ExecutionAnswer(Heading):
    """The lines of a plan with their execution, their total, and how the plan adds up."""

    programme: Programme
    fiscal_year: Annotated[FiscalYearAnswer | None, Label("年度", "fiscal year")]
    valid_on: Annotated[date, Label("基準日", "valid on")]
    lines: Annotated[list[dict[str, Any]], Label("予算科目", "budget lines")]
    without_line: Annotated[dict[str, Any], Label("科目のない執行", "executed without a line")]
    total: Annotated[dict[str, Any], Label("合計", "total")]
    plan: Annotated[dict[str, Any] | None, Label("計画全体", "the whole plan")]


Scope = Annotated[Programme, Query(description="事業区分 / whose scope")]
OfYear = Annotated[Year | None, Query(description="年度 / fiscal year: R6, 2024")]


def figure_routes() -> APIRouter:
    """Give ``GET /figures/{code}``, ``/achievement`` and ``/budget-execution``."""
    router = APIRouter(dependencies=[Depends(only_known)])

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
        programme: Scope,
        fiscal_year: OfYear = None,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Give the figure's value, its definition, its breakdown and every event it counts."""
        asked = FigureAsked(code, programme, fiscal_year, valid_on, as_of)
        return JSONResponse(answer_figure(consortium, asked))

    @router.get(
        "/achievement",
        operation_id="achievement",
        summary="KPI の目標と実績 / Targets and values of the KPIs",
        tags=["照会 / Queries"],
        response_model=AchievementAnswer,
        responses=problems.documented(),
    )
    def achievement(
        consortium: Here,
        programme: Scope,
        fiscal_year: Annotated[Year, Query(description="年度 / fiscal year: R6, 2024")],
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Give each KPI of the plan: its targets as far as they are given, and its value."""
        asked = AchievementAsked(programme, fiscal_year, valid_on, as_of)
        return JSONResponse(answer_achievement(consortium, asked))

    @router.get(
        "/budget-execution",
        operation_id="budget-execution",
        summary="予算の執行 / Budget and execution",
        tags=["照会 / Queries"],
        response_model=ExecutionAnswer,
        responses=problems.documented(),
    )
    def execution(
        consortium: Here,
        programme: Scope,
        fiscal_year: OfYear = None,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Give each line of the plan with what was committed, paid and returned, and the plan."""
        asked = ExecutionAsked(programme, fiscal_year, valid_on, as_of)
        return JSONResponse(answer_execution(consortium, asked))

    return router
