"""Late facts (締め後の計上): what was counted into a fiscal year after its figures were closed?

What was reported stays as it was reported; what is listed here moves the restated value only.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Whose, Year
from domain.base.words import Label
from domain.kpi import events as e


class LateFactsAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class LateFactRow:
    """One fact that was counted after the closing of its year."""

    kpi: e.Kpi
    fiscal_year: Year
    municipality: Whose
    subject: e.Subject
    counted_on: Annotated[date, Label("基準日", "effective on")]
    closed_on: Annotated[date, Label("締めた日", "closed on")]
    after_closing: Annotated[e.AfterClosing | None, Label("締め後に計上する理由", "why")]


def compute(facts: Facts, asks: LateFactsAsks) -> Iterator[Line[LateFactRow]]:
    """Give what was recorded later than the closing of its year, in the order of days."""
    closings = {
        (closed.programme, closed.kpi, closed.fiscal_year): (closed, fact)
        for closed, fact in facts.of(e.KpiYearClosed)
    }
    for counted, fact in facts.of(e.FactCounted):
        closing = closings.get((counted.programme, counted.kpi, counted.fiscal_year))
        if counted.programme != asks.programme or closing is None:
            continue
        if asks.fiscal_year not in {None, counted.fiscal_year}:
            continue
        closed, recorded = closing
        if recorded.position < fact.position:
            row = LateFactRow(
                kpi=counted.kpi,
                fiscal_year=counted.fiscal_year,
                municipality=counted.municipality,
                subject=counted.subject,
                counted_on=counted.effective_on,
                closed_on=closed.effective_on,
                after_closing=counted.after_closing,
            )
            yield Line(row, (fact, recorded))


LATE_FACTS = View(
    name="late-facts",
    label=Label("締め後の計上", "Facts counted after closing"),
    asks=LateFactsAsks,
    row=LateFactRow,
    reads=(e.FactCounted, e.KpiYearClosed),
    compute=compute,
)
