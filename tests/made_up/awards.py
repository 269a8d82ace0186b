"""Made-up grants of the towns, year by year, and the closing of their accounts."""

from datetime import date
from typing import Any

from application.recorded import Reason
from domain.award import commands as c
from domain.award.award import ABOVE_FIXED
from domain.award.events import RepaymentCause
from domain.base.matter import Closing
from domain.base.values.municipalities import Municipality
from domain.closing.accounts import Accounts
from domain.closing.commands import CloseAccounts, CorrectClosing, VoidClosing
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT, TOWNS
from tests.made_up.stream import Stream


def life(desk: Desk, plan: Stream, town: Municipality, year: int) -> Life:
    """Apply, be granted, receive in advance, report; what was too much is paid back."""
    when = date(year, 4, 8)
    yield when
    number, thousands = f"架申{year}-{town.code}", desk.chance.randint(2_000, 9_000)
    grant = desk.open(
        c.ApplyForGrant,
        when,
        plan,
        why=Reason.DECISION,
        programme=GRANT,
        municipality=town.code,
        fiscal_year=year,
        number=number,
        cost=2_000 * thousands,
        amount=1_000 * thousands,
        plan_id=plan.id,
        evidence=desk.paper(),
    )
    assert grant is not None
    steps: list[tuple[date, type[c.OfAward], dict[str, Any]]] = [
        (date(year, 4, 20), c.DecideGrant, {"number": number, "amount": 1_000 * thousands}),
        (date(year, 9, 10), c.AmendDecision, {"number": number, "amount": 900 * thousands}),
        (date(year, 11, 5), c.AdvanceGrant, {"amount": 600 * thousands}),
        (date(year + 1, 4, 8), c.ReportPerformance, {"number": number, "cost": 1_500 * thousands}),
    ]
    fixed = (500 if desk.chance.comes(0.4) else 750) * thousands
    steps.append((date(year + 1, 5, 12), c.FixGrant, {"number": number, "amount": fixed}))
    for day, kind, said in steps:
        yield day
        desk.must(grant, kind, day, why=Reason.DECISION, **said)
    if fixed < 600 * thousands:
        yield from _repaid(desk, grant, date(year + 1, 6, 10), 600 * thousands - fixed)
        return
    yield date(year + 1, 5, 20)
    settled = {"amount": fixed - 600 * thousands}
    desk.must(grant, c.SettleGrant, date(year + 1, 5, 20), why=Reason.DECISION, **settled)
    yield date(year + 1, 6, 20)
    desk.must(grant, c.CorrectAward, desk.today, version=7, now={"amount": 100 * thousands})
    desk.must(grant, c.VoidAwardEntry, desk.today, version=7)


def _repaid(desk: Desk, grant: Stream, day: date, yen: int) -> Life:
    yield day
    desk.must(
        grant,
        c.CloseAwardMatter,
        day,
        concerns=6,
        check=ABOVE_FIXED.code,
        closing=Closing.REMEDIED,
        note=desk.chance.digest(),
    )
    desk.must(grant, c.RepayGrant, day, amount=yen, cause=RepaymentCause.OVER_ADVANCE)


def closing(desk: Desk, town: Municipality, year: int) -> Life:
    """Close a year's accounts; that of the corporation first on a wrong day, and never at all."""
    day = date(year + 1, 5, 31)
    yield day
    books = {"fiscal_year": year, "accounts": Accounts.MUNICIPALITY, "municipality": town.code}
    desk.open(CloseAccounts, day, why=Reason.DECISION, **books)
    if town is not TOWNS[0]:
        return
    other = desk.open(
        CloseAccounts, day, fiscal_year=year, accounts=Accounts.CORPORATION, municipality=None
    )
    if other is not None:
        later = (day.replace(day=30)).isoformat()
        desk.must(other, CorrectClosing, day, version=1, now={"effective_on": later})
        desk.must(other, VoidClosing, day, version=1)
