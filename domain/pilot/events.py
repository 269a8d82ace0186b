"""What happens to one pilot project; one that failed is kept like any other."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Municipality, Number, Text, Whose, Year
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label

PilotId = Annotated[UUID, Label("パイロットプロジェクト", "pilot")]
PilotNumber = Annotated[Number, Label("パイロット番号", "pilot number", "P-R6-01")]
PilotTitle = Annotated[
    Text,
    Public("what a pilot is called in the plan and in reports"),
    Label("名称", "title", "窓口申請のデジタル化"),
]
LessonNumber = Annotated[int, Field(strict=True, ge=1, le=99), Label("知見の番号", "lesson", "1")]
LessonText = Annotated[Sealed, SealedMark("note"), Label("知見の内容", "what was learnt")]
PolicyCode = Annotated[Number, Label("政策・施策コード", "policy", "203246-5-2")]
PolicyTitle = Annotated[
    Text,
    Public("the title of a municipality's published policy"),
    Label("政策・施策の名称", "title of the policy", "産業振興計画 5-2 働く場の創出"),
]
SharedWith = Annotated[tuple[Municipality, ...], Label("共有した市町村", "shared with", "202126")]


class PartnerKind(Code):
    """For whom a pilot is done."""

    TOWN_HALL = "town-hall", "自治体", "town hall"
    COMPANY = "company", "民間企業", "company"
    OTHER = "other", "その他の法人・団体", "other organisation"


class Abandonment(Code):
    """Why a pilot was given up."""

    NOT_FEASIBLE = "not-feasible", "技術や条件の面で実現できない", "not feasible"
    PARTNER_WITHDREW = "partner-withdrew", "相手方の取りやめ", "the partner withdrew"
    NO_CAPACITY = "no-capacity", "担える人がいない", "nobody available"
    NO_NEED = "no-need", "必要がなくなった", "no longer needed"
    OTHER = "other", "その他", "other"


class LessonKind(Code):
    """What a lesson was learnt from."""

    SUCCESS = "success", "うまくいったこと", "what worked"
    FAILURE = "failure", "うまくいかなかったこと", "what did not"
    PREMISE = "premise", "前提の違い", "a premise that did not hold"


class LessonTheme(Code):
    """What a lesson is about."""

    NEED = "need", "課題・ニーズの把握", "finding the need"
    WORKFLOW = "workflow", "業務の流れ", "the way of working"
    TOOL = "tool", "道具・システム", "tools and systems"
    PEOPLE = "people", "人材・体制", "people and organisation"
    COST = "cost", "費用・時間", "cost and time"
    OTHER = "other", "その他", "other"


class PolicyField(Code):
    """The field of policy that a pilot serves."""

    INDUSTRY = "industry", "産業振興", "industry"
    WELFARE = "welfare", "社会福祉", "welfare"
    COMMUNITY = "community", "地域づくり", "community"
    EDUCATION = "education", "教育", "education"
    ADMINISTRATION = "administration", "行政運営", "administration"
    OTHER = "other", "その他", "other"


class Start(Fields):
    """Which pilot, where, and for whom."""

    number: PilotNumber
    title: PilotTitle
    municipality: Whose
    partner: Annotated[PartnerKind, Label("相手方の種類", "partner", "town-hall")]


class Lesson(Fields):
    """What a lesson is about, and with which municipalities it was shared."""

    theme: Annotated[LessonTheme, Label("知見の対象", "theme", "workflow")]
    learnt_from: Annotated[LessonKind, Label("知見の種類", "learnt from", "failure")]
    shared_with: SharedWith = ()
    evidence: Evidence | None = None


class Policy(Fields):
    """A municipality's own policy that a pilot serves."""

    policy: PolicyCode
    policy_title: PolicyTitle
    policy_field: Annotated[PolicyField, Label("政策分野", "field of policy", "industry")]
    policy_of: Annotated[Municipality, Label("政策の市町村", "whose policy", "203246")]


class OfPilot(Event):
    """What every event of a pilot carries, so that figures can group by it."""

    TASKS: ClassVar[tuple[Task, ...]] = (Task.KPI_PILOTS,)

    municipality: Whose


