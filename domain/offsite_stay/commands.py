"""What can be asked to be recorded of an offsite stay."""

from typing import Annotated, Self

from pydantic import model_validator

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.client import rules as client
from domain.client.events import ClientId
from domain.company_programme import rules as companies
from domain.company_programme.events import CompanyProgrammeId
from domain.offsite_stay import rules
from domain.offsite_stay.events import (
    Calling,
    Following,
    Invitation,
    StayCorrected,
    Stayed,
    StayEntryVoided,
    StayId,
)

_UNSOUND = (rules.BEFORE_EARLIER_STEP, rules.HELD_ALREADY, rules.CANCELLED, rules.NOT_HELD)


class InviteToStay(Invitation, Command):
    """Record that a firm was invited to an offsite stay."""

    LABEL = Label("立科WORK TRIPへの招待を記録する", "Invite a firm to an offsite stay")
    REFUSALS = (companies.OF_OWN_PROGRAMME, rules.INVITED_ALREADY, client.NOT_REGISTERED)

    client_id: Annotated[ClientId | None, Reads("client")] = None

    def opens(self) -> str:
        """One stream for each stay number."""
        return self.number


class OfStay(Command):
    """A command on one offsite stay."""

    TARGET = "stay_id"

    stay_id: StayId


class HoldStay(Stayed, OfStay):
    """Record that a firm came; `effective_on` is the first day."""

    LABEL = Label("立科WORK TRIPの実施を記録する", "Hold an offsite stay")
    HAPPENED = True
    REFUSALS = (
        rules.BEFORE_EARLIER_STEP,
        rules.HELD_ALREADY,
        rules.CANCELLED,
        companies.NOT_OFFERED,
    )

    company_programme_id: Annotated[CompanyProgrammeId | None, Reads("company-programme")] = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.last_day < self.effective_on:
            raise ValueError("the last day of a stay is not before its first")
        return self


class MakeFollowUp(Following, OfStay):
    """Record how the firm was kept in touch with after its stay."""

    LABEL = Label("滞在後のフォローを記録する", "Make a follow-up")
    REFUSALS = (rules.NOT_HELD, rules.BEFORE_EARLIER_STEP)


class CancelStay(Calling, OfStay):
    """Record that a stay came to nothing."""

    LABEL = Label("立科WORK TRIPの中止を記録する", "Cancel an offsite stay")
    REFUSALS = (rules.BEFORE_EARLIER_STEP, rules.HELD_ALREADY, rules.CANCELLED)


class CorrectStay(OfStay, Correct):
    """Put right what was recorded of a stay."""

    LABEL = Label("立科WORK TRIPの記録を訂正する", "Correct an offsite stay")
    REFUSALS = (*MEND_RULES, *_UNSOUND)
    EVENT = StayCorrected


class VoidStayEntry(OfStay, Annul):
    """Record that an entry of a stay never held."""

    LABEL = Label("立科WORK TRIPの記録を取り消す", "Void an entry of an offsite stay")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = StayEntryVoided


StayStep = HoldStay | MakeFollowUp | CancelStay
StayCommand = InviteToStay | StayStep | CorrectStay | VoidStayEntry
