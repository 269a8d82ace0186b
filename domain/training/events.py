"""What happens to one course, and to one person's part in it."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import (
    BudgetLine,
    Evidence,
    Municipality,
    Number,
    PersonId,
    Text,
    Whose,
    Year,
)
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.mentorship.events import Minutes
from domain.worker.events import Framework, FrameworkVersion, Skill

TrainingId = Annotated[UUID, Label("研修", "training")]
EnrolmentId = Annotated[UUID, Label("研修への参加", "enrolment")]
TrainingNumber = Annotated[Number, Label("研修番号", "training number", "T-2024-01")]
Title = Annotated[
    Text,
    Public("what is taught, as it stands on an announcement"),
    Label("研修名", "title", "表計算の基礎"),
]
Trainer = Annotated[
    Text,
    Public("a code, or the name of an organisation, as it stands on a contract; never a person's"),
    Label("講師（符号または団体名）", "trainer: a code or an organisation", "架空研修株式会社"),
]
Curriculum = Annotated[
    tuple[Skill, ...],
    Field(min_length=1),
    Label("カリキュラム（スキル項目）", "curriculum: items of the framework", "data-entry"),
]
SessionNumber = Annotated[int, Field(strict=True, ge=1, le=200), Label("回", "session", "1")]
HeldFor = Annotated[Day, Label("予定日", "planned for", "2024-07-10")]
Score = Annotated[int, Field(strict=True, ge=0, le=100)]
"""A test result in points out of a hundred."""


class Audience(Code):
    """For whom a course is."""

    WORKER = "worker", "住民ワーカー", "workers"
    MENTOR = "mentor", "メンター", "mentors"


TASKS = (Task.TRAINING, Task.MENTOR_TRAINING)
"""A course belongs to one of these, by its audience."""


class Course(Fields):
    """What is taught to whom, by whom, and which budget line pays for it, if any does."""

    number: TrainingNumber
    title: Title
    municipality: Whose
    audience: Annotated[Audience, Label("対象者", "audience", "worker")]
    framework: Framework
    framework_version: FrameworkVersion
    curriculum: Curriculum
    trainer: Trainer
    line: BudgetLine | None = None
    fiscal_year: Year | None = None

    @model_validator(mode="after")
    def _a_line_is_one_of_a_year(self) -> Self:
        if (self.line is None) != (self.fiscal_year is None):
            raise ValueError("a budget line is named with its fiscal year")
        return self


class Session(Fields):
    """Which session of a course."""

    session: SessionNumber


class Schedule(Session):
    """Which session, for which day, and how long."""

    planned_for: HeldFor
    minutes: Minutes


class Holding(Session):
    """Which session was held, how long, and the roster that shows who was there."""

    minutes: Minutes
    evidence: Evidence | None = None


class Place(Fields):
    """Who takes part in which course."""

    training_id: TrainingId
    person_id: PersonId


class Counted(Place):
    """What views of an enrolment go by; every step of it carries it.

    The municipality is where a worker lived on joining; nothing is known of where others live.
    """

    training_number: TrainingNumber
    audience: Annotated[Audience, Label("対象者", "audience", "worker")]
    municipality: Municipality | None = None


class Tests(Fields):
    """What a test showed before and after, if there was one, and what shows the completion."""

    before: Annotated[Score | None, Label("受講前の点数", "score before", "40")] = None
    after: Annotated[Score | None, Label("受講後の点数", "score after", "75")] = None
    evidence: Evidence | None = None


class TrainingPlanned(Course, Event):
    """A course was planned."""

    TOPIC = "training.planned"
    TASKS = TASKS
    EVIDENCE = (PaperKind.PLAN,)
    SENTENCE: ClassVar[Label] = Label(
        "研修 {number}「{title}」を企画した（対象 {audience}）。",
        "The course {number}, {title}, was planned (for {audience}).",
    )


class TrainingScheduled(Schedule, Event):
    """A session of the course was scheduled, or moved to another day."""

    TOPIC = "training.session_scheduled"
    TASKS = TASKS
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回を {planned_for} に予定した（{minutes}分）。",
        "Session {session} was scheduled for {planned_for} ({minutes} minutes).",
    )


class TrainingHeld(Holding, Event):
    """A session of the course was held."""

    TOPIC = "training.session_held"
    TASKS = (*TASKS, Task.TRAINING_COST)
    EVIDENCE = (PaperKind.ROSTER,)
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回を実施した（{minutes}分）。",
        "Session {session} was held ({minutes} minutes).",
    )


class SessionCalledOff(Session, Event):
    """A session of the course does not take place."""

    TOPIC = "training.session_cancelled"
    TASKS = TASKS
    SENTENCE: ClassVar[Label] = Label(
        "第{session}回を取りやめた。", "Session {session} was cancelled."
    )


class TrainingCancelled(Event):
    """The course does not take place, or no more of it."""

    TOPIC = "training.cancelled"
    TASKS = TASKS
    SENTENCE: ClassVar[Label] = Label("研修を取りやめた。", "The course was cancelled.")


class Enrolled(Counted, Event):
    """Somebody enrolled in the course."""

    TOPIC = "training.enrolled"
    TASKS = TASKS
    EVIDENCE = (PaperKind.APPLICATION, PaperKind.ROSTER)
    SENTENCE: ClassVar[Label] = Label(
        "研修 {training_number} に申し込んだ。",
        "Somebody enrolled in the course {training_number}.",
    )


class TrainingAttended(Session, Counted, Event):
    """Somebody attended a session of the course."""

    TOPIC = "training.attended"
    TASKS = TASKS
    SENTENCE: ClassVar[Label] = Label(
        "研修 {training_number} の第{session}回に出席した。",
        "Session {session} of the course {training_number} was attended.",
    )


class TrainingCompleted(Tests, Counted, Event):
    """Somebody completed the course."""

    TOPIC = "training.completed"
    TASKS = TASKS
    EVIDENCE = (PaperKind.CERTIFICATE,)
    SENTENCE: ClassVar[Label] = Label(
        "研修 {training_number} を修了した。", "The course {training_number} was completed."
    )


class TrainingWithdrawn(Counted, Event):
    """Somebody no longer takes part in the course, for which no reason is asked."""

    TOPIC = "training.withdrawn"
    TASKS = TASKS
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "研修 {training_number} への参加を終えた。", "Taking part in {training_number} ended."
    )


CourseEvent = (
    TrainingPlanned | TrainingScheduled | TrainingHeld | SessionCalledOff | TrainingCancelled
)
EnrolmentEvent = Enrolled | TrainingAttended | TrainingCompleted | TrainingWithdrawn


class TrainingCorrected(Correction):
    """What was recorded of the course was wrong."""

    TOPIC = "training.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の研修の記録を訂正した。",
        "The course entry of version {corrects} was corrected.",
    )
    MENDS = get_args(CourseEvent)
    FIXED = frozenset({"number", "audience", "session"})


class TrainingVoided(Void):
    """What was recorded of the course never held."""

    TOPIC = "training.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の研修の記録を取り消した。", "The course entry of version {voids} was voided."
    )
    MENDS = get_args(CourseEvent)


class EnrolmentCorrected(Correction):
    """What was recorded of an enrolment was wrong."""

    TOPIC = "training.enrolment_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の受講の記録を訂正した。",
        "The enrolment entry of version {corrects} was corrected.",
    )
    MENDS = get_args(EnrolmentEvent)
    FIXED = frozenset({*Counted.model_fields, "session"})


class EnrolmentVoided(Void):
    """What was recorded of an enrolment never held."""

    TOPIC = "training.enrolment_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の受講の記録を取り消した。",
        "The enrolment entry of version {voids} was voided.",
    )
    MENDS = get_args(EnrolmentEvent)
