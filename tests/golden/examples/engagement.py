"""One example of every event of the area engagement."""

from domain.engagement import events as engagement
from tests.golden.examples.shared import CANCELLED, EVIDENCE, GRANT, ONE, ORIGIN, example

ORDER = {"amount": 110000, "tax": "standard", "due_day": "2024-12-20"}
UPSTREAM = {"upstream_due": "2025-01-31"}
INVOICE = {"invoice_number": "INV-2024-001", "amount": 60000, "evidence": EVIDENCE}
QUALIFIED = {
    "payment_due": "2024-10-31",
    "issuer": "T9999999999999",
    "rates": [{"rate": 10, "total": 60000, "tax": 5454}],
}

EXAMPLES = (
    example(
        engagement.InquiryReceived,
        GRANT,
        **ORIGIN,
        number="E-2024-001",
        client_id=ONE,
        title="議事録の文字起こし",
    ),
    example(engagement.EstimateGiven, GRANT, amount=110000, tax="standard"),
    example(
        engagement.OrderReceived,
        GRANT,
        **ORIGIN,
        **ORDER,
        **UPSTREAM,
        contractor="town",
        contractor_code="203246",
        rhythm="monthly",
    ),
    example(engagement.OrderChanged, GRANT, **ORDER, **UPSTREAM),
    example(engagement.OrderContinued, GRANT, **ORIGIN, **ORDER),
    example(engagement.InvoiceIssued, GRANT, **ORIGIN, **INVOICE, **QUALIFIED),
    example(engagement.MoneyReceived, GRANT, **ORIGIN, **INVOICE),
    example(
        engagement.EngagementAttributed,
        GRANT,
        **ORIGIN,
        source="offsite-stay",
        source_id=ONE,
        source_number="WT-2024-01",
    ),
    example(engagement.EngagementCancelled, GRANT, **CANCELLED),
    example(engagement.EngagementClosed, GRANT),
    example(engagement.EngagementCorrected, GRANT, corrects=2, now={"amount": 120000}),
    example(engagement.EngagementVoided, GRANT, voids=2),
)
