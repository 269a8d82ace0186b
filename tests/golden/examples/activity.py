"""One example of every event of the area activity."""

from domain.activity import events as activity
from tests.golden.examples.shared import EVIDENCE, example

EXAMPLES = (
    example(
        activity.ActivityStarted,
        "own:203246",
        code="trial-tateshina",
        name="おためし立科テレワーク事業",
        kind=activity.Kind.COMPANY_ATTRACTION,
    ),
    example(
        activity.ActivityStopped,
        "own:203246",
        grounds=activity.Grounds.AIMS_APART,
        evidence=EVIDENCE,
    ),
    example(activity.ActivityCorrected, "own:203246", corrects=2, now={"grounds": "no-result"}),
    example(activity.ActivityEntryVoided, "own:203246", voids=2),
)
