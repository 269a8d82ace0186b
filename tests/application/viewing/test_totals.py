"""A total is the sum of what is known, and unknown if a part of it is."""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.words import Label


@rowclass
class Row:
    """A budget that may be unknown, and a sum that may not be there yet."""

    budget: Annotated[int | None, Label("予算", "budget")]
    withheld: Annotated[int | None, Label("源泉徴収額", "withheld")]


def compute(_facts: Facts, _asks: Asks) -> Iterator[Line[Row]]:
    """Nothing."""
    return iter(())


VIEW = View(
    name="sums",
    label=Label("合計", "Sums"),
    asks=Asks,
    row=Row,
    reads=(),
    compute=compute,
    totals=("budget", "withheld"),
    blank_is_nothing=("withheld",),
)


def test_a_total_over_an_unknown_is_unknown() -> None:
    """A share of the sum of the rest would be wrong, and nobody would see it."""
    rows = [Line(Row(400, 10)), Line(Row(None, None)), Line(Row(50, 5))]
    assert VIEW.totals_of(rows) == {"budget": None, "withheld": 15}
    assert VIEW.totals_of(rows[::2]) == {"budget": 450, "withheld": 15}
    assert VIEW.totals_of([]) == {"budget": 0, "withheld": 0}
