"""What can be asked to be recorded of a commission."""

from collections.abc import Iterable
from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.event import Day
from domain.base.fields import AsFact, WorkerId
from domain.base.matter import CLOSING_RULES, CloseMatter
from domain.base.mend import MEND_RULES, OTHERS_BUILD_ON_IT, VOID_RULES
from domain.base.words import Label
from domain.commission import rules
from domain.commission.events import (
    CommissionCorrected,
    CommissionMatterClosed,
    CommissionVoided,
)
from domain.commission.steps import (
    Answered,
    Claim,
    Conducted,
    Delivery,
    Inspected,
    Notice,
    Payment,
    Why,
)
from domain.commission.terms import CommissionId, Offer, Terms
from domain.engagement.codes import Orderer
from domain.engagement.commands import EngagementId
from domain.engagement.events import Cancellation, CostBearer
from domain.worker import rules as worker


class OfferCommission(AsFact, Offer, Command):
    """Offer work under an order to a resident; nobody is assigned."""

    LABEL = Label("業務を打診する", "Offer a commission")
    REFUSALS = (
        rules.ALREADY_OFFERED,
        rules.NEEDS_OPEN_ORDER,
        rules.ORDERER_DOES_NOT_FIT,
        rules.ORDERER_NOT_OF_THE_DAY,
        rules.DELIVERY_BEFORE_OFFER,
        worker.NOT_ON_ROLL,
        rules.LEAVES_BEFORE_DELIVERY,
    )

    engagement_id: Annotated[EngagementId, Reads("engagement", relied_on_by="novation")]
    worker_id: Annotated[WorkerId, Reads("worker")]

    def opens(self) -> str:
        """One stream for each engagement, resident and ordinal."""
        return f"{self.engagement_id}|{self.worker_id}|{self.ordinal}"

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """Give the corporation that orders: from its founding on it can."""
        if self.orderer is Orderer.CORPORATION:
            yield "corporation", self.orderer_code


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


class StateTerms(AsFact, Terms, OfCommission):
    """Record the terms that the resident was told, with the offer or after it."""

    LABEL = Label("条件を明示する", "State the terms")
    REFUSALS = (
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.TERMS_STATED_ALREADY,
        rules.TERMS_DIFFER_FROM_OFFER,
        rules.ORIGINAL_DUE_DIFFERS,
        *rules.OF_A_DUE_DATE,
    )


class ChangeTerms(AsFact, Terms, OfCommission):
    """Record new terms that were agreed on after the acceptance."""

    LABEL = Label("条件を変更する", "Change the terms")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        *rules.OF_THE_AMOUNT,
        rules.ORIGINAL_DUE_DIFFERS,
        *rules.OF_A_DUE_DATE,
        rules.REDUCTION,
    )

    cause: Why


class SupplementTerms(AsFact, Terms, OfCommission):
    """Record what the resident was told of items that had been undecided, with all other terms."""

    LABEL = Label("未定の条件を補充する", "Supplement the terms")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.NOTHING_TO_SUPPLEMENT,
        rules.SUPPLEMENT_CHANGES_TERMS,
        *rules.OF_THE_AMOUNT,
        rules.ORIGINAL_DUE_DIFFERS,
        *rules.OF_A_DUE_DATE,
    )

    decided_on: Annotated[Day, Label("定まった日", "decided on", "2024-12-13")]


class StartWork(AsFact, OfCommission):
    """Record that the resident began the work; only the day is recorded, and only once."""

    LABEL = Label("業務の開始を記録する", "Start work")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.TERMS_NOT_STATED,
        rules.STARTED_ALREADY,
    )


class DeliverWork(AsFact, Delivery, OfCommission):
    """Record a delivery on the day on which it was received."""

    LABEL = Label("納品を記録する", "Deliver work")
    HAPPENED = True
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.DELIVERED_ALREADY,
        rules.NOTHING_TO_REDO,
        rules.PARTS_EXCEED_REMUNERATION,
    )


class PassInspection(Inspected, OfCommission):
    """Record that a delivery is as ordered."""

    LABEL = Label("検査合格を記録する", "Pass an inspection")
    HAPPENED = True
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.INSPECTED_ALREADY,
    )


class FailInspection(Inspected, OfCommission):
    """Record that a delivery is not as ordered, and why."""

    LABEL = Label("検査不合格を記録する", "Fail an inspection")
    HAPPENED = True
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.INSPECTED_ALREADY,
    )

    cause: Why


class RequestRework(AsFact, Inspected, OfCommission):
    """Record that a delivery is to be done again, why, and at whose cost."""

    LABEL = Label("やり直しを求める", "Request rework")
    REFUSALS = (
        rules.ENDED,
        rules.NO_SUCH_DELIVERY,
        rules.BEFORE_EARLIER_STEP,
        rules.REWORK_NEEDS_INSPECTION,
        rules.REWORK,
    )

    cause: Why
    cost_bearer: CostBearer


class ReceiveClaim(Claim, OfCommission):
    """Record the resident's claim on the day on which it came in."""

    LABEL = Label("請求の受領を記録する", "Receive a claim")
    HAPPENED = True
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.BEFORE_EARLIER_STEP,
        rules.CLAIMED_MORE_THAN_STATED,
    )


