"""What can be asked to be recorded of a stated value."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.statement import rules
from domain.statement.events import Stated, StatementCorrected, StatementVoided

StatementId = Annotated[UUID, Label("記載値", "stated value")]


class StateValue(Stated, Command):
    """Record what a document states, on the day for which it states it."""

    LABEL = Label("資料の値を記録する", "State a value")
    REFUSALS = (rules.STATED_ALREADY, rules.NO_SUCH_EVIDENCE)

    evidence: Annotated[UUID, Reads("evidence"), Label("証拠書類", "evidence")]

    def opens(self) -> str:
        """One stream for each value of a programme, and of a fiscal year if it has one."""
        return f"{self.programme}|{self.code}|{self.fiscal_year or ''}"


class CorrectStatement(Correct):
    """Put right what was recorded of a stated value."""

    LABEL = Label("記載値を訂正する", "Correct a stated value")
    TARGET = "statement_id"
    REFUSALS = MEND_RULES
    EVENT = StatementCorrected

    statement_id: StatementId


class VoidStatement(Annul):
    """Record that no document states this value."""

    LABEL = Label("記載値を取り消す", "Void a stated value")
    TARGET = "statement_id"
    REFUSALS = VOID_RULES
    EVENT = StatementVoided

    statement_id: StatementId


StatementCommand = StateValue | CorrectStatement | VoidStatement
