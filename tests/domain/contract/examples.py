"""Events and commands of contracts and hours, with everything a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.contract import commands as c
from domain.contract import events as e
from tests.given import day

GRANT = "grant:dx-r6"
CONTRACT, MONTH = UUID(int=0x41), UUID(int=0x42)
APPROVER, PAPER = UUID(int=0xA9), UUID(int=0x43)
HOURS: dict[str, Any] = {
    "heads": 3,
    "minutes_a_week": 600,
    "minutes_a_month": 7200,
    "month_convention": "4w",
}
"""Ten hours a week for each of three heads, which are 120 hours a month of four weeks."""
NO_HOURS: dict[str, Any] = dict.fromkeys(HOURS)
AGREED: dict[str, Any] = {
    **HOURS,
    "number": "委-R6-01",
    "kind": "mandate",
    "orderer": "town",
    "orderer_code": "203246",
    "party": "team",
    "party_code": "T-1",
    "team": "worker-management",
    "municipality": "203246",
    "first_day": "2024-05-01",
    "last_day": "2025-02-28",
    "evidence": PAPER,
}


def _common(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT, **fields}


def concluded(on: str = "2024-04-26", **other: object) -> e.ContractConcluded:
    """A contract of ten months."""
    return e.ContractConcluded.model_validate(_common(on) | AGREED | other)


def amended(on: str, last_day: str = "2025-02-28", heads: int = 3) -> e.ContractAmended:
    """Other terms."""
    fields = HOURS | {"last_day": last_day, "heads": heads}
    return e.ContractAmended.model_validate(_common(on, **fields))


def renewed(on: str, first_day: str, last_day: str) -> e.ContractRenewed:
    """A further period."""
    fields = HOURS | {"first_day": first_day, "last_day": last_day}
    return e.ContractRenewed.model_validate(_common(on, **fields))


def ended(on: str, notice_given_on: str | None = None) -> e.ContractEnded:
    """That was the last day."""
    fields = {"reason": "agreed", "notice_given_on": notice_given_on}
    return e.ContractEnded.model_validate(_common(on, **fields))


def conclude(on: str = "2024-04-26", **other: object) -> c.ConcludeContract:
    """Conclude it."""
    return c.ConcludeContract.model_validate(_common(on) | AGREED | other)


def amend(on: str, last_day: str = "2025-02-28") -> c.AmendContract:
    """Agree on other terms."""
    fields = HOURS | {"last_day": last_day, "contract_id": CONTRACT}
    return c.AmendContract.model_validate({"effective_on": on, **fields})


def renew(on: str, first_day: str, last_day: str) -> c.RenewContract:
    """Agree on a further period."""
    fields = HOURS | {"first_day": first_day, "last_day": last_day, "contract_id": CONTRACT}
    return c.RenewContract.model_validate({"effective_on": on, **fields})


def end(on: str, notice_given_on: str | None = None) -> c.EndContract:
    """End it."""
    fields = {"reason": "agreed", "notice_given_on": notice_given_on, "contract_id": CONTRACT}
    return c.EndContract.model_validate({"effective_on": on, **fields})


def correct(version: int, **now: object) -> c.CorrectContract:
    """Correct an entry of the contract."""
    on = day("2025-06-01")
    return c.CorrectContract(effective_on=on, contract_id=CONTRACT, version=version, now=now)


def void(version: int) -> c.VoidContractEntry:
    """Void an entry of the contract."""
    return c.VoidContractEntry(
        effective_on=day("2025-06-01"), contract_id=CONTRACT, version=version
    )


def declared(
    on: str,
    minutes: int = 360,
    number: str = "委-R6-01",
    contract: UUID = CONTRACT,
    **by: object,
) -> e.HoursDeclared:
    """A team worked so long on a day."""
    fields: dict[str, Any] = {"contract_id": contract, "contract_number": number}
    fields |= {"team": "worker-management", "minutes": minutes, **by}
    return e.HoursDeclared.model_validate(_common(on, **fields))


def approved(
    on: str, until: str, *days: tuple[str, int], contract: UUID = CONTRACT
) -> e.HoursApproved:
    """These days were approved as they stood."""
    fields = {"contract_id": contract, "contract_number": "委-R6-01", "team": "worker-management"}
    totals = [{"day": one, "minutes": minutes} for one, minutes in days]
    of = {"approver": APPROVER, "until": until, "days": totals}
    return e.HoursApproved.model_validate(_common(on, **fields, **of))


def declare(on: str, minutes: int = 360, *, membership_id: UUID | None = None) -> c.DeclareHours:
    """Declare a day."""
    fields = {"contract_id": CONTRACT, "minutes": minutes, "membership_id": membership_id}
    return c.DeclareHours.model_validate({"effective_on": on, **fields})


def approve(on: str, until: str) -> c.ApproveHours:
    """Approve what is declared."""
    fields = {"month_id": MONTH, "approver": APPROVER, "until": until}
    return c.ApproveHours.model_validate({"effective_on": on, **fields})


def correct_hours(version: int, **now: object) -> c.CorrectHours:
    """Correct a day."""
    on = day("2024-07-01")
    return c.CorrectHours(effective_on=on, month_id=MONTH, version=version, now=now)


def void_hours(version: int) -> c.VoidHours:
    """Void a day or an approval."""
    return c.VoidHours(effective_on=day("2024-07-01"), month_id=MONTH, version=version)
