"""Made-up values that are known only from the papers of a town."""

from datetime import date
from typing import Final

from domain.base.values.municipalities import Municipality
from domain.statement import commands as c
from domain.statement.events import Kind
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import own

VALUES: Final = (
    ("orders-after-trips", "架空の合宿の後の発注", "件", Kind.DOCUMENT, None),
    ("remote-workers-before", "架空の在宅勤務者", "人", Kind.BASELINE, "kpi1"),
    ("vacant-offices", "架空の空きオフィス", "件", Kind.DOCUMENT, None),
)
"""Code, title, unit and kind, and the KPI that it is the value before of."""


def life(desk: Desk, town: Municipality, year: int) -> Life:
    """State the values of a year, if there is a paper; one is put right later, one was in none."""
    when = date(year, 6, 10)
    yield when
    item = desk.item()
    if item is None:
        return
    stated = [
        desk.open(
            c.StateValue, when, item, programme=own(town.code), code=code, kind=kind, title=title,
            value=desk.chance.randint(0, 90), unit=unit, fiscal_year=year - 1, kpi=kpi,
            evidence=item.id,
        )
        for code, title, unit, kind, kpi in VALUES
    ]  # fmt: skip
    when += desk.chance.days(20, 90)
    yield when
    first, *_, last = stated
    assert first is not None
    assert last is not None
    desk.must(
        first, c.CorrectStatement, when, version=1, now={"value": desk.chance.randint(91, 99)}
    )
    desk.must(last, c.VoidStatement, when, version=1)
