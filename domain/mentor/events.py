"""What happens to one person's qualification as a mentor, and what the consortium lays down."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, PersonId, Text
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.training.events import EnrolmentId, TrainingNumber

QualificationId = Annotated[UUID, Label("メンター資格", "mentor qualification")]
RequirementId = Annotated[UUID, Label("メンター資格の定め", "rule on mentor qualification")]
ValidUntil = Annotated[
    Day, Label("有効期限（この日まで）", "valid until and including", "2026-09-30")
]
Required = Annotated[bool, Label("資格を必要とする", "a qualification is required", "true")]
Wording = Annotated[
    Text,
    Public("what the consortium lays down for all mentors, as its minutes say it"),
    Label("定めの内容", "what is laid down", "新たに担当するメンターは研修を修了していること"),
]


class Grounds(Code):
    """Why a qualification no longer holds."""

    LAPSED = "lapsed", "期限が過ぎた", "lapsed"
    WISH = "wish", "本人の申出", "wish of the mentor"
    WITHDRAWN = "withdrawn", "取消", "withdrawn"


class Qualifying(Fields):
    """Who is qualified until when, and what shows it."""

    person_id: PersonId
    valid_until: ValidUntil | None = None
    evidence: Evidence | None = None


class Ending(Fields):
    """Why it no longer holds."""

    grounds: Annotated[Grounds, Label("終了の理由", "grounds", "lapsed")]


class Requirement(Fields):
    """Whether a mentor has to be qualified, in the words of those who laid it down."""

    required: Required
    wording: Wording


class MentorQualified(Qualifying, Event):
    """Somebody was qualified as a mentor, for the first time or anew."""

    TOPIC = "mentor.qualified"
    TASKS = (Task.MENTOR_TRAINING,)
    EVIDENCE = (PaperKind.CERTIFICATE,)
    SENTENCE: ClassVar[Label] = Label(
        "メンターの資格を得た（期限 {valid_until}）。",
        "A qualification as a mentor was given (until {valid_until}).",
    )

    enrolment_id: EnrolmentId | None = None
    training_number: TrainingNumber | None = None


class MentorQualificationEnded(Ending, Event):
    """A qualification no longer holds: `effective_on` is the first day without it."""

    TOPIC = "mentor.qualification_ended"
    TASKS = (Task.MENTOR_TRAINING,)
    SENTENCE: ClassVar[Label] = Label(
        "メンターの資格を終えた（{grounds}）。", "The qualification as a mentor ended ({grounds})."
    )

    person_id: PersonId


QualificationEvent = MentorQualified | MentorQualificationEnded


class QualificationCorrected(Correction):
    """What was recorded of a qualification was wrong."""

    TOPIC = "mentor.qualification_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のメンター資格の記録を訂正した。",
        "The qualification entry of version {corrects} was corrected.",
    )
    MENDS = get_args(QualificationEvent)
    FIXED = frozenset({"person_id", "enrolment_id", "training_number"})


class QualificationVoided(Void):
    """What was recorded of a qualification never held."""

    TOPIC = "mentor.qualification_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版のメンター資格の記録を取り消した。",
        "The qualification entry of version {voids} was voided.",
    )
    MENDS = get_args(QualificationEvent)


class MentorRequirementSet(Requirement, Event):
    """It was laid down whether a mentor has to be qualified, from this day on."""

    TOPIC = "mentor.requirement_set"
    TASKS = (Task.MENTOR_TRAINING,)
    EVIDENCE = (PaperKind.MINUTES,)
    SENTENCE: ClassVar[Label] = Label(
        "メンター資格の定めを「{wording}」とした（必要とする: {required}）。",
        "It was laid down whether a mentor has to be qualified ({required}): {wording}.",
    )


class RequirementVoided(Void):
    """It was not laid down so."""

    TOPIC = "mentor.requirement_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の定めの記録を取り消した。", "The rule of version {voids} was voided."
    )
    MENDS = (MentorRequirementSet,)
