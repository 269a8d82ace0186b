"""One example of every event of the area offsite_stay."""

from domain.offsite_stay import events as e
from tests.golden.examples.shared import EVIDENCE, ONE, OTHER, example

OWN = "own:203246"

EXAMPLES = (
    example(
        e.StayInvited,
        OWN,
        number="WT-2024-01",
        client_id=ONE,
        organisation="架空ソフト株式会社",
        municipality="203246",
    ),
    example(
        e.StayHeld,
        OWN,
        last_day="2024-10-03",
        heads=8,
        company_programme_id=OTHER,
        evidence=EVIDENCE,
        municipality="203246",
    ),
    example(e.FollowUpMade, OWN, kind=e.FollowUp.PROPOSAL, evidence=EVIDENCE),
    example(e.StayCancelled, OWN, reason=e.CancelReason.FIRM_WITHDREW),
    example(e.StayCorrected, OWN, corrects=2, now={"heads": 9}),
    example(e.StayEntryVoided, OWN, voids=3),
)
