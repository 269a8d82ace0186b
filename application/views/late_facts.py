"""Late facts (締め後の計上): what came into a fiscal year, or out of it, after it was closed?

What was reported stays as it was reported; what is listed here moves the restated value only.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Whose, Year
from domain.base.words import Code, Label
from domain.kpi import events as e


class LateFactsAsks(Asks):
    """Whose scope, and of which fiscal year; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


class Change(Code):
    """What came after the closing."""

    COUNTED = "counted", "計上", "counted"
    CORRECTED = "corrected", "訂正", "corrected"
    VOIDED = "voided", "取消し", "voided"


@rowclass
class LateFactRow:
    """One fact that was counted, corrected or voided after the closing of its year."""

    kpi: e.Kpi
    fiscal_year: Year
    municipality: Whose
    subject: e.Subject
    change: Annotated[Change, Label("締め後の変更", "what came later")]
    counted_on: Annotated[date, Label("基準日", "effective on")]
    closed_on: Annotated[date, Label("締めた日", "closed on")]
    after_closing: Annotated[e.AfterClosing | None, Label("締め後に計上する理由", "why")]


def compute(facts: Facts, asks: LateFactsAsks) -> Iterator[Line[LateFactRow]]:
    """Give what was recorded later than the closing of its year, in the order of days."""
    lines = [
        line
        for closed, fact in facts.of(e.KpiYearClosed)
        if closed.programme == asks.programme
        if asks.fiscal_year in {None, closed.fiscal_year}
        for line in _later(facts, closed, fact)
    ]
    yield from sorted(lines, key=lambda line: (line.row.counted_on, line.facts[0].position))


def _later(facts: Facts, closed: e.KpiYearClosed, fact: Recorded) -> Iterator[Line[LateFactRow]]:
    before, now = _counted(facts.as_of(fact.position), closed), _counted(facts, closed)
    for stream in dict.fromkeys((*before, *now)):
        was, says = before.get(stream), now.get(stream)
        if was == says or not (counted := says or was):
            continue
        change = Change.COUNTED if not was else Change.CORRECTED if says else Change.VOIDED
        row = LateFactRow(
            kpi=counted.kpi,
            fiscal_year=closed.fiscal_year,
            municipality=counted.municipality,
            subject=counted.subject,
            change=change,
            counted_on=counted.effective_on,
            closed_on=closed.effective_on,
            after_closing=counted.after_closing,
        )
        yield Line(row, (*facts.recorded_after(fact.position, stream), fact))


def _counted(facts: Facts, closed: e.KpiYearClosed) -> dict[UUID, e.FactCounted]:
    """Give what counts into the year, by its record."""
    year = (closed.programme, closed.kpi, closed.fiscal_year)
    return {
        fact.stream: counted
        for counted, fact in facts.of(e.FactCounted)
        if (counted.programme, counted.kpi, counted.fiscal_year) == year
    }


LATE_FACTS = View(
    name="late-facts",
    label=Label("締め後の計上", "Facts counted after closing"),
    asks=LateFactsAsks,
    row=LateFactRow,
    reads=(e.FactCounted, e.KpiYearClosed),
    compute=compute,
)
