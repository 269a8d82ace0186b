"""The endpoint of figures."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from application.figures.answers import FigureAsked, answer_figure
from domain.base.event import Programme
from domain.base.fields import Year
from interfaces.http import problems
from interfaces.http.consortia import consortium_of


def figure_routes() -> APIRouter:
    """Give ``GET /figures/{code}``."""
    router = APIRouter()

    @router.get(
        "/figures/{code}",
        operation_id="figure",
        summary="指標 / A figure",
        tags=["照会 / Queries"],
        responses=problems.documented((404, [problems.NOT_FOUND]), (422, [problems.MALFORMED])),
    )
    def figure(  # noqa: PLR0913, PLR0917 - the parts of one question
        request: Request,
        code: str,
        programme: Annotated[Programme, Query(description="事業区分 / whose scope")],
        fiscal_year: Annotated[Year | None, Query(description="年度 / fiscal year: R6, 2024")] = None,
        valid_on: Annotated[date | None, Query(description="基準日 / the day in the world")] = None,
        as_of: Annotated[str | None, Query(description="記録時点 / what was recorded by then")] = None,
    ) -> JSONResponse:
        """Give the figure's value, its definition, its breakdown and every event it counts."""
        asked = FigureAsked(code, programme, fiscal_year, valid_on, as_of)
        return JSONResponse(answer_figure(consortium_of(request), asked))

    return router