class PilotStarted(Start, Event):
    """A pilot was begun."""

    TOPIC = "pilot.started"
    SENTENCE: ClassVar[Label] = Label(
        "パイロット {number}「{title}」を始めた（{municipality}）。",
        "Pilot {number}, {title}, was begun ({municipality}).",
    )
    TASKS = (Task.KPI_PILOTS,)
    EVIDENCE = (PaperKind.PLAN, PaperKind.MINUTES)

    evidence: Evidence | None = None


class PilotCompleted(OfPilot):
    """A pilot was finished, whatever came of it."""

    TOPIC = "pilot.completed"
    SENTENCE: ClassVar[Label] = Label("パイロットを終えた。", "The pilot was finished.")
    EVIDENCE = (PaperKind.INSPECTION, PaperKind.OTHER)

    evidence: Evidence | None = None


class PilotAbandoned(OfPilot):
    """A pilot was given up before its end; `effective_on` is the first day without it."""

    TOPIC = "pilot.abandoned"
    SENTENCE: ClassVar[Label] = Label(
        "パイロットを中止した（{grounds}）。", "The pilot was given up ({grounds})."
    )
    EVIDENCE = (PaperKind.MINUTES, PaperKind.OTHER)

    grounds: Annotated[Abandonment, Label("中止の理由", "grounds", "not-feasible")]
    evidence: Evidence | None = None


class LessonRecorded(Lesson, OfPilot):
    """Something was learnt, from failures too.

    For figures it says what follows from the rest: `shared_beyond`, that a municipality other than
    the pilot's own was told, and `from_failure`, that it was learnt from what did not work or of a
    pilot that had been given up by then. A correction of the rest has to correct these along.
    """

    TOPIC = "pilot.lesson_recorded"
    SENTENCE: ClassVar[Label] = Label(
        "知見{lesson}を記録した（{theme}、{learnt_from}）。",
        "Lesson {lesson} was recorded ({theme}, {learnt_from}).",
    )
    TASKS = (Task.KPI_PILOTS, Task.REGIONS)

    lesson: LessonNumber
    shared_beyond: Annotated[bool, Label("市町村を越えて共有", "shared across municipalities")]
    from_failure: Annotated[bool, Label("失敗からの知見", "from failure")]
    text: LessonText | None = None

    @model_validator(mode="after")
    def _says_what_follows(self) -> Self:
        if self.shared_beyond is not shared_beyond(self.shared_with, self.municipality):
            raise ValueError("shared_beyond does not go with shared_with; correct both")
        if self.learnt_from is LessonKind.FAILURE and not self.from_failure:
            raise ValueError("from_failure does not go with learnt_from; correct both")
        return self


def shared_beyond(shared_with: tuple[str, ...], municipality: str) -> bool:
    """Say whether a municipality other than the pilot's own was told."""
    return any(told != municipality for told in shared_with)


class PolicyLinked(Policy, OfPilot):
    """A pilot serves a policy of a municipality.

    `begun_in` is the fiscal year in which the pilot was begun, so that a figure can count it there.
    """

    TOPIC = "pilot.policy_linked"
    SENTENCE: ClassVar[Label] = Label(
        "政策「{policy_title}」（{policy_field}）と結び付けた。",
        "The pilot was linked with the policy {policy_title} ({policy_field}).",
    )
    TASKS = (Task.POLICIES,)

    begun_in: Annotated[Year, Label("パイロットの開始年度", "pilot begun in", "2024")]


PilotEvent = PilotStarted | PilotCompleted | PilotAbandoned | LessonRecorded | PolicyLinked


class PilotCorrected(Correction):
    """What was recorded of a pilot was wrong."""

    TOPIC = "pilot.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のパイロットの記録を訂正した。",
        "The pilot's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(PilotEvent)
    FIXED = frozenset({"number", "lesson", "begun_in"})


class PilotEntryVoided(Void):
    """An entry of a pilot never held."""

    TOPIC = "pilot.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版のパイロットの記録を取り消した。",
        "The pilot's entry of version {voids} was voided.",
    )
    MENDS = get_args(PilotEvent)
