"""What can be asked to be recorded of a firm's registration under a DX scheme."""

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.dx_registration import rules
from domain.dx_registration.events import (
    DxRegistrationCorrected,
    DxRegistrationVoided,
    Registration,
    RegistrationId,
)


class ConfirmDxRegistration(Registration, Command):
    """Record that a firm is registered under a DX scheme, the first time or again."""

    LABEL = Label("DX制度への登録を記録する", "Confirm a DX registration")
    HAPPENED = True
    REFUSALS = (rules.CONFIRMED_ALREADY,)

    def opens(self) -> str:
        """One stream for each scheme and firm of a programme."""
        return f"{self.programme}|{self.scheme}|{self.firm}"


class EndDxRegistration(Command):
    """Record that a registration ended; `effective_on` is the first day without it."""

    LABEL = Label("DX制度への登録の終了を記録する", "End a DX registration")
    TARGET = "registration_id"
    REFUSALS = (rules.NOT_REGISTERED,)

    registration_id: RegistrationId


class CorrectDxRegistration(Correct):
    """Put right what was recorded of a registration."""

    LABEL = Label("DX制度への登録の記録を訂正する", "Correct a DX registration")
    TARGET = "registration_id"
    REFUSALS = (*MEND_RULES, rules.NOT_REGISTERED)
    EVENT = DxRegistrationCorrected

    registration_id: RegistrationId


class VoidDxRegistration(Annul):
    """Record that an entry of a registration never held."""

    LABEL = Label("DX制度への登録の記録を取り消す", "Void a DX registration")
    TARGET = "registration_id"
    REFUSALS = (*VOID_RULES, rules.NOT_REGISTERED)
    EVENT = DxRegistrationVoided

    registration_id: RegistrationId


DxRegistrationCommand = (
    ConfirmDxRegistration | EndDxRegistration | CorrectDxRegistration | VoidDxRegistration
)
