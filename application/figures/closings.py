"""Closed years of KPIs: which facts a figure counts into one, by its definition."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.figures.interpreter import compute
from application.figures.published import definitions_in_force
from application.figures.values import for_figures
from application.recorded import Recorded
from domain.base.figure import Condition, Count, Facts, FigureDefinition, Words
from domain.base.values.fiscal_year import day_within
from domain.figure.events import FigureDefined, FigureWithdrawn
from domain.grant.events import KpiNamed
from domain.kpi.events import KpiYearClosed

SAID = (KpiYearClosed, KpiNamed, FigureDefined, FigureWithdrawn)
"""What says which years are closed, and what a KPI counts."""

Counted = Mapping[tuple[UUID, int], Recorded]
"""The facts that are counted, by their record and version."""


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """A fiscal year of a KPI that was closed.

    `definitions` are the one in force on the day of the closing, where there was one, and that by
    which what was counted for the KPI one by one counts, whether the other asks for it or not.
    `until` is the day on which the figure of the year is taken.
    """

    closed: KpiYearClosed
    fact: Recorded
    definitions: tuple[FigureDefinition, ...]
    until: date

    def counted(self, effective: Iterable[Recorded]) -> Counted:
        """Give those of some effective events that count into the year."""
        held = {one.position: one for one in effective}
        events = [for_figures(one) for one in held.values()]
        positions = {
            ref.position
            for definition in self.definitions
            for ref in compute(
                definition,
                events,
                programme=self.closed.programme,
                fiscal_year=self.closed.fiscal_year,
                valid_on=self.until,
                joins={},
            ).counted
        }
        return {(held[at].stream, held[at].version): held[at] for at in sorted(positions)}


def closed_years(said: Iterable[Recorded]) -> Iterator[ClosedYear]:
    """Give the closed years; `said` are effective events of the kinds in `SAID`."""
    held = list(said)
    published = [one for one in held if isinstance(one.event, FigureDefined | FigureWithdrawn)]
    kpis = {
        (one.event.programme, one.event.kpi): one.event
        for one in held
        if isinstance(one.event, KpiNamed)
    }
    for one in held:
        if isinstance(closed := one.event, KpiYearClosed):
            named = kpis.get((closed.programme, closed.kpi))
            in_force = definitions_in_force(published, valid_on=closed.effective_on)
            definition = in_force.get(named.figure if named else closed.kpi)
            counts = (_counted_for(closed.kpi), *((definition,) if definition else ()))
            stated = named.stated_day if named else None
            # Without such a day a definition says by itself how far a year reaches.
            until = day_within(closed.fiscal_year, stated) if stated else date.max
            yield ClosedYear(closed, one, counts, until)


def _counted_for(kpi: str) -> FigureDefinition:
    return FigureDefinition(
        code=kpi,
        version=1,
        title=Words(ja="計上", en="Counted"),
        sentence=Words(ja="計上された事実。", en="What was counted one by one."),
        unit=Words(ja="件", en="facts"),
        measure=Count(
            facts=Facts(
                opens=("kpi.fact_counted",), where=(Condition(field="kpi", one_of=(kpi,)),)
            ),
            basis="annual",
            year_field="fiscal_year",
        ),
    )
