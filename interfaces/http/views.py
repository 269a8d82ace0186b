"""An endpoint for every view of the registry, derived from it."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, get_type_hints

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, create_model

from application.viewing.answer import ViewAsked, answer_view
from application.viewing.view import View
from domain.base.fields import Year
from domain.base.titles import both, type_of
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.figures import EventNamed
from interfaces.http.known import refuse_unknown
from interfaces.http.queries import AsOfText, Open, ValidOn
from interfaces.http.shapes import FiscalYearAnswer, Heading, label_of, shaped

MOMENTS: dict[str, Any] = {
    "valid_on": (ValidOn, None),
    "as_of": (AsOfText, None),
    "open": (Open, False),
}


def view_routes(views: Iterable[View[Any, Any]]) -> APIRouter:
    """Give ``GET /views/<view>`` for every view."""
    router = APIRouter()
    for view in views:
        router.add_api_route(
            f"/views/{view.name}",
            _endpoint(view),
            methods=["GET"],
            operation_id=f"view.{view.name}",
            summary=both(view.label),
            description=view.asks.__doc__,
            tags=["集計と期限 / Views"],
            response_model=_answer(view),
            responses=problems.documented(),
        )
    return router


def _endpoint(view: View[Any, Any]) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    asks = view.asks
    shown: dict[str, Any] = {
        name: (
            Annotated[type_of(info), Query(description=label_of(type_of(info)))],
            ... if info.is_required() else info.default,
        )
        for name, info in asks.model_fields.items()
    }
    # One model for the whole query: two parameters of one name could not both be told apart.
    query = create_model(f"{view.row.__name__}Query", __base__=asks, **shown, **MOMENTS)

    def lines(request: Request, consortium: Here, asked: BaseModel) -> JSONResponse:
        refuse_unknown(request, set(query.model_fields))
        said = dict(asked)
        wanted = asks.model_validate({name: said[name] for name in asks.model_fields})
        moments = ViewAsked(said["valid_on"], said["as_of"], opened=said["open"])
        return JSONResponse(answer_view(consortium, view, wanted, moments))

    lines.__annotations__["asked"] = Annotated[query, Query()]
    return lines


def _answer(view: View[Any, Any]) -> type[BaseModel]:
    hints = get_type_hints(view.row, include_extras=True)
    fields: dict[str, Any] = {name: (_shown(hint), ...) for name, hint in hints.items()}
    fields["facts"] = (Annotated[list[EventNamed], Label("もとの事実", "facts it stands on")], ...)
    row = shaped(f"{view.row.__name__}Line", view.row.__doc__, fields)
    totals = shaped(
        f"{view.row.__name__}Totals",
        "合計 / totals over all lines",
        {name: (hints[name], ...) for name in view.totals},
    )
    by_how = Annotated[
        dict[str, int], Label("記録の経緯ごとの件数", "facts by how they were recorded")
    ]
    return shaped(
        f"{view.row.__name__}View",
        both(view.label),
        {
            "view": (Annotated[str, Label("集計", "view", view.name)], ...),
            "asked": (Annotated[dict[str, Any], Label("条件", "asked for")], ...),
            **{name: (type_of(info), ...) for name, info in Heading.model_fields.items()},
            "valid_on": (Annotated[date, Label("基準日", "valid on")], ...),
            "items": (Annotated[list[row], Label("行", "lines")], ...),  # type: ignore[valid-type]
            "totals": (Annotated[totals, Label("合計", "totals")], ...),
            "recorded": (by_how, ...),
        },
    )


def _shown(hint: Any) -> Any:  # noqa: ANN401 - any type form
    return Annotated[FiscalYearAnswer, Label("年度", "fiscal year")] if hint == Year else hint
