"""What can be asked to be recorded of the corporation and of novations."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import Evidence
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.corporation import rules
from domain.corporation.events import (
    CorporationCorrected,
    CorporationEntryVoided,
    CorporationId,
    Founding,
    Novation,
    NovationCorrected,
    NovationId,
    NovationVoided,
    Size,
    SubjectId,
    Transfer,
)


class FoundCorporation(Founding, Command):
    """Record that the corporation was founded."""

    LABEL = Label("法人の設立を記録する", "Found the corporation")
    REFUSALS = (rules.FOUNDED_ALREADY,)

    def opens(self) -> str:
        """One stream for each corporate number."""
        return self.corporate_number


class OfCorporation(Command):
    """A command on one corporation."""

    TARGET = "corporation_id"

    corporation_id: CorporationId


class ChangeOfficers(Size, OfCorporation):
    """Record another number of officers, or that the first employee came or the last one left."""

    LABEL = Label("役員数・従業員の有無を記録する", "Change officers or employees")
    REFUSALS = (rules.NOT_FOUNDED, rules.SAME_OFFICERS)

    evidence: Evidence | None = None


class TransferOperation(Transfer, OfCorporation):
    """Record who runs the programme of this command, or some of its activities, from a day on."""

    LABEL = Label("事業の移管を記録する", "Transfer an operation")
    REFUSALS = (
        rules.NEEDS_PROGRAMME,
        rules.NOT_FOUNDED,
        rules.NOT_A_PARTY,
        rules.TRANSFERRED_ALREADY,
    )


class CorrectCorporation(OfCorporation, Correct):
    """Put right what was recorded of the corporation."""

    LABEL = Label("法人の記録を訂正する", "Correct an entry of the corporation")
    REFUSALS = (*MEND_RULES, rules.TRANSFERRED_ALREADY)
    EVENT = CorporationCorrected


class VoidCorporationEntry(OfCorporation, Annul):
    """Record that a change of officers or a transfer never held."""

    LABEL = Label("法人の記録を取り消す", "Void an entry of the corporation")
    REFUSALS = VOID_RULES
    EVENT = CorporationEntryVoided


CorporationStep = ChangeOfficers | TransferOperation
"""What is decided on a corporation that was founded."""
CorporationCommand = FoundCorporation | CorporationStep | CorrectCorporation | VoidCorporationEntry


class Novating(Novation, Command):
    """A command by which the corporation becomes the orderer of what a town had ordered."""

    REFUSALS = (
        rules.NOVATED_ALREADY,
        rules.NOT_FOUNDED,
        rules.SUBJECT_UNKNOWN,
        rules.NOT_THE_ORDERER,
    )

    corporation_id: Annotated[CorporationId, Reads("corporation")]

    def opens(self) -> str:
        """One stream for each thing and the corporation that takes it over."""
        return f"{self.subject_id}|{self.corporation_id}"


class NovateContract(Novating):
    """Record that the corporation becomes the orderer under a service contract."""

    LABEL = Label("業務委託契約の承継を記録する", "Novate a service contract")

    subject_id: Annotated[SubjectId, Reads("contract")]


class NovateEngagement(Novating):
    """Record that the corporation takes over a client's order that the town had taken."""

    LABEL = Label("受注案件の承継を記録する", "Novate an engagement")

    subject_id: Annotated[SubjectId, Reads("engagement")]


class NovateCommission(Novating):
    """Record that the corporation takes over a commission that the town had given."""

    LABEL = Label("個別委託の承継を記録する", "Novate a commission")

    subject_id: Annotated[SubjectId, Reads("commission")]


class CorrectNovation(Correct):
    """Put right what was recorded of a novation."""

    LABEL = Label("契約の承継を訂正する", "Correct a novation")
    TARGET = "novation_id"
    REFUSALS = MEND_RULES
    EVENT = NovationCorrected

    novation_id: NovationId


class VoidNovation(Annul):
    """Record that a novation never took place."""

    LABEL = Label("契約の承継を取り消す", "Void a novation")
    TARGET = "novation_id"
    REFUSALS = VOID_RULES
    EVENT = NovationVoided

    novation_id: NovationId


Novate = NovateContract | NovateEngagement | NovateCommission
"""What opens the record of a novation."""
NovationCommand = Novate | CorrectNovation | VoidNovation
