"""What can be asked to be recorded of a kind of work."""

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.work_kind import rules
from domain.work_kind.events import (
    Withholding,
    WithholdingCorrected,
    WithholdingVoided,
    WorkKindId,
)


class SetWithholding(Withholding, Command):
    """Record whether fees for a kind of work are subject to withholding, from this day on."""

    LABEL = Label("源泉徴収の扱いを定める", "Set whether fees are withheld from")
    REFUSALS = (rules.WITHHOLDING_AS_BEFORE,)

    def opens(self) -> str:
        """One stream for each kind of work."""
        return self.kind.value


class CorrectWithholding(Correct):
    """Put right what was recorded of the withholding from a kind of work."""

    LABEL = Label("源泉徴収の扱いを訂正する", "Correct an entry on withholding")
    TARGET = "work_kind_id"
    REFUSALS = MEND_RULES
    EVENT = WithholdingCorrected

    work_kind_id: WorkKindId


class VoidWithholding(Annul):
    """Record that an entry on the withholding from a kind of work never held."""

    LABEL = Label("源泉徴収の扱いを取り消す", "Void an entry on withholding")
    TARGET = "work_kind_id"
    REFUSALS = VOID_RULES
    EVENT = WithholdingVoided

    work_kind_id: WorkKindId


WorkKindCommand = SetWithholding | CorrectWithholding | VoidWithholding
