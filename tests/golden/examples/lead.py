"""One example of every event of the area lead."""

from domain.lead import events as lead
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, example

EXAMPLES = (
    example(
        lead.LeadOpened,
        GRANT,
        number="L-2024-001",
        client_id=ONE,
        title="問合せ対応の補助",
        origin="referral",
        municipality="203246",
    ),
    example(lead.MeetingHeld, GRANT, form="visit", note=sealed("note")),
    example(lead.ProposalSent, GRANT, amount=300000, evidence=EVIDENCE),
    example(lead.NextStepPlanned, GRANT, step="call", due_day="2024-10-15"),
    example(lead.LikelihoodJudged, GRANT, likelihood="interested"),
    example(lead.LeadWon, GRANT, engagement_id=ONE, engagement_number="E-2024-001"),
    example(lead.LeadLost, GRANT, reason="price", note=sealed("note")),
    example(lead.LeadCorrected, GRANT, corrects=3, now={"amount": 310000}),
    example(lead.LeadEntryVoided, GRANT, voids=2),
)
