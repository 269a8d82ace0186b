"""Made-up facts, counted for the KPIs of the plan and for others that a town keeps for itself."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from application.recorded import Reason
from domain.base.values.fiscal_year import fiscal_year_of, last_day
from domain.kpi import commands as c
from domain.kpi.events import AfterClosing, FactCounted
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT, own
from tests.made_up.residents import Residents
from tests.made_up.stream import Stream

NEW_HIRES, OTHERS = "kpi1", ("kpi2", "kpi3", "kpi5", "kpi6", "kpi7")
OF_THE_PLAN = {"kpi1", "kpi2", "kpi3"}


class Facts:
    """The facts that are counted, and the years whose figures are closed."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._closed: dict[tuple[str, int], Stream] = {}

    def close(self, kpi: str, fiscal_year: int) -> Life:
        """Close a year some weeks after its end; the first too early, so that it is reopened."""
        desk = self._desk
        yield last_day(fiscal_year) + desk.chance.days(30, 80)
        said: dict[str, Any] = {"programme": GRANT, "kpi": kpi, "fiscal_year": fiscal_year}
        year = desk.open(c.CloseKpiYear, desk.today, evidence=desk.paper(), **said)
        assert year is not None
        self._closed[kpi, fiscal_year] = year
        if fiscal_year == FIRST.year:
            yield desk.today + desk.chance.days(3, 10)
            desk.must(year, c.ReopenKpiYear, desk.today, version=1)
            yield desk.today + desk.chance.days(5, 20)
            desk.must(year, c.CloseKpiYear, desk.today, evidence=desk.paper(), **said)

    def count(self) -> Life:
        """Count a fact; seldom it is taken back, and sometimes counted again after all."""
        return _count(self._desk, self._residents, self._closed)


def _count(desk: Desk, residents: Residents, closed: Mapping[tuple[str, int], Stream]) -> Life:
    chance, on = desk.chance, desk.happened(FIRST)
    kpi, subject = _counted(desk, residents)
    done = [fiscal_year for one, fiscal_year in closed if one == kpi]
    if done and chance.comes(0.3):
        on = last_day(chance.choice(done))  # what was overlooked comes to light after the closing
    year = closed.get((kpi, fiscal_year_of(on)))
    late = chance.choice(tuple(AfterClosing)) if year and year.state else None
    municipality = chance.choice(CODES) if chance.comes(0.95) else "joint"
    counted = FactCounted(
        effective_on=on,
        programme=GRANT if kpi in OF_THE_PLAN else own(CODES[0]),
        kpi=kpi,
        subject=subject,
        fiscal_year=fiscal_year_of(on),
        municipality=municipality,
        pillar=chance.choice(("1", "2", "3", "4")),
        evidence=desk.paper(),
        after_closing=late,
    )
    reads = [year] if year else []
    fact = desk.begin(c.CountFact, counted, *reads)
    if chance.comes(0.96):
        if chance.comes(0.3):
            desk.rest(fact)
        return
    found = desk.today + chance.days(5, 90)
    yield found
    desk.ask(fact, c.VoidFact, found, version=1)
    if chance.comes(0.4):
        again = found + chance.days(5, 60)
        yield again
        year = closed.get((kpi, fiscal_year_of(on)))
        late = AfterClosing.OVERLOOKED if year and year.state else None
        again_counted = _fields(counted) | {"after_closing": late}
        reads = [year] if year else []
        desk.ask(fact, c.CountFact, on, *reads, why=Reason.NEW_EVIDENCE, **again_counted)


def _counted(desk: Desk, residents: Residents) -> tuple[str, UUID]:
    resident = residents.anyone()
    if resident and not resident.hired and desk.chance.comes(0.5):
        resident.hired = True
        return NEW_HIRES, resident.person_id
    return desk.chance.choice(OTHERS), desk.chance.uuid()


def _fields(counted: FactCounted) -> dict[str, object]:
    return {name: value for name, value in counted if name != "effective_on"}
