"""Invented mentorships (架空)."""

from typing import Any

from application.demo.teller import Teller
from domain.mentorship import commands as c

# Mentee, mentor, requested, proposed, accepted, sessions (planned for, what became of them).
MENTORSHIPS = (
    ("W-002", "W-001", "2024-09-20", "2024-09-25", "2024-09-30",
     (("2024-10-10", "held"), ("2024-11-07", "held"), ("2024-12-05", "missed"),
      ("2025-01-16", "held"))),
    ("W-004", "W-003", "2024-11-01", "2024-11-06", "2024-11-11",
     (("2024-11-28", "held"), ("2024-12-19", "held"), ("2025-02-06", "held"))),
    ("W-008", "W-007", "2025-05-12", "2025-05-19", "2025-05-26",
     (("2025-06-12", "held"), ("2025-07-10", "missed"), ("2025-08-07", "held"))),
    ("W-014", "W-001", "2026-05-11", "2026-05-18", "2026-05-25",
     (("2026-06-11", "held"), ("2026-12-10", "planned"))),
)  # fmt: skip
COMPLETED = {"W-002": "2025-02-28", "W-004": "2025-03-14"}
HOUR = 60


def tell(teller: Teller) -> None:
    """Tell of requests, proposals, goals and sessions, and of two that were completed."""
    for mentee, mentor, requested, proposed, accepted, sessions in MENTORSHIPS:
        of: dict[str, Any] = {
            "mentorship_id": teller.id_of("mentorship", f"{teller.worker(mentee)}|1")
        }
        teller.tell(c.RequestMentorship, requested, mentee=teller.worker(mentee), ordinal=1)
        teller.tell(
            c.ProposeMentor, proposed, mentor=teller.person(mentor),
            reasons=["skill", "schedule"], **of,
        )  # fmt: skip
        teller.tell(c.AcceptProposal, accepted, **of)
        teller.tell(c.SetGoal, accepted, goal=1, text="（架空）一件の業務を一人で終える", **of)
        for session, (planned_for, became) in enumerate(sessions, start=1):
            teller.tell(
                c.PlanSession, accepted, session=session, planned_for=planned_for,
                minutes=HOUR, **of,
            )  # fmt: skip
            if became == "held":
                teller.tell(c.HoldSession, planned_for, session=session, minutes=HOUR, **of)
            elif became == "missed":
                teller.tell(c.MissSession, planned_for, session=session, **of)
        if completed := COMPLETED.get(mentee):
            teller.tell(c.ReviewGoal, completed, goal=1, result="reached", **of)
            teller.tell(c.CompleteMentorship, completed, **of)
