"""What can be asked to be recorded of the accounts of a fiscal year."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct
from domain.base.fields import Evidence
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.closing import rules
from domain.closing.events import AccountsClosingCorrected, AccountsClosingVoided, Books

ClosingId = Annotated[UUID, Label("会計の締め", "closing of accounts")]


class CloseAccounts(Books, Command):
    """Record that the accounts of a fiscal year were closed."""

    LABEL = Label("会計を締める", "Close accounts")
    REFUSALS = (rules.CLOSED_ALREADY, rules.CLOSED_TOO_EARLY)

    evidence: Evidence | None = None

    def opens(self) -> str:
        """One stream for each fiscal year of each accounts."""
        return f"{self.accounts}|{self.municipality or ''}|{self.fiscal_year}"


class CorrectClosing(Correct):
    """Put right what was recorded of a closing."""

    LABEL = Label("会計の締めを訂正する", "Correct a closing of accounts")
    TARGET = "closing_id"
    REFUSALS = (*MEND_RULES, rules.CLOSED_TOO_EARLY)
    EVENT = AccountsClosingCorrected

    closing_id: ClosingId


class VoidClosing(Annul):
    """Record that the accounts were not closed."""

    LABEL = Label("会計の締めを取り消す", "Void a closing of accounts")
    TARGET = "closing_id"
    REFUSALS = VOID_RULES
    EVENT = AccountsClosingVoided

    closing_id: ClosingId


ClosingCommand = CloseAccounts | CorrectClosing | VoidClosing
