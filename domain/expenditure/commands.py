"""What can be asked to be recorded of an expenditure."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.expenditure import rules
from domain.expenditure.events import (
    Charge,
    ExpenditureCorrected,
    ExpenditureVoided,
    Money,
    Purpose,
)

ExpenditureId = Annotated[UUID, Label("支出", "expenditure")]
PlanId = Annotated[UUID, Reads("plan"), Label("実施計画", "plan")]


class CommitExpenditure(Money, Charge, Command):
    """Record a commitment (支出負担行為); one of a grant project names the project's plan.

    Only the commitment reads the plan, and nothing that is paid writes to it: payments on one
    budget line never wait for each other.
    """

    LABEL = Label("支出負担行為を記録する", "Commit an expenditure")
    REFUSALS = (rules.COMMITTED_ALREADY, rules.PLAN_NOT_NAMED, rules.BUDGET_LINE_UNKNOWN)

    purpose: Purpose
    plan_id: PlanId | None = None

    def opens(self) -> str:
        """One stream for each number of a fiscal year and municipality."""
        return f"{self.programme}|{self.municipality}|{self.fiscal_year}|{self.number}"


class OfExpenditure(Command):
    """A command on one expenditure."""

    TARGET = "expenditure_id"

    expenditure_id: ExpenditureId


class PayExpenditure(Money, OfExpenditure):
    """Record a payment."""

    LABEL = Label("支出を記録する", "Pay an expenditure")
    REFUSALS = (rules.MORE_THAN_COMMITTED, rules.BEFORE_COMMITMENT)


class ReturnExpenditure(Money, OfExpenditure):
    """Record money that came back (戻入)."""

    LABEL = Label("戻入を記録する", "Return an expenditure")
    REFUSALS = (rules.MORE_THAN_PAID, rules.BEFORE_COMMITMENT)


class CorrectExpenditure(OfExpenditure, Correct):
    """Put right what was recorded of an expenditure."""

    LABEL = Label("支出の記録を訂正する", "Correct an expenditure entry")
    REFUSALS = (*MEND_RULES, rules.MORE_THAN_COMMITTED, rules.MORE_THAN_PAID)
    EVENT = ExpenditureCorrected


class VoidExpenditure(OfExpenditure, Annul):
    """Record that an entry of an expenditure never took place."""

    LABEL = Label("支出の記録を取り消す", "Void an expenditure entry")
    REFUSALS = (*VOID_RULES, rules.MORE_THAN_COMMITTED, rules.MORE_THAN_PAID)
    EVENT = ExpenditureVoided


ExpenditureStep = PayExpenditure | ReturnExpenditure
"""What is decided on an expenditure that was committed."""
ExpenditureCommand = CommitExpenditure | ExpenditureStep | CorrectExpenditure | VoidExpenditure
