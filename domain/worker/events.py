"""What happens to a resident worker."""

from datetime import timedelta
from typing import Annotated, ClassVar, Self, get_args

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Day, Event, Fields, Void
from domain.base.fields import Evidence, Municipality, Number, PersonId
from domain.base.personal import Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.words import Code, Label

WorkerNumber = Annotated[Number, Label("ワーカー番号", "worker number", "W-001")]
Name = Annotated[Sealed, Label("氏名", "name")]
Kana = Annotated[Sealed, Label("氏名（カナ）", "name in kana")]
BirthDate = Annotated[Sealed, Label("生年月日", "date of birth")]
Contact = Annotated[Sealed, SealedMark("contact"), Label("連絡先", "contact")]
Skill = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$"),
    Label("スキル", "skill", "data-entry"),
]
Framework = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]{1,32}$"),
    Label("スキル標準", "skill framework", "dss"),
]
FrameworkVersion = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z.-]{1,16}$"),
    Label("標準の版", "framework version", "1.2"),
]
Level = Annotated[int, Field(strict=True, ge=0, le=7), Label("レベル", "level", "3")]


class Method(Code):
    """How a level was found."""

    SELF = "self", "自己申告", "self-declared"
    TEST = "test", "試験", "test"
    WORK_SAMPLE = "work-sample", "成果物", "work sample"
    MENTOR = "mentor", "メンター評価", "mentor's assessment"


class SkillLevel(Fields):
    """A level in a skill of one version of a framework."""

    skill: Skill
    framework: Framework
    framework_version: FrameworkVersion
    level: Level


class Assessment(SkillLevel):
    """A level, who found it, how, and what shows it."""

    assessor: Annotated[PersonId, Label("評価者", "assessor")]
    method: Annotated[Method, Label("評価方法", "method", "test")]
    evidence: Evidence | None = None


class HeldSkill(Fields):
    """A skill on a worker's record, whatever its level."""

    skill: Skill
    framework: Framework


class Endorsement(HeldSkill):
    """Who bears out that a worker has a skill, and what shows it."""

    endorser: Annotated[PersonId, Label("裏づけた人", "endorser")]
    evidence: Evidence | None = None


class Remapping(HeldSkill):
    """From which version of a framework to which, from which code to which, and the level there."""

    framework_version: FrameworkVersion
    to_skill: Annotated[Skill, Label("移行先のスキル", "skill it becomes", "data-handling")]
    to_version: Annotated[FrameworkVersion, Label("移行先の版", "version it moves to", "2.0")]
    to_level: Annotated[Level, Label("移行先のレベル", "level there", "3")]


class WorkerRegistered(Event):
    """A resident was registered to take commissioned work."""

    TOPIC = "worker.registered"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "ワーカー {number} を登録した（{municipality}）。",
        "Worker {number} was registered ({municipality}).",
    )

    person_id: PersonId
    number: WorkerNumber
    name: Name
    kana: Kana
    birth_date: BirthDate | None = None
    contact: Contact | None = None
    municipality: Municipality


class NameChanged(Event):
    """A worker's name changed."""

    TOPIC = "worker.name_changed"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label("氏名を変更した。", "The name changed.")

    name: Name
    kana: Kana


class ContactChanged(Event):
    """A worker's contact changed."""

    TOPIC = "worker.contact_changed"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label("連絡先を変更した。", "The contact changed.")

    contact: Contact


class WorkerMoved(Event):
    """A worker moved to another municipality."""

    TOPIC = "worker.moved"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "{municipality} に転居した。", "The worker moved to {municipality}."
    )

    municipality: Municipality


class WorkerLeft(Event):
    """A worker left the roll: `effective_on` is the first day without, the day after the last."""

    TOPIC = "worker.left"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "{last_day} を最終日として登録を終えた。",
        "The worker left; {last_day} was the last day.",
    )

    last_day: Annotated[Day, Label("最終日", "last day")]

    @model_validator(mode="after")
    def _leaves_the_day_after(self) -> Self:
        if self.effective_on - self.last_day != timedelta(days=1):
            raise ValueError("a worker has left on the day after the last day")
        return self


class WorkerReturned(Event):
    """A worker who had left is on the roll again."""

    TOPIC = "worker.returned"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label("登録に復帰した。", "The worker returned to the roll.")


class SkillClaimed(SkillLevel, Event):
    """A worker declared a skill and its level."""

    TOPIC = "worker.skill_claimed"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "{skill} をレベル{level}と自己申告した（{framework} {framework_version}）。",
        "{skill} was claimed at level {level} ({framework} {framework_version}).",
    )


class SkillAssessed(Assessment, Event):
    """An assessor found a worker's level in a skill."""

    TOPIC = "worker.skill_assessed"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "{skill} をレベル{level}と評価した（{method}、{framework} {framework_version}）。",
        "{skill} was assessed at level {level} ({method}, {framework} {framework_version}).",
    )


class SkillWithdrawn(HeldSkill, Event):
    """A skill no longer stands on a worker's record."""

    TOPIC = "worker.skill_withdrawn"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label("{skill} を取り下げた。", "{skill} was withdrawn.")


class SkillEndorsed(Endorsement, Event):
    """Somebody bore out that a worker has a skill, whose level stays what it was."""

    TOPIC = "worker.skill_endorsed"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label("{skill} が裏づけられた。", "{skill} was endorsed.")


class SkillFrameworkRemapped(Remapping, Event):
    """A skill was carried over to another version of its framework, where it has another code."""

    TOPIC = "worker.skill_framework_remapped"
    TASKS = (Task.SKILLS,)
    SENTENCE: ClassVar[Label] = Label(
        "{skill}（{framework} {framework_version}）を {to_version} 版の {to_skill}"
        "（レベル{to_level}）とした。",
        "{skill} ({framework} {framework_version}) became {to_skill} {to_level} in {to_version}.",
    )


RegistrationEvent = (
    WorkerRegistered | NameChanged | ContactChanged | WorkerMoved | WorkerLeft | WorkerReturned
)
SkillEvent = SkillClaimed | SkillAssessed | SkillWithdrawn | SkillEndorsed | SkillFrameworkRemapped
WorkerEvent = RegistrationEvent | SkillEvent


class SkillCorrected(Correction):
    """What was recorded of a skill was wrong."""

    TOPIC = "worker.skill_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版のスキルの記録を訂正した。",
        "The skill entry of version {corrects} was corrected.",
    )
    MENDS = get_args(SkillEvent)


class RegistrationCorrected(Correction):
    """What was recorded of a registration, a name, a move or a leaving was wrong."""

    TOPIC = "worker.registration_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の登録内容を訂正した。",
        "The registration entry of version {corrects} was corrected.",
    )
    MENDS = get_args(RegistrationEvent)
    FIXED = frozenset({"number"})


class WorkerEntryVoided(Void):
    """Something was recorded of a worker that never held."""

    TOPIC = "worker.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の記録を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = get_args(WorkerEvent)
