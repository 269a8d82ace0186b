"""One example of every event of the area pilot."""

from typing import Any

from domain.pilot import events as pilot
from tests.given import sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, example

OF_PILOT: dict[str, Any] = {"municipality": "203246"}

EXAMPLES = (
    example(
        pilot.PilotStarted,
        GRANT,
        **OF_PILOT,
        number="P-R6-01",
        title="窓口申請のデジタル化（架空）",
        partner="town-hall",
        evidence=EVIDENCE,
    ),
    example(pilot.PilotCompleted, GRANT, **OF_PILOT, evidence=EVIDENCE),
    example(pilot.PilotAbandoned, GRANT, **OF_PILOT, grounds="not-feasible", evidence=EVIDENCE),
    example(
        pilot.LessonRecorded,
        GRANT,
        **OF_PILOT,
        lesson=1,
        theme="workflow",
        learnt_from="failure",
        shared_with=("202126",),
        shared_beyond=True,
        from_failure=True,
        evidence=EVIDENCE,
        text=sealed("lesson"),
    ),
    example(
        pilot.PolicyLinked,
        GRANT,
        **OF_PILOT,
        policy="203246-5-2",
        policy_title="産業振興計画（架空）",
        policy_field="industry",
        policy_of="203246",
        begun_in=2024,
    ),
    example(pilot.PilotCorrected, GRANT, corrects=3, now={"theme": "tool"}),
    example(pilot.PilotEntryVoided, GRANT, voids=3),
)
