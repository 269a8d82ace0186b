"""Made-up facts, counted for the KPIs of the plan and for others that a town keeps for itself."""

from uuid import UUID

from application.recorded import Reason
from domain.base.values.fiscal_year import fiscal_year_of
from domain.kpi import commands as c
from domain.kpi.events import FactCounted
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, GRANT
from tests.made_up.residents import Residents

NEW_HIRES, OTHERS = "kpi1", ("kpi2", "kpi3", "kpi5", "kpi6", "kpi7")


def count(desk: Desk, residents: Residents) -> Life:
    """Count a fact; seldom it is taken back, and sometimes counted again after all."""
    chance, on = desk.chance, desk.happened(FIRST)
    kpi, subject = _counted(desk, residents)
    counted = FactCounted(
        effective_on=on,
        programme=GRANT,
        kpi=kpi,
        subject=subject,
        fiscal_year=fiscal_year_of(on),
        municipality=chance.choice(CODES) if chance.comes(0.95) else "joint",
        pillar=chance.choice(("1", "2", "3", "4")),
        evidence=desk.paper(),
    )
    fact = desk.begin(c.CountFact, counted)
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
        desk.ask(fact, c.CountFact, on, why=Reason.NEW_EVIDENCE, **_fields(counted))


def _counted(desk: Desk, residents: Residents) -> tuple[str, UUID]:
    resident = residents.anyone()
    if resident and not resident.hired and desk.chance.comes(0.5):
        resident.hired = True
        return NEW_HIRES, resident.person_id
    return desk.chance.choice(OTHERS), desk.chance.uuid()


def _fields(counted: FactCounted) -> dict[str, object]:
    return {name: value for name, value in counted if name != "effective_on"}
