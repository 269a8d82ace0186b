"""What can be asked to be recorded of the witnesses."""

from collections.abc import Iterable
from typing import Annotated, Literal

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.witness import rules
from domain.witness.events import (
    Appointment,
    Handover,
    Policy,
    Retirement,
    WitnessCorrected,
    WitnessesId,
    WitnessVoided,
)

WITNESSES = "witnesses"
"""The natural key of their one stream: how many are required depends on how many there are."""


class ForAll(Command):
    """A command on the witnesses of the log, which serves all programmes."""

    programme: Annotated[Literal["common"], Label("事業区分", "programme", "common")] = "common"


class AppointWitness(Appointment, ForAll):
    """Record that a member municipality is a witness from this day on."""

    LABEL = Label("立会人を定める", "Appoint a witness")
    REFUSALS = (
        rules.NO_MEMBER,
        rules.IN_OFFICE,
        rules.NAME_OF_ANOTHER,
        rules.KEY_OF_ANOTHER_NAME,
        rules.KEY_USED,
    )

    def opens(self) -> str:
        """One stream for all witnesses of the log."""
        return WITNESSES

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """A witness is a member."""
        yield "membership", f"municipality|{self.municipality}"


class OfWitnesses(ForAll):
    """A command on the witnesses that there are."""

    TARGET = "witnesses_id"

    witnesses_id: WitnessesId


class ChangeWitnessKey(Handover, OfWitnesses):
    """Record that a witness's key passed on, and was renewed with that, from this day on."""

    LABEL = Label("立会人の鍵の引継ぎを記録する", "Hand over a witness's key")
    REFUSALS = (rules.NOT_IN_OFFICE, rules.KEY_OF_ANOTHER_NAME, rules.KEY_USED)


class RetireWitness(Retirement, OfWitnesses):
    """Record that a municipality is no witness any more; this day is the first without it."""

    LABEL = Label("立会人の退任を記録する", "Retire a witness")
    REFUSALS = (rules.NOT_IN_OFFICE, rules.MORE_THAN_IN_OFFICE)


class SetWitnessPolicy(Policy, OfWitnesses):
    """Record how many witnesses must have co-signed from this day on."""

    LABEL = Label("必要な立会人の数を定める", "Set how many witnesses are required")
    REFUSALS = (rules.MORE_THAN_IN_OFFICE,)


_IN_ORDER = (
    rules.IN_OFFICE,
    rules.NOT_IN_OFFICE,
    rules.NAME_OF_ANOTHER,
    rules.KEY_OF_ANOTHER_NAME,
    rules.KEY_USED,
    rules.MORE_THAN_IN_OFFICE,
)


class CorrectWitness(OfWitnesses, Correct):
    """Put right what was recorded of the witnesses."""

    LABEL = Label("立会人の記録を訂正する", "Correct an entry about the witnesses")
    REFUSALS = (*MEND_RULES, *_IN_ORDER)
    EVENT = WitnessCorrected


class VoidWitnessEntry(OfWitnesses, Annul):
    """Record that an entry about the witnesses never held."""

    LABEL = Label("立会人の記録を取り消す", "Void an entry about the witnesses")
    REFUSALS = (*VOID_RULES, *_IN_ORDER)
    EVENT = WitnessVoided


WitnessStep = ChangeWitnessKey | RetireWitness | SetWitnessPolicy
"""What is decided once there is a witness."""
WitnessCommand = AppointWitness | WitnessStep | CorrectWitness | VoidWitnessEntry
