"""One example of every event of the area meeting."""

from typing import Any

from domain.meeting import events as meeting
from tests.given import day, sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

RHYTHM: dict[str, Any] = {
    "interval_days": 14,
    "expects": ("worker-management", "client-communication", "outreach"),
}
FOLLOWED: dict[str, Any] = {"change": "plan", "record": OTHER, "record_version": 2}

EXAMPLES = (
    example(meeting.SeriesPlanned, GRANT, code="three-teams", name="三業務定例会議", **RHYTHM),
    example(meeting.RhythmChanged, GRANT, **RHYTHM),
    example(meeting.SeriesEnded, GRANT),
    example(meeting.SeriesCorrected, GRANT, corrects=1, now={"interval_days": 7}),
    example(meeting.SeriesEntryVoided, GRANT, voids=2),
    example(
        meeting.MeetingScheduled, GRANT, series_id=ONE, number=1, planned_for=day("2024-10-16")
    ),
    example(meeting.MeetingMoved, GRANT, planned_for=day("2024-10-23"), reason="holiday"),
    example(
        meeting.MeetingHeld,
        GRANT,
        represented=({"team": "outreach", "person_id": ONE},),
        others=2,
        organisations=("202126",),
        private_present=True,
        evidence=EVIDENCE,
    ),
    example(meeting.MeetingNotHeld, GRANT, reason="new-year"),
    example(meeting.RepresentativeAbsent, GRANT, team="outreach"),
    example(
        meeting.DecisionMade,
        GRANT,
        decision=1,
        subject="納品前の確認を二人で行う",
        touches=(OTHER,),
        text=sealed("text"),
        private_present=True,
    ),
    example(meeting.DecisionCarriedOut, GRANT, decision=1, **FOLLOWED),
    example(
        meeting.ActionAssigned,
        GRANT,
        action=1,
        decision=1,
        assignee="team",
        assignee_code="outreach",
        person_id=ONE,
        subject="手順書の案を作る",
        due=day("2024-10-30"),
    ),
    example(meeting.ActionClosed, GRANT, action=1, evidence=EVIDENCE),
    example(meeting.ActionDropped, GRANT, action=1, reason="not-needed"),
    example(meeting.MeetingCorrected, GRANT, corrects=3, now={"others": 3}),
    example(meeting.MeetingEntryVoided, GRANT, voids=4),
)
