"""What can be asked to be recorded of an expenditure."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import AsFact
from domain.base.matter import CLOSING_RULES, CloseMatter
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.expenditure import rules
from domain.expenditure.events import (
    Charge,
    CommitmentCancelled,
    DeliveredOn,
    Engaged,
    ExpenditureCorrected,
    ExpenditureInspected,
    ExpenditureMatterClosed,
    ExpenditurePaid,
    ExpenditureReturned,
    ExpenditureVoided,
    Money,
    OrderNumber,
    PaymentOrdered,
)

ExpenditureId = Annotated[UUID, Label("支出", "expenditure")]
PlanId = Annotated[UUID, Reads("plan"), Label("実施計画", "plan")]

_UNSOUND = (
    rules.BEFORE_COMMITMENT,
    rules.MORE_THAN_COMMITTED,
    rules.MORE_THAN_PAID,
    rules.INSPECTED_MORE,
    rules.ORDERED_MORE,
)


class CommitExpenditure(AsFact, Money, Engaged, Charge, Command):
    """Record a commitment (支出負担行為); one of a grant project names the project's plan.

    Only the commitment reads the plan, and nothing that is paid writes to it: commitments and
    payments on one budget line never wait for each other. So a commitment is held against the
    whole line; what several of them exceed it by together is a matter to check.
    """

    LABEL = Label("支出負担行為を記録する", "Commit an expenditure")
    REFUSALS = (
        rules.COMMITTED_ALREADY,
        rules.PLAN_NOT_NAMED,
        rules.BUDGET_LINE_UNKNOWN,
        rules.EXCEEDS_THE_LINE,
        rules.PAYEE_TWICE,
        rules.TRAVELLER_NOT_SAID,
        rules.NOT_A_PRIOR_YEAR,
        rules.COMMITTED_OUTSIDE_YEAR,
    )

    plan_id: PlanId | None = None

    def opens(self) -> str:
        """One stream for each number of a fiscal year and municipality."""
        return f"{self.programme}|{self.municipality}|{self.fiscal_year}|{self.number}"


class OfExpenditure(Command):
    """A command on one expenditure."""

    TARGET = "expenditure_id"

    expenditure_id: ExpenditureId


class CancelCommitment(Money, OfExpenditure):
    """Record that a commitment was cancelled as far as it had not been paid."""

    LABEL = Label("支出負担行為を取り消す", "Cancel a commitment")
    REFUSALS = (rules.CANCELS_MORE_THAN_LEFT, rules.BEFORE_COMMITMENT, rules.ORDERED_MORE)
    EVENT = CommitmentCancelled


class InspectExpenditure(AsFact, Money, OfExpenditure):
    """Record that what was delivered passed its inspection (検収)."""

    LABEL = Label("検収を記録する", "Inspect an expenditure")
    HAPPENED = True
    REFUSALS = (
        rules.BEFORE_COMMITMENT,
        rules.INSPECTED_BEFORE_DELIVERY,
        rules.INSPECTED_MORE,
        rules.DELIVERED_AFTER_YEAR,
    )
    EVENT = ExpenditureInspected

    delivered_on: DeliveredOn


class OrderPayment(Money, OfExpenditure):
    """Record a payment order (支出命令)."""

    LABEL = Label("支出命令を記録する", "Order a payment")
    REFUSALS = (rules.BEFORE_COMMITMENT, rules.ORDERED_MORE)
    EVENT = PaymentOrdered

    order_number: OrderNumber


class PayExpenditure(AsFact, Money, OfExpenditure):
    """Record a payment."""

    LABEL = Label("支出を記録する", "Pay an expenditure")
    HAPPENED = True
    REFUSALS = (rules.MORE_THAN_COMMITTED, rules.BEFORE_COMMITMENT, rules.PAID_AFTER_CLOSING)
    EVENT = ExpenditurePaid


class ReturnExpenditure(AsFact, Money, OfExpenditure):
    """Record money that came back (戻入)."""

    LABEL = Label("戻入を記録する", "Return an expenditure")
    HAPPENED = True
    REFUSALS = (rules.MORE_THAN_PAID, rules.BEFORE_COMMITMENT, rules.RETURNED_AFTER_CLOSING)
    EVENT = ExpenditureReturned


class CloseExpenditureMatter(CloseMatter, OfExpenditure):
    """Close a matter to check of an expenditure: explained, remedied or confirmed."""

    LABEL = Label("支出の要確認事項を処理する", "Close a matter of an expenditure")
    REFUSALS = CLOSING_RULES
    EVENT = ExpenditureMatterClosed


class CorrectExpenditure(AsFact, OfExpenditure, Correct):
    """Put right what was recorded of an expenditure.

    What a grant's money is charged to, when and how much of it, is held against the plan again:
    who corrects that names the plan, as for the commitment.
    """

    LABEL = Label("支出の記録を訂正する", "Correct an expenditure entry")
    REFUSALS = (
        *MEND_RULES,
        *_UNSOUND,
        rules.PLAN_NOT_NAMED,
        rules.BUDGET_LINE_UNKNOWN,
        rules.EXCEEDS_THE_LINE,
    )
    EVENT = ExpenditureCorrected

    plan_id: PlanId | None = None


class VoidExpenditure(OfExpenditure, Annul):
    """Record that an entry of an expenditure never took place."""

    LABEL = Label("支出の記録を取り消す", "Void an expenditure entry")
    REFUSALS = (*VOID_RULES, *_UNSOUND)
    EVENT = ExpenditureVoided


ExpenditureStep = (
    CancelCommitment | InspectExpenditure | OrderPayment | PayExpenditure | ReturnExpenditure
)
"""What is decided on an expenditure that was committed."""
ExpenditureCommand = (
    CommitExpenditure
    | ExpenditureStep
    | CloseExpenditureMatter
    | CorrectExpenditure
    | VoidExpenditure
)
