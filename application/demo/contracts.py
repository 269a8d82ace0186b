"""Invented service contracts with the three teams (架空), and their hours as daily totals.

The hours a month (120, 40 and 40) and the period are those of the programme's outline (R6, 資料４).
"""

from datetime import date, timedelta
from typing import Any, Final

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller, day
from application.recorded import Reason
from domain.contract import commands as k

TOWN: Final = "203246"

# Number, team, party, heads, minutes a week for each.
CONTRACTS: Final = (
    ("委-R6-01", "worker-management", "T-1", 3, 600),
    ("委-R6-02", "client-communication", "T-2", 2, 300),
    ("委-R6-03", "outreach", "T-3", 2, 300),
)
PERIOD: Final = (day("2024-05-01"), day("2025-02-28"))
RENEWED_UNTIL: Final = "2025-04-30"
# Minutes of each month from May 2024 on, declared in four days of the month.
DECLARED: Final = {
    "委-R6-01": (7200, 7080, 7320, 6600, 7200, 7560, 7200, 7200, 6840, 7200, 7080, 7200),
    "委-R6-02": (2400, 2400, 2340, 2160, 2400, 2520, 2400, 2400, 2280, 2400, 2400, 3480),
    "委-R6-03": (2280, 2400, 2400, 2040, 2400, 2400, 2400, 2520, 2160, 2400),
}
DAYS_OF_A_MONTH: Final = (6, 13, 20, 27)
UNAPPROVED: Final = {("委-R6-03", 9)}
"""Contract and month (from 0) that nobody has approved yet."""


def tell(teller: Teller) -> None:
    """Tell of the contracts, how they went on and ended, and of the hours declared on them."""
    by_town: dict[str, Any] = {
        "programme": GRANT, "kind": "mandate", "orderer": "town", "orderer_code": TOWN,
        "municipality": TOWN, "first_day": PERIOD[0], "last_day": PERIOD[1],
    }  # fmt: skip
    for number, team, party, heads, weekly in CONTRACTS:
        terms = _hourly(heads, weekly)
        teller.tell(
            k.ConcludeContract, "2024-04-26", reason=Reason.DECISION, number=number, team=team,
            party="team", party_code=party, **by_town, **terms,
        )  # fmt: skip
        _hours(teller, number)
    teller.tell(
        k.ConcludeContract, "2024-04-26", reason=Reason.DECISION, number="委-R6-11",
        party="adviser", party_code="A-1", **by_town,
    )  # fmt: skip
    # Two of the teams go on for two months more, the second of them with the corporation.
    for number, _, _, heads, weekly in CONTRACTS[:2]:
        teller.tell(
            k.RenewContract, "2025-02-14", reason=Reason.DECISION, first_day="2025-03-01",
            last_day=RENEWED_UNTIL, **_hourly(heads, weekly), **contract(teller, number),
        )  # fmt: skip
    number, _, _, heads, weekly = CONTRACTS[1]
    teller.tell(
        k.AmendContract, "2025-04-01", reason=Reason.DECISION, last_day=RENEWED_UNTIL,
        **_hourly(heads + 1, weekly), **contract(teller, number),
    )  # fmt: skip
    teller.because(
        k.EndContract, "2025-02-28", "expired", notice_given_on="2025-01-24",
        **contract(teller, "委-R6-03"),
    )  # fmt: skip


def contract(teller: Teller, number: str) -> dict[str, Any]:
    """Name a contract as commands do."""
    return {"contract_id": teller.id_of("contract", f"{GRANT}|{number}")}


def month_at(index: int) -> tuple[int, int]:
    """Give year and month of a place in the tables of hours; the first is May 2024."""
    return 2024 + (index + 4) // 12, (index + 4) % 12 + 1


def hours_declared(until: str) -> int:
    """Count the minutes that all teams declared up to a day, from the tables of this story."""
    return sum(
        minutes // len(DAYS_OF_A_MONTH)
        for months in DECLARED.values()
        for index, minutes in enumerate(months)
        for on in DAYS_OF_A_MONTH
        if date(*month_at(index), on).isoformat() <= until
    )


def _hourly(heads: int, weekly: int) -> dict[str, Any]:
    return {
        "heads": heads, "minutes_a_week": weekly, "minutes_a_month": heads * weekly * 4,
        "month_convention": "4w",
    }  # fmt: skip


def _hours(teller: Teller, number: str) -> None:
    of = contract(teller, number)
    for index, minutes in enumerate(DECLARED[number]):
        year, month = month_at(index)
        quarter = minutes // len(DAYS_OF_A_MONTH)
        for on in DAYS_OF_A_MONTH:
            worked = date(year, month, on).isoformat()
            teller.tell(k.DeclareHours, worked, minutes=quarter, by="lead-1", **of)
        if (number, index) not in UNAPPROVED:
            until = date(year, month, DAYS_OF_A_MONTH[-1])
            name = f"{of['contract_id']}|{year}-{month:02}"
            teller.tell(
                k.ApproveHours, (until + timedelta(days=4)).isoformat(), until=until,
                approver=teller.person("director"),
                month_id=teller.id_of("contract-month", name),
            )  # fmt: skip
