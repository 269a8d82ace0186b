"""What can be asked to be recorded of a programme for companies."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.client import rules as client
from domain.client.events import ClientId
from domain.company_programme import rules
from domain.company_programme.events import (
    CompanyProgrammeCorrected,
    CompanyProgrammeEntryVoided,
    CompanyProgrammeId,
    Ending,
    NewOffer,
    Offer,
    Run,
)
from domain.offsite_stay.events import StayId


class CreateCompanyProgramme(NewOffer, Command):
    """Record a programme that is offered to companies."""

    LABEL = Label("企業向けプログラムを記録する", "Create a programme for companies")
    REFUSALS = (rules.OF_OWN_PROGRAMME, rules.CREATED_ALREADY)

    def opens(self) -> str:
        """One stream for each code in a municipality's own programme."""
        return f"{self.programme}|{self.code}"


class OfCompanyProgramme(Command):
    """A command on one programme for companies."""

    TARGET = "company_programme_id"

    company_programme_id: CompanyProgrammeId


class ReviseCompanyProgramme(Offer, OfCompanyProgramme):
    """Record what is offered from a day on."""

    LABEL = Label("プログラムの内容を改める", "Revise a programme for companies")
    REFUSALS = (rules.NOT_OFFERED,)


class RunCompanyProgramme(Run, OfCompanyProgramme):
    """Record that it was run, for a stay, a client or another organisation."""

    LABEL = Label("プログラムの実施を記録する", "Run a programme for companies")
    REFUSALS = (rules.NOT_OFFERED, rules.NO_SUCH_STAY, client.NOT_REGISTERED)

    stay_id: Annotated[StayId | None, Reads("offsite-stay")] = None
    client_id: Annotated[ClientId | None, Reads("client")] = None


class EndCompanyProgramme(Ending, OfCompanyProgramme):
    """Record that it is offered no more; `effective_on` is the first day without it."""

    LABEL = Label("プログラムの終了を記録する", "End a programme for companies")
    REFUSALS = (rules.NOT_OFFERED,)


class CorrectCompanyProgramme(OfCompanyProgramme, Correct):
    """Put right what was recorded of a programme."""

    LABEL = Label("プログラムの記録を訂正する", "Correct a programme for companies")
    REFUSALS = (*MEND_RULES, rules.NOT_OFFERED)
    EVENT = CompanyProgrammeCorrected


class VoidCompanyProgrammeEntry(OfCompanyProgramme, Annul):
    """Record that an entry of a programme never held."""

    LABEL = Label("プログラムの記録を取り消す", "Void an entry of a programme for companies")
    REFUSALS = (*VOID_RULES, rules.NOT_OFFERED)
    EVENT = CompanyProgrammeEntryVoided


CompanyProgrammeStep = ReviseCompanyProgramme | RunCompanyProgramme | EndCompanyProgramme
CompanyProgrammeCommand = (
    CreateCompanyProgramme
    | CompanyProgrammeStep
    | CorrectCompanyProgramme
    | VoidCompanyProgrammeEntry
)
