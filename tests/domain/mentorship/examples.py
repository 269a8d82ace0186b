"""A mentorship's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.base.event import Event
from domain.mentorship import commands as c
from domain.mentorship import events as e
from tests.domain.worker.examples import HANAKO, TATESHINA, WORKER
from tests.given import day, sealed

GRANT = "grant:dx-r6"
MENTORSHIP = UUID(int=0xF1)
BEFORE = UUID(int=0xF0)
JIRO = UUID(int=0xA2)
SABURO = UUID(int=0xA3)
SKILL = (e.ProposalReason.SKILL,)


def requested(on: str = "2024-05-01", *, ordinal: int = 1) -> e.MentorshipRequested:
    """Hanako wants a mentor."""
    return e.MentorshipRequested(
        effective_on=day(on),
        programme=GRANT,
        mentee=WORKER,
        ordinal=ordinal,
        person_id=HANAKO,
        municipality=TATESHINA,
    )


def proposed(on: str, mentor: UUID = JIRO) -> e.MentorProposed:
    """Someone is proposed to her."""
    return e.MentorProposed(
        effective_on=day(on), programme=GRANT, mentor=mentor, reasons=SKILL, note=sealed("note")
    )


def accepted(on: str, mentor: UUID = JIRO) -> e.ProposalAccepted:
    """They agree."""
    return e.ProposalAccepted(effective_on=day(on), programme=GRANT, mentor=mentor)


def declined(on: str) -> e.ProposalDeclined:
    """They do not."""
    return e.ProposalDeclined(effective_on=day(on), programme=GRANT)


def goal(on: str, number: int = 1) -> e.GoalSet:
    """She sets a goal."""
    return e.GoalSet(effective_on=day(on), programme=GRANT, goal=number, text=sealed("goal"))


def reviewed(on: str, number: int = 1) -> e.GoalReviewed:
    """She has reached it."""
    return e.GoalReviewed(
        effective_on=day(on), programme=GRANT, goal=number, result=e.GoalResult.REACHED
    )


def planned(on: str, session: int, planned_for: str) -> e.SessionPlanned:
    """They plan to meet."""
    return e.SessionPlanned(
        effective_on=day(on),
        programme=GRANT,
        session=session,
        planned_for=day(planned_for),
        minutes=60,
    )


def held(on: str, session: int, mentor: UUID = JIRO) -> e.SessionHeld:
    """They met."""
    return e.SessionHeld(
        effective_on=day(on), programme=GRANT, session=session, minutes=50, mentor=mentor
    )


def missed(on: str, session: int, missed_by: e.MissedBy | None = None) -> e.SessionMissed:
    """They did not meet."""
    return e.SessionMissed(
        effective_on=day(on), programme=GRANT, session=session, missed_by=missed_by
    )


def cancelled(on: str, session: int) -> e.SessionCancelled:
    """They called it off."""
    return e.SessionCancelled(effective_on=day(on), programme=GRANT, session=session)


def reassigned(on: str, mentor: UUID = SABURO) -> e.MentorReassigned:
    """Someone else takes over."""
    return e.MentorReassigned(
        effective_on=day(on),
        programme=GRANT,
        mentor=mentor,
        reason=e.ReassignmentReason.MENTOR_UNAVAILABLE,
    )


def completed(on: str) -> e.MentorshipCompleted:
    """It is done."""
    return e.MentorshipCompleted(effective_on=day(on), programme=GRANT)


def ended(on: str) -> e.MentorshipEnded:
    """It stops early."""
    return e.MentorshipEnded(effective_on=day(on), programme=GRANT, reason=e.EndReason.WISH)


def session_corrected(on: str, version: int, **now: object) -> e.SessionCorrected:
    """A session entry was wrong."""
    return e.SessionCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def session_voided(on: str, version: int) -> e.SessionVoided:
    """A session entry never took place."""
    return e.SessionVoided(effective_on=day(on), programme=GRANT, voids=version)


def mentorship_voided(on: str, version: int) -> e.MentorshipVoided:
    """An entry of the course never held."""
    return e.MentorshipVoided(effective_on=day(on), programme=GRANT, voids=version)


def request(
    on: str = "2024-05-01", *, ordinal: int = 1, before: UUID | None = None
) -> c.RequestMentorship:
    """Ask for a mentor for Hanako."""
    return c.RequestMentorship(
        effective_on=day(on), programme=GRANT, mentee=WORKER, ordinal=ordinal, before=before
    )


def propose(on: str, mentor: UUID = JIRO) -> c.ProposeMentor:
    """Propose someone; the programme is that of the mentorship, whatever the command says."""
    return c.ProposeMentor(
        effective_on=day(on),
        mentorship_id=MENTORSHIP,
        mentor=mentor,
        reasons=SKILL,
        note=sealed("note"),
    )


def accept(on: str) -> c.AcceptProposal:
    """Accept what is proposed."""
    return c.AcceptProposal(effective_on=day(on), mentorship_id=MENTORSHIP)


def decline(on: str) -> c.DeclineProposal:
    """Decline what is proposed."""
    return c.DeclineProposal(effective_on=day(on), mentorship_id=MENTORSHIP)


def set_goal(on: str, number: int = 1) -> c.SetGoal:
    """Set a goal; its text is sealed by the time a command is decided."""
    return c.SetGoal(
        effective_on=day(on), mentorship_id=MENTORSHIP, goal=number, text=sealed("goal")
    )


def review_goal(on: str, number: int = 1) -> c.ReviewGoal:
    """Look at a goal."""
    return c.ReviewGoal(
        effective_on=day(on), mentorship_id=MENTORSHIP, goal=number, result=e.GoalResult.REACHED
    )


def plan(on: str, session: int, planned_for: str) -> c.PlanSession:
    """Plan a session."""
    return c.PlanSession(
        effective_on=day(on),
        mentorship_id=MENTORSHIP,
        session=session,
        planned_for=day(planned_for),
        minutes=60,
    )


def hold(on: str, session: int) -> c.HoldSession:
    """Record that they met."""
    return c.HoldSession(
        effective_on=day(on), mentorship_id=MENTORSHIP, session=session, minutes=50
    )


def miss(on: str, session: int, missed_by: e.MissedBy | None = None) -> c.MissSession:
    """Record that they did not meet."""
    return c.MissSession(
        effective_on=day(on), mentorship_id=MENTORSHIP, session=session, missed_by=missed_by
    )


def cancel(on: str, session: int) -> c.CancelSession:
    """Call a session off."""
    return c.CancelSession(effective_on=day(on), mentorship_id=MENTORSHIP, session=session)


def reassign(on: str, mentor: UUID = SABURO) -> c.ReassignMentor:
    """Let someone else take over."""
    return c.ReassignMentor(
        effective_on=day(on),
        mentorship_id=MENTORSHIP,
        mentor=mentor,
        reason=e.ReassignmentReason.MENTOR_UNAVAILABLE,
    )


def complete(on: str) -> c.CompleteMentorship:
    """Complete it."""
    return c.CompleteMentorship(effective_on=day(on), mentorship_id=MENTORSHIP)


def end(on: str) -> c.EndMentorship:
    """End it early."""
    return c.EndMentorship(effective_on=day(on), mentorship_id=MENTORSHIP, reason=e.EndReason.WISH)


def correct_session(version: int, **now: object) -> c.CorrectSession:
    """Correct a session entry."""
    return c.CorrectSession(
        effective_on=day("2025-01-10"), mentorship_id=MENTORSHIP, version=version, now=now
    )


def void_session(version: int) -> c.VoidSession:
    """Void a session entry."""
    return c.VoidSession(effective_on=day("2025-01-10"), mentorship_id=MENTORSHIP, version=version)


def correct(version: int, **now: object) -> c.CorrectMentorship:
    """Correct an entry of the course."""
    return c.CorrectMentorship(
        effective_on=day("2025-01-10"), mentorship_id=MENTORSHIP, version=version, now=now
    )


def void(version: int) -> c.VoidMentorship:
    """Void an entry of the course."""
    return c.VoidMentorship(
        effective_on=day("2025-01-10"), mentorship_id=MENTORSHIP, version=version
    )


RUNNING: tuple[Event, ...] = (
    requested("2024-05-01"),
    proposed("2024-05-10"),
    accepted("2024-05-20"),
)
"""Jiro has been Hanako's mentor since 20 May."""

LIFE: tuple[Event, ...] = (
    *RUNNING,
    goal("2024-05-21"),
    planned("2024-05-21", 1, "2024-06-10"),
    planned("2024-05-21", 2, "2024-07-10"),
    planned("2024-05-21", 3, "2024-08-10"),
    held("2024-06-11", 1),
    missed("2024-07-10", 2),
    reassigned("2024-07-20"),
    held("2024-08-10", 3, SABURO),
    reviewed("2024-08-31"),
    completed("2024-08-31"),
)
"""Three sessions, one of them missed, with a change of mentor before the last."""
