"""What happens in the career support of one worker.

Contents are sealed, and no event stands in a list of events: only counts leave this record.
"""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import Field

from domain.base.event import Correction, Event, Fields, Void
from domain.base.fields import Municipality, PersonId, WorkerId
from domain.base.personal import Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.mentorship.events import Minutes

CareerId = Annotated[UUID, Label("キャリア支援", "career support")]
ConsultationNumber = Annotated[
    int, Field(strict=True, ge=1, le=999), Label("相談の回", "consultation", "1")
]
AimNumber = Annotated[int, Field(strict=True, ge=1, le=99), Label("目標番号", "aim", "1")]
Content = Annotated[Sealed, SealedMark("note"), Label("内容（非公開）", "content, sealed")]
AimText = Annotated[Sealed, SealedMark("note"), Label("目標（非公開）", "aim, sealed")]


class ConsultationKind(Code):
    """What a consultation is about, as far as that may be told."""

    WORK = "work", "仕事の選び方・働き方", "which work, and how to work"
    SKILLS = "skills", "学び・スキル", "learning and skills"
    CONTRACT = "contract", "契約・報酬", "contracts and pay"
    INDEPENDENCE = "independence", "独立・開業", "a business of one's own"
    OTHER = "other", "その他", "other"


class AimResult(Code):
    """What became of an aim."""

    REACHED = "reached", "達成", "reached"
    UNDER_WAY = "under-way", "継続中", "under way"
    CHANGED = "changed", "目標を変更", "changed"
    GIVEN_UP = "given-up", "取りやめ", "given up"


class Counted(Fields):
    """What counts of career support go by; every step carries it."""

    worker_id: WorkerId
    person_id: PersonId
    municipality: Municipality


class Consultation(Fields):
    """Which consultation, what about, and how long."""

    consultation: ConsultationNumber
    kind: Annotated[ConsultationKind, Label("相談の種類", "kind", "work")]
    minutes: Minutes


class Aim(Fields):
    """Which aim."""

    aim: AimNumber


class Review(Aim):
    """What became of an aim."""

    result: Annotated[AimResult, Label("振り返りの結果", "result", "under-way")]


class CareerSupportBegun(Counted, Event):
    """A worker is given career support from this day on."""

    TOPIC = "career.begun"
    TASKS = (Task.CAREER,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label("キャリア支援を始めた。", "Career support began.")


class CareerConsultationHeld(Consultation, Counted, Event):
    """A consultation was held."""

    TOPIC = "career.consultation_held"
    TASKS = (Task.CAREER,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "第{consultation}回の相談を行った（{minutes}分）。",
        "Consultation {consultation} was held ({minutes} minutes).",
    )

    content: Content | None = None


class CareerAimSet(Aim, Counted, Event):
    """An aim was set."""

    TOPIC = "career.aim_set"
    TASKS = (Task.CAREER,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label("目標{aim}を立てた。", "Aim {aim} was set.")

    text: AimText


class CareerAimReviewed(Review, Counted, Event):
    """It was looked at what became of an aim."""

    TOPIC = "career.aim_reviewed"
    TASKS = (Task.CAREER,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "目標{aim}を振り返った（{result}）。", "Aim {aim} was reviewed ({result})."
    )


CareerEvent = CareerSupportBegun | CareerConsultationHeld | CareerAimSet | CareerAimReviewed


class CareerCorrected(Correction):
    """What was recorded of career support was wrong."""

    TOPIC = "career.corrected"
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のキャリア支援の記録を訂正した。",
        "The career support entry of version {corrects} was corrected.",
    )
    MENDS = get_args(CareerEvent)
    FIXED = frozenset({*Counted.model_fields, "consultation", "aim"})


class CareerVoided(Void):
    """What was recorded of career support never took place."""

    TOPIC = "career.voided"
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版のキャリア支援の記録を取り消した。",
        "The career support entry of version {voids} was voided.",
    )
    MENDS = get_args(CareerEvent)
