"""Made-up service contracts with the teams, and their hours, day by day and month by month."""

from datetime import date, timedelta
from typing import Any

from domain.base.orderer import Principal
from domain.base.teams import Team
from domain.contract import commands as c
from domain.contract import events as e
from domain.engagement.codes import Funds
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST, LAST
from tests.made_up.desk import Desk
from tests.made_up.members import membership_of
from tests.made_up.places import CODES, CORPORATION, GRANT, nobodys_number
from tests.made_up.stream import Stream

HEADS = {Team.WORKER_MANAGEMENT: 3, Team.CLIENT_COMMUNICATION: 2, Team.OUTREACH: 2}
A_WEEK = 300
BY_COMPANY, COMPANY = Team.OUTREACH, nobodys_number(1)


def life(desk: Desk, team: Team, streams: list[Stream], private: list[Stream]) -> Life:
    """Conclude a contract each fiscal year, of which the last are the corporation's.

    What one of the teams does is entrusted to a company that is a member for some of the time.
    """
    for year in range(FIRST.year, LAST.year):
        begins, ends = date(year, 5, 1), date(year + 1, 2, 28)
        yield date(year, 4, 20)
        contract = _concluded(desk, team, begins, ends)
        streams.append(contract)
        yield from _hours(desk, contract, private, begins, ends)
        yield from _end(desk, contract, ends, team)


def _terms(team: Team, last_day: date) -> dict[str, Any]:
    heads = HEADS[team]
    return {
        "last_day": last_day,
        "heads": heads,
        "minutes_a_week": A_WEEK,
        "minutes_a_month": heads * A_WEEK * 4,
        "month_convention": e.MonthConvention.FOUR_WEEKS,
        "amount": heads * 800_000,
    }


def _concluded(desk: Desk, team: Team, begins: date, ends: date) -> Stream:
    town = begins.year == FIRST.year
    contract = desk.open(
        c.ConcludeContract,
        begins - timedelta(days=11),
        programme=GRANT,
        number=f"架委-{begins.year}-{team}",
        kind=e.ContractKind.MANDATE,
        orderer=Principal.TOWN if town else Principal.CORPORATION,
        orderer_code=CODES[0] if town else CORPORATION,
        party=e.PartyKind.COMPANY if team is BY_COMPANY else e.PartyKind.TEAM,
        party_code=COMPANY if team is BY_COMPANY else f"T-{tuple(Team).index(team) + 1}",
        team=team,
        municipality="joint",
        funds=Funds.GRANT,
        line="4-outreach" if team is Team.OUTREACH else None,
        first_day=begins,
        evidence=desk.paper(),
        **_terms(team, ends),
    )
    assert contract is not None
    return contract


def _hours(desk: Desk, contract: Stream, private: list[Stream], begins: date, ends: date) -> Life:
    chance, day = desk.chance, begins
    months: dict[str, Stream] = {}
    while day <= ends:
        yield day
        month = months.get(f"{day:%Y-%m}")
        minutes = chance.randint(4, 40) * 30
        member = membership_of(private, contract.state.party_code)
        reads = (contract, member) if member else (contract,)
        said: dict[str, Any] = {
            "contract_id": contract.id, "minutes": minutes,
            "membership_id": member.id if member else None,
        }  # fmt: skip
        if month is None:
            opened = desk.open(c.DeclareHours, day, *reads, **said)
            assert opened is not None
            month = months[f"{day:%Y-%m}"] = opened
        else:
            desk.must(month, c.DeclareHours, day, *reads, **said)
        declared = len(month.history)
        following = day + chance.days(4, 9)
        if chance.comes(0.1):
            desk.must(month, c.CorrectHours, desk.today, version=declared,
                      now={"minutes": minutes + 30})  # fmt: skip
        elif declared > 1 and chance.comes(0.05):
            desk.must(month, c.VoidHours, desk.today, version=declared)
        if following.month != day.month:
            approval = max(desk.today, day)
            # Nothing is left to approve if all that was declared was found never to have been.
            desk.ask(month, c.ApproveHours, approval, until=day, approver=chance.uuid(),
                     evidence=desk.paper())  # fmt: skip
        day = following


def _end(desk: Desk, contract: Stream, ends: date, team: Team) -> Life:
    chance = desk.chance
    if chance.comes(0.5):
        period = ends + timedelta(days=1), ends + timedelta(days=31)
        yield ends
        desk.must(contract, c.RenewContract, ends, first_day=period[0], evidence=desk.paper(),
                  **_terms(team, period[1]))  # fmt: skip
        ends = period[1]
    yield ends
    desk.must(contract, c.AmendContract, ends, evidence=desk.paper(),
              **_terms(team, ends))  # fmt: skip
    amended = len(contract.history)
    desk.must(contract, c.CorrectContract, desk.today, version=amended,
              now={"amount": 2_000_000})  # fmt: skip
    desk.must(contract, c.EndContract, ends, reason=e.EndReason.EXPIRED,
              notice_given_on=ends - chance.days(30, 40))  # fmt: skip
    if chance.comes(0.3):
        desk.must(contract, c.VoidContractEntry, desk.today, version=len(contract.history))
        desk.must(contract, c.EndContract, ends, reason=e.EndReason.AGREED)