class PayRemuneration(AsFact, Payment, OfCommission):
    """Record a payment to the resident; what is owed is paid after the end or a leaving too."""

    LABEL = Label("報酬の支払を記録する", "Pay remuneration")
    HAPPENED = True
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.TERMS_NOT_STATED,
        rules.BEFORE_EARLIER_STEP,
        rules.PAID_MORE_THAN_STATED,
        rules.REDUCTION,
        rules.FRACTION,
        rules.TRANSFER_FEE,
    )


class CompleteCommission(OfCommission):
    """Record that all of the work was delivered and passed.

    The resident who did it is named, so that the entry can say whether a level had risen before.
    """

    LABEL = Label("個別委託を完了する", "Complete a commission")
    HAPPENED = True
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.NOT_ALL_PASSED,
        rules.ANOTHER_WORKER,
    )

    worker_id: Annotated[WorkerId, Reads("worker")]


class CancelCommission(AsFact, Cancellation, OfCommission):
    """Record that an accepted commission ended before the work was done."""

    LABEL = Label("個別委託を取り消す", "Cancel a commission")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.RECEIPT,
        rules.REWORK,
        rules.NOTICE,
    )


class NoticeEnding(AsFact, Notice, OfCommission):
    """Record that the resident was told that the commission will end, or is not renewed."""

    LABEL = Label("終了・不更新を予告する", "Give notice of the end")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.ENDS_BEFORE_NOTICE,
        rules.NOTICE,
    )


class AskConsideration(OfCommission):
    """Record that the resident asked for consideration of care or childcare, and nothing of why."""

    LABEL = Label("育児・介護の配慮の申出を受ける", "Receive a request for consideration")
    REFUSALS = (
        rules.NOT_ACCEPTED,
        rules.ENDED,
        rules.BEFORE_EARLIER_STEP,
        rules.ASKED_ALREADY,
    )


class AnswerConsideration(AsFact, Answered, OfCommission):
    """Record how a request for consideration was answered."""

    LABEL = Label("配慮の申出に答える", "Answer a request for consideration")
    REFUSALS = (rules.NOTHING_ASKED, rules.BEFORE_EARLIER_STEP, rules.CONSIDERATION)


class NoteConduct(AsFact, Conducted, OfCommission):
    """Note a fact about the orderer's conduct that no other entry shows."""

    LABEL = Label("委託者の行為に関する事実を記録する", "Note a fact about conduct")
    REFUSALS = (rules.NOT_ACCEPTED, rules.BEFORE_EARLIER_STEP, *rules.OF_CONDUCT)


class CloseCommissionMatter(CloseMatter, OfCommission):
    """Close a matter to check of a commission: explained, remedied or confirmed."""

    LABEL = Label("個別委託の要確認事項を処理する", "Close a matter of a commission")
    REFUSALS = CLOSING_RULES
    EVENT = CommissionMatterClosed


class CorrectCommission(OfCommission, Correct):
    """Put right what was recorded of a commission.

    Who orders, and from which day on, is held against the order again, which is named for that.
    """

    LABEL = Label("個別委託の記録を訂正する", "Correct a commission entry")
    REFUSALS = (
        *MEND_RULES,
        OTHERS_BUILD_ON_IT,
        rules.DELIVERY_BEFORE_OFFER,
        rules.BEFORE_EARLIER_STEP,
        rules.OFFER_LAPSED,
        rules.PAID_MORE_THAN_STATED,
        rules.CLAIMED_MORE_THAN_STATED,
        rules.PARTS_EXCEED_REMUNERATION,
        rules.NOT_ALL_PASSED,
        rules.ENGAGEMENT_NOT_NAMED,
        rules.NEEDS_OPEN_ORDER,
        rules.ORDERER_DOES_NOT_FIT,
        rules.ORDERER_NOT_OF_THE_DAY,
    )
    EVENT = CommissionCorrected

    engagement_id: Annotated[EngagementId | None, Reads("engagement", relied_on_by="novation")] = (
        None
    )

    def looks_at(self) -> Iterable[tuple[str, str]]:
        """Give the corporation that is said to have ordered; the others say nothing of its day."""
        code = self.now.get("orderer_code")
        if self.now.get("orderer") == Orderer.CORPORATION and isinstance(code, str):
            yield "corporation", code


class VoidCommissionEntry(OfCommission, Annul):
    """Record that an entry that nothing else rests on never was."""

    LABEL = Label("納品・検査・支払などの記録を取り消す", "Void a commission entry")
    REFUSALS = (*VOID_RULES, rules.PARTS_EXCEED_REMUNERATION, rules.NOT_ALL_PASSED)
    EVENT = CommissionVoided


CommissionStep = (
    AcceptOffer
    | DeclineOffer
    | WithdrawOffer
    | StateTerms
    | ChangeTerms
    | SupplementTerms
    | StartWork
    | DeliverWork
    | PassInspection
    | FailInspection
    | RequestRework
    | ReceiveClaim
    | PayRemuneration
    | CompleteCommission
    | CancelCommission
    | NoticeEnding
    | AskConsideration
    | AnswerConsideration
    | NoteConduct
)
"""What is decided on a commission that was offered."""
CommissionCommand = (
    OfferCommission
    | CommissionStep
    | CloseCommissionMatter
    | CorrectCommission
    | VoidCommissionEntry
)
