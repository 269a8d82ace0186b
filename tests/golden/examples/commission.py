"""One example of every event of the area commission."""

from domain.commission import events as commission
from tests.golden.examples.shared import (
    CANCELLED,
    COMMAND,
    EVIDENCE,
    GRANT,
    ONE,
    ORIGIN,
    OTHER,
    example,
)

COUNTED = ORIGIN | {"person_id": ONE, "orderer": "town"}
WORK = {"content": "議事録3件の文字起こし", "amount": 30000, "delivery_day": "2024-11-29"}
TERMS = WORK | {
    "place": "共有フォルダに保存",
    "inspect_by": "2024-12-06",
    "payment_due": "2024-12-27",
    "payment_method": "transfer",
}
INSPECTED = {"delivery": 1, "evidence": EVIDENCE}

EXAMPLES = (
    example(
        commission.CommissionOffered,
        GRANT,
        **COUNTED,
        **WORK,
        orderer_code="203246",
        engagement_id=OTHER,
        worker_id=COMMAND,
        ordinal=1,
        engagement_number="E-2024-001",
    ),
    example(commission.CommissionAccepted, GRANT, **COUNTED),
    example(commission.CommissionDeclined, GRANT),
    example(commission.OfferWithdrawn, GRANT),
    example(commission.TermsStated, GRANT, **TERMS),
    example(commission.TermsChanged, GRANT, **TERMS, cause="client-asked"),
    example(
        commission.WorkDelivered,
        GRANT,
        **COUNTED,
        delivery=2,
        extent="whole",
        redoes=1,
        evidence=EVIDENCE,
    ),
    example(commission.InspectionPassed, GRANT, **COUNTED, **INSPECTED),
    example(commission.InspectionFailed, GRANT, **INSPECTED, cause="defect"),
    example(commission.ReworkRequested, GRANT, **INSPECTED, cause="defect", cost_bearer="worker"),
    example(
        commission.RemunerationPaid,
        GRANT,
        **COUNTED,
        gross=30000,
        withheld=3063,
        transferred=26937,
        evidence=EVIDENCE,
    ),
    example(commission.CommissionCompleted, GRANT, **COUNTED),
    example(commission.CommissionCancelled, GRANT, **CANCELLED),
    example(commission.CommissionCorrected, GRANT, corrects=7, now={"extent": "part"}),
    example(commission.CommissionVoided, GRANT, voids=7),
)
