"""Given a log, then lines: what a view computes, without a database."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.effective import by_stream
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from tests.given import day


def lines(
    view: View[Any, Any],
    log: Sequence[Recorded],
    asks: Asks,
    *,
    valid_on: str | date,
    same: dict[UUID, UUID] | None = None,
) -> list[Line[Any]]:
    """Give the lines that a view computes from a whole log; `same` joins persons."""
    on = day(valid_on) if isinstance(valid_on, str) else valid_on
    return list(view.lines(Facts(on, by_stream(log), same or {}), asks))


def rows(
    view: View[Any, Any], log: Sequence[Recorded], asks: Asks, *, valid_on: str | date
) -> list[Any]:
    """Give the rows alone."""
    return [line.row for line in lines(view, log, asks, valid_on=valid_on)]
