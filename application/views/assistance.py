"""Assistance to the order director (ディレクターの補佐): what was done, month by month.

Daily totals added up by kind. Nobody's days are shown, and nobody is compared with anybody.
"""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.periods import Month
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.values.money import Minutes
from domain.base.words import Label
from domain.delegation import events as e


class AssistanceAsks(Asks):
    """Of which scope and fiscal year; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class AssistanceRow:
    """One kind of assistance in one month."""

    month: Month
    kind: e.HelpKind
    days: Annotated[int, Label("日数", "days")]
    minutes: Annotated[Minutes, Label("合計（分）", "minutes in all")]


def compute(facts: Facts, asks: AssistanceAsks) -> Iterator[Line[AssistanceRow]]:
    """Add up by month and kind, over all who helped."""
    logged: dict[tuple[str, e.Help], list[tuple[e.AssistanceLogged, Recorded]]] = {}
    for total, fact in facts.of(e.AssistanceLogged):
        year = fiscal_year_of(total.effective_on)
        if asks.programme in {None, total.programme} and asks.fiscal_year in {None, year}:
            key = f"{total.effective_on:%Y-%m}", total.kind
            logged.setdefault(key, []).append((total, fact))
    for (month, kind), its in sorted(logged.items()):
        row = AssistanceRow(
            month=month,
            kind=kind,
            days=len({total.effective_on for total, _ in its}),
            minutes=sum(total.minutes for total, _ in its),
        )
        yield Line(row, tuple(fact for _, fact in its))


ASSISTANCE = View(
    name="assistance",
    label=Label("ディレクターの補佐", "Assistance to the order director"),
    asks=AssistanceAsks,
    row=AssistanceRow,
    reads=(e.AssistanceLogged,),
    compute=compute,
    totals=("minutes",),
)
