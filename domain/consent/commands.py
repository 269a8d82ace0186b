"""What can be asked to be recorded of a consent."""

from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.consent import rules
from domain.consent.events import (
    ConsentCorrected,
    Consented,
    ConsentEntryVoided,
    ConsentId,
    Purpose,
    Scope,
    Withdrawal,
)


def key_of(person: UUID, purpose: Purpose, scope: Scope) -> str:
    """Give the natural key of the stream that a consent has."""
    return f"{person}|{purpose.value}|{scope.value}"


class GiveConsent(Consented, Command):
    """Record that a person agreed, for the first time or again."""

    LABEL = Label("同意を記録する", "Give consent")
    REFUSALS = (rules.IN_FORCE_ALREADY,)

    def opens(self) -> str:
        """One stream for each person, purpose and scope."""
        return key_of(self.person_id, self.purpose, self.scope)


class OfConsent(Command):
    """A command on one consent."""

    TARGET = "consent_id"

    consent_id: ConsentId


class WithdrawConsent(Withdrawal, OfConsent):
    """Record that a person withdrew a consent; `effective_on` is the first day without it."""

    LABEL = Label("同意の撤回を記録する", "Withdraw consent")
    REFUSALS = (rules.NOT_IN_FORCE,)


class CorrectConsent(OfConsent, Correct):
    """Put right what was recorded of a consent."""

    LABEL = Label("同意の記録を訂正する", "Correct a consent entry")
    REFUSALS = (*MEND_RULES, rules.IN_FORCE_ALREADY, rules.NOT_IN_FORCE)
    EVENT = ConsentCorrected


class VoidConsentEntry(OfConsent, Annul):
    """Record that a consent was never given, or never withdrawn."""

    LABEL = Label("同意の記録を取り消す", "Void a consent entry")
    REFUSALS = (*VOID_RULES, rules.IN_FORCE_ALREADY, rules.NOT_IN_FORCE)
    EVENT = ConsentEntryVoided


ConsentCommand = GiveConsent | WithdrawConsent | CorrectConsent | VoidConsentEntry
