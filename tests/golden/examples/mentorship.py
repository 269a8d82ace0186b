"""One example of every event of the area mentorship."""

from domain.mentorship import events as mentorship
from tests.given import day, sealed
from tests.golden.examples.shared import GRANT, ONE, OTHER, example

EXAMPLES = (
    example(
        mentorship.MentorshipRequested,
        GRANT,
        mentee=OTHER,
        ordinal=2,
        person_id=ONE,
        municipality="203246",
    ),
    example(
        mentorship.MentorProposed,
        GRANT,
        mentor=OTHER,
        reasons=["skill", "schedule"],
        note=sealed("note"),
    ),
    example(mentorship.ProposalAccepted, GRANT, mentor=OTHER),
    example(mentorship.ProposalDeclined, GRANT),
    example(mentorship.GoalSet, GRANT, goal=1, text=sealed("goal")),
    example(mentorship.GoalReviewed, GRANT, goal=1, result="partly"),
    example(
        mentorship.SessionPlanned,
        GRANT,
        session=3,
        planned_for=day("2024-10-15"),
        minutes=60,
    ),
    example(mentorship.SessionHeld, GRANT, session=3, minutes=50, mentor=OTHER),
    example(mentorship.SessionMissed, GRANT, session=3, missed_by="other"),
    example(mentorship.SessionCancelled, GRANT, session=3),
    example(mentorship.MentorReassigned, GRANT, mentor=OTHER, reason="mentor-unavailable"),
    example(mentorship.MentorshipCompleted, GRANT),
    example(mentorship.MentorshipEnded, GRANT, reason="left-roll"),
    example(mentorship.SessionCorrected, GRANT, corrects=7, now={"minutes": 45}),
    example(mentorship.SessionVoided, GRANT, voids=7),
    example(mentorship.MentorshipCorrected, GRANT, corrects=1, now={"effective_on": "2024-09-01"}),
    example(mentorship.MentorshipVoided, GRANT, voids=3),
)
