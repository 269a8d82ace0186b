"""What happens to one mentorship. What is said in a session is never recorded."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import Field

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Municipality, PersonId, WorkerId
from domain.base.personal import Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label

MentorshipId = Annotated[UUID, Label("メンタリング", "mentorship")]
Mentee = Annotated[WorkerId, Label("メンティー", "mentee")]
Mentor = Annotated[PersonId, Label("メンター", "mentor")]
Ordinal = Annotated[int, Field(strict=True, ge=1, le=99), Label("通し番号", "ordinal", "1")]
GoalNumber = Annotated[int, Field(strict=True, ge=1, le=99), Label("目標番号", "goal", "1")]
SessionNumber = Annotated[int, Field(strict=True, ge=1, le=999), Label("回", "session", "1")]
Minutes = Annotated[int, Field(strict=True, ge=1, le=1440), Label("時間（分）", "minutes", "60")]
PlannedFor = Annotated[Day, Label("予定日", "planned for", "2024-06-10")]
GoalText = Annotated[Sealed, SealedMark("note"), Label("目標", "goal")]
Note = Annotated[Sealed, SealedMark("note"), Label("メモ", "note")]


class ProposalReason(Code):
    """Why a mentor is proposed."""

    SKILL = "skill", "伸ばしたいスキルに合う", "fits the skill to be learnt"
    WORK = "work", "希望する仕事の経験がある", "knows the work that is wanted"
    SCHEDULE = "schedule", "時間が合う", "has time at the same hours"
    AREA = "area", "近くに住んでいる", "lives nearby"
    WISH = "wish", "本人の希望", "wish of the mentee"


class ReassignmentReason(Code):
    """Why another mentor takes over."""

    MENTOR_UNAVAILABLE = "mentor-unavailable", "メンターの都合", "mentor not available"
    WISH = "wish", "本人の希望", "wish of the mentee"
    GOAL_CHANGED = "goal-changed", "目標の変更", "other goals"
    OTHER = "other", "その他", "other"


class EndReason(Code):
    """Why a mentorship ended before it was completed."""

    WISH = "wish", "本人の希望", "wish of the mentee"
    NO_MENTOR = "no-mentor", "メンターが見つからない", "no mentor found"
    MENTOR_UNAVAILABLE = "mentor-unavailable", "メンターの都合", "mentor not available"
    LEFT_ROLL = "left-roll", "登録の終了", "the mentee left the roll"
    OTHER = "other", "その他", "other"


class GoalResult(Code):
    """What became of a goal."""

    REACHED = "reached", "達成", "reached"
    PARTLY = "partly", "一部達成", "partly reached"
    NOT_REACHED = "not-reached", "未達成", "not reached"
    DROPPED = "dropped", "取りやめ", "dropped"


class MissedBy(Code):
    """On whose side a session fell through; on no page and in no count."""

    MENTEE = "mentee", "メンティーの都合", "mentee"
    MENTOR = "mentor", "メンターの都合", "mentor"
    OTHER = "other", "その他の事情", "other circumstances"


class Request(Fields):
    """Whose mentorship, and the how many-eth of that worker."""

    mentee: Mentee
    ordinal: Ordinal


class Proposal(Fields):
    """Who is proposed as mentor, and why."""

    mentor: Mentor
    reasons: Annotated[
        tuple[ProposalReason, ...],
        Field(min_length=1),
        Label("提案の理由", "reasons", "skill"),
    ]


class Reassignment(Fields):
    """Who takes over as mentor, and why."""

    mentor: Mentor
    reason: Annotated[ReassignmentReason, Label("交代の理由", "reason", "mentor-unavailable")]


class Review(Fields):
    """What became of a goal."""

    goal: GoalNumber
    result: Annotated[GoalResult, Label("結果", "result", "reached")]


class Plan(Fields):
    """Which session, for which day, and how long."""

    session: SessionNumber
    planned_for: PlannedFor
    minutes: Minutes


class Holding(Fields):
    """Which session was held, and how long."""

    session: SessionNumber
    minutes: Minutes


class Missing(Fields):
    """Which session fell through, and, if someone wants to say, on whose side."""

    session: SessionNumber
    missed_by: Annotated[MissedBy | None, Label("不実施の事情", "missed by", "other")] = None


class End(Fields):
    """Why a mentorship ended early."""

    reason: Annotated[EndReason, Label("終了の理由", "reason", "wish")]


class MentorshipRequested(Request, Event):
    """A mentor was asked for, for a worker on the roll."""

    TOPIC = "mentorship.requested"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "メンタリングを希望した（{ordinal}回目）。", "Mentorship number {ordinal} was requested."
    )

    person_id: Annotated[PersonId, Label("メンティー（人）", "mentee as a person")]
    municipality: Municipality


class MentorProposed(Proposal, Event):
    """A mentor was proposed."""

    TOPIC = "mentorship.mentor_proposed"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label("メンターを提案した。", "A mentor was proposed.")

    note: Note | None = None


class ProposalAccepted(Event):
    """The proposed mentor was accepted, and the mentorship runs from this day on."""

    TOPIC = "mentorship.proposal_accepted"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "提案されたメンターに決まった。", "The proposed mentor was accepted."
    )

    mentor: Mentor


class ProposalDeclined(Event):
    """A proposal was declined, which needs no reason."""

    TOPIC = "mentorship.proposal_declined"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label("提案は見送られた。", "The proposal was declined.")


class GoalSet(Event):
    """A goal was set."""

    TOPIC = "mentorship.goal_set"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label("目標{goal}を立てた。", "Goal {goal} was set.")

    goal: GoalNumber
    text: GoalText


class GoalReviewed(Review, Event):
    """It was looked at what became of a goal."""

    TOPIC = "mentorship.goal_reviewed"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "目標{goal}を振り返った（{result}）。", "Goal {goal} was reviewed ({result})."
    )


class SessionPlanned(Plan, Event):
    """A session was planned; `effective_on` is the day of planning it."""

    TOPIC = "mentorship.session_planned"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回の面談を {planned_for} に予定した（{minutes}分）。",
        "Session {session} was planned for {planned_for} ({minutes} minutes).",
    )


class SessionHeld(Holding, Event):
    """A session was held with the mentor of that day."""

    TOPIC = "mentorship.session_held"
    TASKS = (Task.MENTORING,)
    EVIDENCE = (PaperKind.ROSTER, PaperKind.MINUTES)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回の面談を実施した（{minutes}分）。",
        "Session {session} was held ({minutes} minutes).",
    )

    mentor: Mentor


class SessionMissed(Missing, Event):
    """A planned session did not take place."""

    TOPIC = "mentorship.session_missed"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回の面談は行われなかった。", "Session {session} did not take place."
    )


class SessionCancelled(Event):
    """A planned session was called off, and counts as neither planned nor missed."""

    TOPIC = "mentorship.session_cancelled"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回の面談を取りやめた。", "Session {session} was cancelled."
    )

    session: SessionNumber


class MentorReassigned(Reassignment, Event):
    """Another mentor took over from this day on."""

    TOPIC = "mentorship.mentor_reassigned"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "メンターが交代した（{reason}）。", "Another mentor took over ({reason})."
    )


class MentorshipCompleted(Event):
    """The mentorship came to its end as intended; `effective_on` is its last day."""

    TOPIC = "mentorship.completed"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label("メンタリングを完了した。", "The mentorship was completed.")


class MentorshipEnded(End, Event):
    """The mentorship ended before it was completed; `effective_on` is its last day."""

    TOPIC = "mentorship.ended"
    TASKS = (Task.MENTORING,)
    SENTENCE: ClassVar[Label] = Label(
        "メンタリングを終了した（{reason}）。", "The mentorship ended ({reason})."
    )


SessionEvent = SessionPlanned | SessionHeld | SessionMissed | SessionCancelled
CourseEvent = (
    MentorshipRequested
    | MentorProposed
    | ProposalAccepted
    | ProposalDeclined
    | GoalSet
    | GoalReviewed
    | MentorReassigned
    | MentorshipCompleted
    | MentorshipEnded
)
MentorshipEvent = CourseEvent | SessionEvent


class SessionCorrected(Correction):
    """What was recorded of a session was wrong."""

    TOPIC = "mentorship.session_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の面談の記録を訂正した。",
        "The session entry of version {corrects} was corrected.",
    )
    MENDS = get_args(SessionEvent)
    FIXED = frozenset({"session", "mentor"})


class SessionVoided(Void):
    """What was recorded of a session never took place."""

    TOPIC = "mentorship.session_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の面談の記録を取り消した。",
        "The session entry of version {voids} was voided.",
    )
    MENDS = get_args(SessionEvent)


class MentorshipCorrected(Correction):
    """What was recorded of the course of a mentorship was wrong."""

    TOPIC = "mentorship.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の記録を訂正した。", "The entry of version {corrects} was corrected."
    )
    MENDS = get_args(CourseEvent)
    FIXED = frozenset({"mentee", "ordinal", "person_id", "mentor", "goal"})


class MentorshipVoided(Void):
    """What was recorded of the course of a mentorship never held."""

    TOPIC = "mentorship.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の記録を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(CourseEvent)
