"""What can be asked to be recorded of a commission."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import WorkerId
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.words import Label
from domain.commission import rules
from domain.commission.events import CommissionCorrected, CommissionVoided
from domain.commission.terms import (
    CommissionId,
    Delivery,
    Inspected,
    Offer,
    Payment,
    Terms,
    Why,
)
from domain.engagement.commands import EngagementId
from domain.engagement.events import Cancellation, CostBearer
from domain.worker import rules as worker


class OfferCommission(Offer, Command):
    """Offer work under an order to a resident; nobody is assigned."""

    LABEL = Label("業務を打診する", "Offer a commission")
    REFUSALS = (
        rules.ALREADY_OFFERED,
        rules.NEEDS_OPEN_ORDER,
        rules.ORDERER_DOES_NOT_FIT,
        rules.DELIVERY_BEFORE_OFFER,
        worker.NOT_ON_ROLL,
        rules.LEAVES_BEFORE_DELIVERY,
    )

    engagement_id: Annotated[EngagementId, Reads("engagement")]
    worker_id: Annotated[WorkerId, Reads("worker")]

    def opens(self) -> str:
        """One stream for each engagement, resident and ordinal."""
        return f"{self.engagement_id}|{self.worker_id}|{self.ordinal}"


class OfCommission(Command):
    """A command on one commission."""

    TARGET = "commission_id"

    commission_id: CommissionId


class AcceptOffer(OfCommission):
    """Record that the resident accepted."""

    LABEL = Label("受諾を記録する", "Accept an offer")
    REFUSALS = (rules.OFFER_NOT_OPEN, rules.BEFORE_EARLIER_STEP, rules.OFFER_LAPSED)


class DeclineOffer(OfCommission):
    """Record that the resident declined; no reason is asked, and none can be given."""

    LABEL = Label("辞退を記録する", "Decline an offer")
    REFUSALS = (rules.OFFER_NOT_OPEN, rules.BEFORE_EARLIER_STEP)


class WithdrawOffer(OfCommission):
    """Take an offer back before it is answered."""

    LABEL = Label("打診を取り下げる", "Withdraw an offer")
    REFUSALS = (rules.OFFER_NOT_OPEN, rules.BEFORE_EARLIER_STEP)


class StateTerms(Terms, OfCommission):
    """Record the terms that the resident was told, with the offer or after it."""

    LABEL = Label("条件を明示する", "State the terms")
    REFUSALS = (
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.TERMS_STATED_ALREADY,
        rules.TERMS_DIFFER_FROM_OFFER,
    )


class ChangeTerms(Terms, OfCommission):
    """Record new terms that were agreed on after the acceptance."""

    LABEL = Label("条件を変更する", "Change the terms")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.TERMS_BELOW_PAID,
    )

    cause: Why


class DeliverWork(Delivery, OfCommission):
    """Record a delivery on the day on which it was received."""

    LABEL = Label("納品を記録する", "Deliver work")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.DELIVERED_ALREADY,
        rules.NOTHING_TO_REDO,
    )


class PassInspection(Inspected, OfCommission):
    """Record that a delivery is as ordered."""

    LABEL = Label("検査合格を記録する", "Pass an inspection")
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.INSPECTED_ALREADY,
    )


class FailInspection(Inspected, OfCommission):
    """Record that a delivery is not as ordered, and why."""

    LABEL = Label("検査不合格を記録する", "Fail an inspection")
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.INSPECTED_ALREADY,
    )

    cause: Why


class RequestRework(Inspected, OfCommission):
    """Record that a delivery is to be done again, why, and at whose cost."""

    LABEL = Label("やり直しを求める", "Request rework")
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.REWORK_NEEDS_INSPECTION,
    )

    cause: Why
    cost_bearer: CostBearer


class PayRemuneration(Payment, OfCommission):
    """Record a payment to the resident; what is owed is paid after the end or a leaving too."""

    LABEL = Label("報酬の支払を記録する", "Pay remuneration")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.PAID_MORE_THAN_STATED,
    )


class CompleteCommission(OfCommission):
    """Record that all of the work was delivered and passed."""

    LABEL = Label("個別委託を完了する", "Complete a commission")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.NOT_ALL_PASSED,
    )


class CancelCommission(Cancellation, OfCommission):
    """Record that an accepted commission ended before the work was done."""

    LABEL = Label("個別委託を取り消す", "Cancel a commission")
    REFUSALS = (rules.NOT_ACCEPTED, rules.ENDED, rules.BEFORE_EARLIER_STEP)


class CorrectCommission(OfCommission, Correct):
    """Put right what was recorded of a commission."""

    LABEL = Label("個別委託の記録を訂正する", "Correct a commission entry")
    REFUSALS = (
        *MEND_RULES,
        OTHERS_BUILD_ON_IT,
        rules.DELIVERY_BEFORE_OFFER,
        rules.BEFORE_EARLIER_STEP,
        rules.OFFER_LAPSED,
        rules.PAID_MORE_THAN_STATED,
        rules.NOT_ALL_PASSED,
    )
    EVENT = CommissionCorrected


class VoidCommissionEntry(OfCommission, Annul):
    """Record that a delivery, an inspection, a request for rework or a payment never was."""

    LABEL = Label("納品・検査・支払の記録を取り消す", "Void a commission entry")
    REFUSALS = (*VOID_RULES, rules.NOT_ALL_PASSED)
    EVENT = CommissionVoided


CommissionStep = (
    AcceptOffer
    | DeclineOffer
    | WithdrawOffer
    | StateTerms
    | ChangeTerms
    | DeliverWork
    | PassInspection
    | FailInspection
    | RequestRework
    | PayRemuneration
    | CompleteCommission
    | CancelCommission
)
"""What is decided on a commission that was offered."""
CommissionCommand = OfferCommission | CommissionStep | CorrectCommission | VoidCommissionEntry
