"""One example of every event of the area award."""

from typing import Any

from domain.award import events as award
from domain.base.matter import Closing
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, example

OF: dict[str, Any] = {"municipality": "203246", "fiscal_year": 2024, "evidence": EVIDENCE}
PAPER = OF | {"number": "6立企第123号"}

EXAMPLES = (
    example(award.GrantApplied, GRANT, **PAPER, cost=10251000, amount=5125000),
    example(award.GrantDecided, GRANT, **PAPER, amount=5125000),
    example(award.GrantDecisionAmended, GRANT, **PAPER, amount=5000000),
    example(award.GrantAdvanced, GRANT, **OF, amount=2000000),
    example(award.PerformanceReported, GRANT, **PAPER, cost=10000000),
    example(award.GrantFixed, GRANT, **PAPER, amount=5000000),
    example(award.GrantSettled, GRANT, **OF, amount=3000000),
    example(award.GrantRepaid, GRANT, **OF, amount=120000, cause=award.RepaymentCause.OVER_ADVANCE),
    example(
        award.AwardMatterClosed,
        GRANT,
        concerns=6,
        check="grant-received-above-fixed",
        closing=Closing.REMEDIED,
        note=sealed("note"),
    ),
    example(award.AwardCorrected, GRANT, corrects=2, now={"amount": 5120000}),
    example(award.AwardEntryVoided, GRANT, voids=2),
)
