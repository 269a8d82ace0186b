"""One example of every event of the area expenditure."""

from typing import Any

from domain.base.matter import Closing
from domain.closing.accounts import Accounts
from domain.expenditure import events as expenditure
from tests.given import sealed
from tests.golden.examples.shared import (
    EVIDENCE,
    GRANT,
    ONE,
    example,
)

CHARGE: dict[str, Any] = {
    "number": "R6-012",
    "line": "2-training",
    "pillar": "2",
    "budget_item": "r2:12",
    "fiscal_year": 2024,
    "municipality": "203246",
    "accounts": Accounts.CORPORATION,
    "purpose_kind": expenditure.PurposeKind.TRAINING,
    "purpose_number": "T-2024-01",
    "amount": 500000,
    "evidence": EVIDENCE,
}

EXAMPLES = (
    example(
        expenditure.ExpenditureCommitted,
        GRANT,
        **CHARGE,
        purpose="人材育成研修",
        payee="8000020130001",
        payee_person=ONE,
        traveller=expenditure.Traveller.EXPERT,
        prior_year=2023,
    ),
    example(expenditure.CommitmentCancelled, GRANT, **CHARGE),
    example(expenditure.ExpenditureInspected, GRANT, **CHARGE, delivered_on="2024-09-30"),
    example(expenditure.PaymentOrdered, GRANT, **CHARGE, order_number="命-045"),
    example(expenditure.ExpenditurePaid, GRANT, **CHARGE),
    example(expenditure.ExpenditureReturned, GRANT, **CHARGE),
    example(
        expenditure.ExpenditureMatterClosed,
        GRANT,
        concerns=2,
        check="payment-before-inspection",
        closing=Closing.EXPLAINED,
        note=sealed("note"),
    ),
    example(expenditure.ExpenditureCorrected, GRANT, corrects=2, now={"amount": 450000}),
    example(expenditure.ExpenditureVoided, GRANT, voids=2),
)
