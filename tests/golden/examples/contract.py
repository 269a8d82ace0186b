"""One example of every event of the area contract."""

from typing import Any

from domain.contract import events as contract
from tests.given import day
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

TERMS: dict[str, Any] = {
    "last_day": day("2025-02-28"),
    "heads": 3,
    "minutes_a_week": 600,
    "minutes_a_month": 7200,
    "month_convention": "4w",
    "amount": 2400000,
    "evidence": EVIDENCE,
}
OF: dict[str, Any] = {
    "contract_id": ONE,
    "contract_number": "委-R6-01",
    "team": "worker-management",
}

EXAMPLES = (
    example(
        contract.ContractConcluded,
        GRANT,
        **TERMS,
        number="委-R6-01",
        kind="mandate",
        orderer="town",
        orderer_code="203246",
        party="team",
        party_code="T-1",
        team="worker-management",
        municipality="203246",
        funds="grant",
        line="1-management",
        first_day=day("2024-05-01"),
    ),
    example(contract.ContractAmended, GRANT, **TERMS),
    example(contract.ContractRenewed, GRANT, **TERMS, first_day=day("2025-01-01")),
    example(
        contract.ContractEnded,
        GRANT,
        reason="agreed",
        notice_given_on=day("2024-08-30"),
        evidence=EVIDENCE,
    ),
    example(contract.ContractCorrected, GRANT, corrects=1, now={"amount": 2300000}),
    example(contract.ContractEntryVoided, GRANT, voids=2),
    example(
        contract.HoursDeclared, GRANT, **OF, minutes=360, membership_id=OTHER, private_member=True
    ),
    example(
        contract.HoursApproved,
        GRANT,
        **OF,
        approver=OTHER,
        until=day("2024-09-30"),
        evidence=EVIDENCE,
        days=({"day": day("2024-09-30"), "minutes": 360},),
    ),
    example(contract.HoursCorrected, GRANT, corrects=1, now={"minutes": 300}),
    example(contract.HoursVoided, GRANT, voids=2),
)
