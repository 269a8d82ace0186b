"""Refusing what a question does not know: a misspelt day is not answered with today's value."""

from collections import Counter

from fastapi import Request

from interfaces.http.malformed import Malformed


def only_known(request: Request) -> None:
    """Refuse, with 422, a query parameter that the address does not have, or has given twice."""
    refuse_unknown(
        request, {field.alias for field in request.scope["route"].dependant.query_params}
    )


def refuse_unknown(request: Request, known: set[str]) -> None:
    """Refuse, with 422, a query parameter that is not known, or that is given twice."""
    for name, times in Counter(name for name, _ in request.query_params.multi_items()).items():
        if name not in known:
            names = ", ".join(sorted(known))
            raise Malformed.at("query", f"使える条件: {names}", f"Known are {names}.")
        if times > 1:
            raise Malformed.at(f"query.{name}", "一つだけ入れてください。", "Give it once.")
