"""One example of every event of the area publication."""

from domain.publication import events as e
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

SHOWN = [{"person_id": ONE, "scopes": ["name", "photo"]}]

EXAMPLES = (
    example(
        e.ContentPublished,
        GRANT,
        number="P-2024-001",
        title="テレワークで働く人たち",
        audience="residents",
        channel="town-website",
        place="https://www.example.jp/telework/1",
        municipality="203246",
        plan_year=2024,
        item=1,
        shown=SHOWN,
        as_fact=False,
        evidence=EVIDENCE,
        policy_version=1,
    ),
    example(e.ContentCorrected, GRANT, title="テレワークの仕事", shown=SHOWN, as_fact=True),
    example(e.ContentWithdrawn, GRANT, reason=e.WithdrawReason.CONSENT_WITHDRAWN),
    example(
        e.ResponseRecorded,
        GRANT,
        kind=e.ResponseKind.INQUIRY,
        count=1,
        engagement_id=OTHER,
    ),
    example(
        e.PublicationMatterClosed,
        GRANT,
        concerns=1,
        check="consent-to-be-shown",
        closing="remedied",
        note=sealed("note"),
    ),
    example(e.PublicationCorrected, GRANT, corrects=1, now={"channel": "newsletter"}),
    example(e.PublicationEntryVoided, GRANT, voids=3),
)
