"""What can be asked to be recorded of a mentorship."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.mentorship import rules
from domain.mentorship.events import (
    End,
    GoalNumber,
    Holding,
    Mentee,
    MentorshipCorrected,
    MentorshipId,
    MentorshipVoided,
    Missing,
    Plan,
    Proposal,
    Reassignment,
    Request,
    Review,
    SessionCorrected,
    SessionNumber,
    SessionVoided,
)

GoalText = Annotated[
    Text, Personal("note"), Label("目標", "goal", "表計算の関数を一人で使えるようになる")
]
Note = Annotated[Text, Personal("note"), Label("メモ", "note")]


class RequestMentorship(Request, Command):
    """Ask for a mentor; each further mentorship of a worker names the one before, which is over."""

    LABEL = Label("メンタリングを希望する", "Request a mentorship")
    REFUSALS = (rules.REQUESTED_ALREADY, rules.MENTEE_NOT_ON_ROLL, rules.BEFORE_NOT_OVER)

    mentee: Annotated[Mentee, Reads("worker")]
    before: Annotated[
        MentorshipId | None, Reads("mentorship"), Label("一つ前のメンタリング", "mentorship before")
    ] = None

    def opens(self) -> str:
        """One stream for each mentorship of a worker, counted from 1."""
        return f"{self.mentee}|{self.ordinal}"


class OfMentorship(Command):
    """A command on one mentorship; what it records is of the mentorship's own programme."""

    TARGET = "mentorship_id"

    mentorship_id: MentorshipId


class ProposeMentor(Proposal, OfMentorship):
    """Propose a mentor."""

    LABEL = Label("メンターを提案する", "Propose a mentor")
    REFUSALS = (
        rules.OVER_ALREADY,
        rules.HAS_A_MENTOR,
        rules.PROPOSAL_OPEN,
        rules.OWN_MENTOR,
        rules.LATER_ENTRIES,
    )

    note: Note | None = None


class AcceptProposal(OfMentorship):
    """Record that the proposal was accepted; the mentorship runs from that day on."""

    LABEL = Label("提案を受ける", "Accept a proposal")
    REFUSALS = (rules.OVER_ALREADY, rules.NO_PROPOSAL, rules.LATER_ENTRIES)


class DeclineProposal(OfMentorship):
    """Record that the proposal was declined; nobody is asked why."""

    LABEL = Label("提案を見送る", "Decline a proposal")
    REFUSALS = (rules.OVER_ALREADY, rules.NO_PROPOSAL, rules.LATER_ENTRIES)


class SetGoal(OfMentorship):
    """Record a goal."""

    LABEL = Label("目標を立てる", "Set a goal")
    REFUSALS = (rules.NOT_RUNNING, rules.GOAL_SET_ALREADY)

    goal: GoalNumber
    text: GoalText


class ReviewGoal(Review, OfMentorship):
    """Record what became of a goal."""

    LABEL = Label("目標を振り返る", "Review a goal")
    REFUSALS = (rules.NOT_RUNNING, rules.GOAL_NOT_SET)


class PlanSession(Plan, OfMentorship):
    """Record that a session is planned; `effective_on` is the day of planning it."""

    LABEL = Label("面談を予定する", "Plan a session")
    REFUSALS = (rules.NOT_RUNNING, rules.PLANNED_FOR_THE_PAST, rules.PLANNED_ALREADY)


class HoldSession(Holding, OfMentorship):
    """Record that a session was held, on its day or another."""

    LABEL = Label("面談の実施を記録する", "Record that a session was held")
    HAPPENED = True
    REFUSALS = (rules.NOT_RUNNING, rules.SESSION_NOT_PLANNED, rules.SESSION_SETTLED)


class MissSession(Missing, OfMentorship):
    """Record that a session did not take place."""

    LABEL = Label("面談の不実施を記録する", "Record that a session was missed")
    REFUSALS = (
        rules.NOT_RUNNING,
        rules.SESSION_NOT_PLANNED,
        rules.SESSION_SETTLED,
        rules.NOT_DUE,
    )


class CancelSession(OfMentorship):
    """Record that a planned session was called off."""

    LABEL = Label("面談を取りやめる", "Cancel a session")
    REFUSALS = (rules.NOT_RUNNING, rules.SESSION_NOT_PLANNED, rules.SESSION_SETTLED)

    session: SessionNumber


class ReassignMentor(Reassignment, OfMentorship):
    """Record that another mentor, who has agreed, takes over."""

    LABEL = Label("メンターの交代を記録する", "Reassign the mentor")
    REFUSALS = (rules.NOT_RUNNING, rules.OWN_MENTOR, rules.SAME_MENTOR, rules.LATER_ENTRIES)


class CompleteMentorship(OfMentorship):
    """Record that the mentorship came to its end as intended, on its last day."""

    LABEL = Label("メンタリングを完了する", "Complete a mentorship")
    REFUSALS = (
        rules.OVER_ALREADY,
        rules.NOT_RUNNING,
        rules.LATER_ENTRIES,
        rules.SESSIONS_LEFT,
    )


class EndMentorship(End, OfMentorship):
    """Record that the mentorship ends before it is completed, on its last day."""

    LABEL = Label("メンタリングを終了する", "End a mentorship")
    REFUSALS = (rules.OVER_ALREADY, rules.LATER_ENTRIES, rules.SESSIONS_LEFT)


_SESSION_RULES = (
    rules.LATER_ENTRIES,
    rules.NOT_RUNNING,
    rules.PLANNED_FOR_THE_PAST,
    rules.SESSION_NOT_PLANNED,
    rules.NOT_DUE,
)
_COURSE_RULES = (
    rules.PROPOSAL_OPEN,
    rules.NO_PROPOSAL,
    rules.NOT_RUNNING,
    rules.GOAL_NOT_SET,
    rules.LATER_ENTRIES,
)


class CorrectSession(OfMentorship, Correct):
    """Put right what was recorded of a session."""

    LABEL = Label("面談の記録を訂正する", "Correct a session entry")
    REFUSALS = (*MEND_RULES, *_SESSION_RULES)
    EVENT = SessionCorrected


class VoidSession(OfMentorship, Annul):
    """Record that an entry of a session never took place."""

    LABEL = Label("面談の記録を取り消す", "Void a session entry")
    REFUSALS = (*VOID_RULES, *_SESSION_RULES)
    EVENT = SessionVoided


class CorrectMentorship(OfMentorship, Correct):
    """Put right what was recorded of the course of a mentorship."""

    LABEL = Label("メンタリングの記録を訂正する", "Correct a mentorship entry")
    REFUSALS = (*MEND_RULES, *_COURSE_RULES)
    EVENT = MentorshipCorrected


class VoidMentorship(OfMentorship, Annul):
    """Record that an entry of the course of a mentorship never held."""

    LABEL = Label("メンタリングの記録を取り消す", "Void a mentorship entry")
    REFUSALS = (*VOID_RULES, *_COURSE_RULES)
    EVENT = MentorshipVoided


WhileRunning = (
    SetGoal | ReviewGoal | PlanSession | HoldSession | MissSession | CancelSession | ReassignMentor
)
MentorshipStep = (
    ProposeMentor
    | AcceptProposal
    | DeclineProposal
    | WhileRunning
    | CompleteMentorship
    | EndMentorship
)
"""What is decided on a mentorship that was requested."""
MentorshipCommand = (
    RequestMentorship
    | MentorshipStep
    | CorrectSession
    | VoidSession
    | CorrectMentorship
    | VoidMentorship
)
