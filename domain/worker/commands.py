"""What can be asked to be recorded of a resident worker."""

from typing import Annotated, ClassVar

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Municipality, PersonId, Text, WorkerId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.rule import Rule
from domain.base.words import Label
from domain.worker import rules
from domain.worker.events import (
    Assessment,
    Endorsement,
    HeldSkill,
    RegistrationCorrected,
    Remapping,
    SkillCorrected,
    SkillLevel,
    WorkerEntryVoided,
    WorkerNumber,
)

Name = Annotated[Text, Personal("identity"), Label("氏名", "name", "架空 花子")]
Kana = Annotated[Text, Personal("identity"), Label("氏名（カナ）", "name in kana", "カクウ ハナコ")]
BirthDate = Annotated[Text, Personal("identity"), Label("生年月日", "date of birth", "1990-01-01")]
Contact = Annotated[Text, Personal("contact"), Label("連絡先", "contact", "hanako@example.jp")]


class RegisterWorker(Command):
    """Register a resident who wants to take commissioned work."""

    LABEL = Label("ワーカーを登録する", "Register a worker")
    HAPPENED = True
    REFUSALS = (rules.ALREADY_REGISTERED,)

    person_id: PersonId
    number: WorkerNumber
    name: Name
    kana: Kana
    birth_date: BirthDate | None = None
    contact: Contact | None = None
    municipality: Municipality

    def opens(self) -> str:
        """One stream for each worker number."""
        return self.number


class OfWorker(Command):
    """A command on the record of one worker."""

    TARGET = "worker_id"
    REFUSALS: ClassVar[tuple[Rule, ...]] = (rules.NOT_ON_ROLL,)

    worker_id: WorkerId


class ChangeName(OfWorker):
    """Record a worker's new name."""

    LABEL = Label("氏名を変更する", "Change a worker's name")

    name: Name
    kana: Kana


class ChangeContact(OfWorker):
    """Record a worker's new contact."""

    LABEL = Label("連絡先を変更する", "Change a worker's contact")

    contact: Contact


class MoveWorker(OfWorker):
    """Record that a worker moved, from the day of the move."""

    LABEL = Label("転居を記録する", "Record a move")
    REFUSALS = (rules.NOT_ON_ROLL, rules.LIVES_THERE_ALREADY)

    municipality: Municipality


class Leave(OfWorker):
    """Record that a worker leaves; `effective_on` is the last day on the roll, today or later."""

    LABEL = Label("退会を記録する", "Record a leaving")
    REFUSALS = (rules.NOT_ON_ROLL, rules.HAS_OPEN_COMMISSIONS, rules.LEAVING_RECORDED)
    DEPENDENTS = "commission"


class Return(OfWorker):
    """Record that a worker who had left is back."""

    LABEL = Label("復帰を記録する", "Record a return")
    REFUSALS = (rules.STILL_ON_ROLL,)


class ClaimSkill(SkillLevel, OfWorker):
    """Record a skill that a worker declares."""

    LABEL = Label("スキルを申告する", "Claim a skill")


class AssessSkill(Assessment, OfWorker):
    """Record the level that an assessor found."""

    LABEL = Label("スキルを評価する", "Assess a skill")
    REFUSALS = (rules.NOT_ON_ROLL, rules.OWN_ASSESSMENT)


class WithdrawSkill(HeldSkill, OfWorker):
    """Record that a skill no longer stands on a worker's record."""

    LABEL = Label("スキルを取り下げる", "Withdraw a skill")
    REFUSALS = (rules.NOT_ON_ROLL, rules.SKILL_NOT_HELD)


class EndorseSkill(Endorsement, OfWorker):
    """Record that somebody bears out that a worker has a skill."""

    LABEL = Label("スキルを裏づける", "Endorse a skill")
    REFUSALS = (rules.NOT_ON_ROLL, rules.SKILL_NOT_HELD, rules.OWN_ENDORSEMENT)


class RemapSkill(Remapping, OfWorker):
    """Carry a skill over to another version of its framework, where it may have another code."""

    LABEL = Label("スキルを別の版に移す", "Carry a skill over to another version")
    REFUSALS = (rules.NOT_ON_ROLL, rules.SKILL_NOT_HELD, rules.MAPS_TO_ITSELF)


class CorrectSkill(OfWorker, Correct):
    """Put right what was recorded of a skill."""

    LABEL = Label("スキルの記録を訂正する", "Correct a skill entry")
    REFUSALS = (*MEND_RULES, rules.OWN_ASSESSMENT, rules.OWN_ENDORSEMENT)
    EVENT = SkillCorrected


class CorrectRegistration(OfWorker, Correct):
    """Put right what was recorded of a registration, a name, a move or a leaving."""

    LABEL = Label("登録内容を訂正する", "Correct a registration entry")
    REFUSALS = (
        *MEND_RULES,
        rules.HAS_OPEN_COMMISSIONS,
        rules.OFFERED_BEFORE,
        rules.OWN_ASSESSMENT,
        rules.OWN_ENDORSEMENT,
        rules.STILL_ON_ROLL,
    )
    EVENT = RegistrationCorrected
    DEPENDENTS = "commission"


class VoidWorkerEntry(OfWorker, Annul):
    """Record that an entry never held; a worker registered by mistake is voided like this too."""

    LABEL = Label("ワーカーの記録を取り消す", "Void a worker's entry")
    REFUSALS = (
        *VOID_RULES,
        rules.HAS_OPEN_COMMISSIONS,
        rules.OFFERED_BEFORE,
        rules.OWN_ASSESSMENT,
        rules.OWN_ENDORSEMENT,
        rules.STILL_ON_ROLL,
    )
    EVENT = WorkerEntryVoided
    DEPENDENTS = "commission"


WorkerStep = (
    ChangeName
    | ChangeContact
    | MoveWorker
    | Leave
    | Return
    | ClaimSkill
    | AssessSkill
    | WithdrawSkill
    | EndorseSkill
    | RemapSkill
)
"""What is decided on a worker who was registered."""
WorkerCommand = RegisterWorker | WorkerStep | CorrectSkill | CorrectRegistration | VoidWorkerEntry
