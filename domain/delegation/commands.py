"""What can be asked to be recorded of delegations, and of help given to the order director."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.delegation import rules
from domain.delegation.events import (
    Assistance,
    AssistanceCorrected,
    AssistanceVoided,
    Delegation,
    DelegationCorrected,
    DelegationVoided,
    Revocation,
)

DelegationId = Annotated[UUID, Label("決裁の委任", "delegation")]
AssistanceId = Annotated[UUID, Label("補佐の記録", "assistance")]


class DelegateApproval(Delegation, Command):
    """Record who may approve in the order director's place, from this day to the last one."""

    LABEL = Label("決裁を委任する", "Delegate approval")
    REFUSALS = (rules.DELEGATED_ALREADY, rules.TO_ONESELF, rules.ENDS_BEFORE_IT_BEGINS)

    def opens(self) -> str:
        """One stream for each approval number."""
        return self.number


class OfDelegation(Command):
    """A command on one delegation."""

    TARGET = "delegation_id"

    delegation_id: DelegationId


class RevokeApproval(Revocation, OfDelegation):
    """Record that a delegation was taken back; this day is the first without it."""

    LABEL = Label("決裁の委任を取りやめる", "Revoke a delegation")
    REFUSALS = (rules.NOT_IN_FORCE,)


class CorrectDelegation(OfDelegation, Correct):
    """Put right what was recorded of a delegation."""

    LABEL = Label("委任の記録を訂正する", "Correct a delegation's entry")
    REFUSALS = (
        *MEND_RULES,
        rules.TO_ONESELF,
        rules.ENDS_BEFORE_IT_BEGINS,
        rules.NOT_IN_FORCE,
    )
    EVENT = DelegationCorrected


class VoidDelegationEntry(OfDelegation, Annul):
    """Record that a delegation, or its revocation, never held."""

    LABEL = Label("委任の記録を取り消す", "Void a delegation's entry")
    REFUSALS = VOID_RULES
    EVENT = DelegationVoided


DelegationCommand = DelegateApproval | RevokeApproval | CorrectDelegation | VoidDelegationEntry


class LogAssistance(Assistance, Command):
    """Record how long somebody helped the director with one kind of thing on this day."""

    LABEL = Label("ディレクターの補佐を記録する", "Log assistance")
    REFUSALS = (rules.LOGGED_ALREADY, rules.MORE_THAN_A_DAY)

    def opens(self) -> str:
        """One stream for each person and month."""
        return f"{self.person_id}|{self.effective_on:%Y-%m}"


class OfAssistance(Command):
    """A command on what one person did for the director in one month."""

    TARGET = "assistance_id"

    assistance_id: AssistanceId


class CorrectAssistance(OfAssistance, Correct):
    """Put right the kind or the minutes; another day is voided here and logged there."""

    LABEL = Label("補佐の記録を訂正する", "Correct an assistance")
    REFUSALS = (*MEND_RULES, rules.LOGGED_ALREADY, rules.MORE_THAN_A_DAY)
    EVENT = AssistanceCorrected


class VoidAssistance(OfAssistance, Annul):
    """Record that an assistance was never given."""

    LABEL = Label("補佐の記録を取り消す", "Void an assistance")
    REFUSALS = VOID_RULES
    EVENT = AssistanceVoided


AssistanceCommand = LogAssistance | CorrectAssistance | VoidAssistance
