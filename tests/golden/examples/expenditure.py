"""One example of every event of the area expenditure."""

from typing import Any

from domain.expenditure import events as expenditure
from tests.golden.examples.shared import (
    EVIDENCE,
    GRANT,
    example,
)

CHARGE: dict[str, Any] = {
    "number": "R6-012",
    "line": "2-training",
    "pillar": "2",
    "budget_item": "r2:12",
    "fiscal_year": 2024,
    "municipality": "203246",
    "amount": 500000,
    "evidence": EVIDENCE,
}

EXAMPLES = (
    example(expenditure.ExpenditureCommitted, GRANT, **CHARGE, purpose="人材育成研修"),
    example(expenditure.ExpenditurePaid, GRANT, **CHARGE),
    example(expenditure.ExpenditureReturned, GRANT, **CHARGE),
    example(expenditure.ExpenditureCorrected, GRANT, corrects=2, now={"amount": 450000}),
    example(expenditure.ExpenditureVoided, GRANT, voids=2),
)
