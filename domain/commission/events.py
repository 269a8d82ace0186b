"""What happens to one commission of a resident."""

from typing import ClassVar, get_args

from domain.base.event import Correction, Event, PaperKind, Void
from domain.base.tasks import Task
from domain.base.words import Label
from domain.commission.terms import (
    Counted,
    Delivery,
    DeliveryNumber,
    Inspected,
    Offer,
    Payment,
    Terms,
    Why,
)
from domain.engagement.events import Cancellation, CostBearer, OrderNumber


class CommissionOffered(Counted, Offer, Event):
    """Work under an order was offered to a resident, who may accept or decline."""

    TOPIC = "commission.offered"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "{engagement_number} の「{content}」を {amount} 円で打診した（納品期日 {delivery_day}）。",
        "{content} of {engagement_number} was offered for {amount} yen, due {delivery_day}.",
    )

    engagement_number: OrderNumber


class CommissionAccepted(Counted, Event):
    """The resident accepted the offer."""

    TOPIC = "commission.accepted"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label("受諾された。", "The offer was accepted.")


class CommissionDeclined(Event):
    """The resident declined the offer, for which no reason is asked."""

    TOPIC = "commission.declined"
    TASKS = (Task.ORDERS,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label("打診は辞退で終わった。", "The offer was declined.")


class OfferWithdrawn(Event):
    """The offer was taken back before it was answered."""

    TOPIC = "commission.offer_withdrawn"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label("打診を取り下げた。", "The offer was withdrawn.")


class TermsStated(Terms, Event):
    """The resident was told the terms of the work."""

    TOPIC = "commission.terms_stated"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "条件を明示した（{amount} 円、納品期日 {delivery_day}、支払期日 {payment_due}）。",
        "Terms were stated: {amount} yen, delivery {delivery_day}, payment due {payment_due}.",
    )


class TermsChanged(Terms, Event):
    """The terms of the work were changed, and the resident was told the new ones."""

    TOPIC = "commission.terms_changed"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "条件を変更した（{amount} 円、納品 {delivery_day}、支払 {payment_due}、原因 {cause}）。",
        "Terms became {amount} yen, delivery {delivery_day}, payment due {payment_due} ({cause}).",
    )

    cause: Why


class WorkDelivered(Delivery, Counted, Event):
    """Work was delivered, the whole of it or a part."""

    TOPIC = "commission.work_delivered"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}を受領した（{extent}）。", "Delivery {delivery} was received ({extent})."
    )

    delivery: DeliveryNumber


class InspectionPassed(Inspected, Counted, Event):
    """A delivery was found to be as ordered."""

    TOPIC = "commission.inspection_passed"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}が検査に合格した。", "Delivery {delivery} passed the inspection."
    )


class InspectionFailed(Inspected, Event):
    """A delivery was found not to be as ordered."""

    TOPIC = "commission.inspection_failed"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}が検査に合格しなかった（{cause}）。",
        "Delivery {delivery} did not pass the inspection ({cause}).",
    )

    cause: Why


class ReworkRequested(Inspected, Event):
    """The resident was asked to do a delivery again."""

    TOPIC = "commission.rework_requested"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}のやり直しを求めた（原因 {cause}、費用負担 {cost_bearer}）。",
        "Delivery {delivery} is to be done again ({cause}, cost borne by {cost_bearer}).",
    )

    cause: Why
    cost_bearer: CostBearer


class RemunerationPaid(Payment, Counted, Event):
    """The resident was paid, in whole or in part."""

    TOPIC = "commission.remuneration_paid"
    TASKS = (Task.ORDERS, Task.SELF_RELIANCE)
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "報酬 {gross} 円を支払った（源泉徴収 {withheld} 円、振込 {transferred} 円）。",
        "{gross} yen were paid ({withheld} withheld, {transferred} transferred).",
    )


class CommissionCompleted(Counted, Event):
    """All of the work was delivered and passed, whether or not it is paid yet."""

    TOPIC = "commission.completed"
    TASKS = (Task.ORDERS, Task.DIGITAL)
    SENTENCE: ClassVar[Label] = Label("委託した業務を終えた。", "The work was completed.")


class CommissionCancelled(Cancellation, Event):
    """An accepted commission ended before the work was done."""

    TOPIC = "commission.cancelled"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "個別委託を取り消した（{reason}）。", "The commission was cancelled ({reason})."
    )


CommissionEvent = (
    CommissionOffered
    | CommissionAccepted
    | CommissionDeclined
    | OfferWithdrawn
    | TermsStated
    | TermsChanged
    | WorkDelivered
    | InspectionPassed
    | InspectionFailed
    | ReworkRequested
    | RemunerationPaid
    | CommissionCompleted
    | CommissionCancelled
)


class CommissionCorrected(Correction):
    """What was recorded of a commission was wrong."""

    TOPIC = "commission.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の個別委託の記録を訂正した。",
        "The commission entry of version {corrects} was corrected.",
    )
    MENDS = get_args(CommissionEvent)
    FIXED = frozenset(
        {"engagement_id", "engagement_number", "worker_id", "person_id", "ordinal", "delivery"}
    )


class CommissionVoided(Void):
    """A delivery, an inspection, a request to do it again or a payment never took place."""

    TOPIC = "commission.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = (WorkDelivered, InspectionPassed, InspectionFailed, ReworkRequested, RemunerationPaid)
