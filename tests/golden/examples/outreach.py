"""One example of every event of the area outreach."""

from domain.outreach import events as e
from tests.golden.examples.shared import EVIDENCE, GRANT, example

EXAMPLES = (
    example(e.PolicyDrafted, GRANT, version=1, title="広報運用ポリシー", text_sha256="ab" * 32),
    example(
        e.PolicyApproved,
        GRANT,
        version=1,
        approved_on="2024-09-25",
        approval_number="決-45",
        evidence=EVIDENCE,
    ),
    example(e.PolicySuperseded, GRANT, version=1),
    example(e.PolicyCorrected, GRANT, corrects=2, now={"approval_number": "決-46"}),
    example(e.PolicyEntryVoided, GRANT, voids=3),
    example(
        e.OutreachPlanApproved,
        GRANT,
        fiscal_year=2024,
        title="令和6年度広報計画",
        approval_number="決-47",
        evidence=EVIDENCE,
    ),
    example(
        e.PlanItemAdded,
        GRANT,
        fiscal_year=2024,
        item=1,
        planned_on="2024-11-01",
        audience=e.Audience.RESIDENTS,
        channel="town-website",
        aim="説明会の参加者を増やす",
        municipality="joint",
        kpi="kpi1",
    ),
    example(e.PlanItemMoved, GRANT, fiscal_year=2024, item=1, planned_on="2024-11-15"),
    example(e.PlanItemDropped, GRANT, fiscal_year=2024, item=1, reason=e.DropReason.NO_OCCASION),
    example(e.OutreachPlanCorrected, GRANT, corrects=2, now={"channel": "newsletter"}),
    example(e.OutreachPlanEntryVoided, GRANT, voids=4),
)
