"""What happens to one commission of a resident."""

from typing import Annotated, ClassVar, Self, get_args

from pydantic import model_validator

from domain.base.event import Correction, Day, Event, PaperKind, Void
from domain.base.fields import AsFact, Whose
from domain.base.matter import MatterClosed
from domain.base.tasks import Task
from domain.base.words import Label
from domain.commission.steps import (
    Answered,
    Claim,
    Conducted,
    Counted,
    Delivery,
    DeliveryNumber,
    Inspected,
    Notice,
    Payment,
    Why,
)
from domain.commission.terms import Governed, Offer, Terms
from domain.engagement.events import Cancellation, CostBearer, OrderNumber, UpstreamDue

OrderedIn = Annotated[Whose, Label("案件の市町村", "municipality of the order", "203246")]
_ORDERS = (Task.ORDERS, Task.ORDER_TYPES)


class CommissionOffered(AsFact, Counted, Offer, Event):
    """Work under an order was offered to a resident, who may accept or decline."""

    # `as_fact` says of an offer that its orderer was not who had the order on that day.

    TOPIC = "commission.offered"
    TASKS = _ORDERS
    SENTENCE: ClassVar[Label] = Label(
        "{engagement_number} の「{content}」を {amount} 円で打診した（納品期日 {delivery_day}）。",
        "{content} of {engagement_number} was offered for {amount} yen, due {delivery_day}.",
    )

    engagement_number: OrderNumber
    ordered_in: OrderedIn
    upstream_due: UpstreamDue | None = None


class CommissionAccepted(Governed, Counted, Event):
    """The resident accepted the offer: from this day on the work is entrusted."""

    # For figures it says whose order it is, as known at the offer, and whether it is `across`: the
    # order of another municipality than the resident's. A joint order is everybody's, and is not.

    TOPIC = "commission.accepted"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label("受諾された。", "The offer was accepted.")

    ordered_in: OrderedIn
    across: Annotated[bool, Label("市町村をまたぐ", "across municipalities")]

    @model_validator(mode="after")
    def _says_what_follows(self) -> Self:
        if self.across is not is_across(self.ordered_in, self.municipality):
            raise ValueError("across does not go with ordered_in and municipality; correct both")
        return self


def is_across(ordered_in: str, done_in: str) -> bool:
    """Say whether an order of one municipality, or of all, is another's than the resident's."""
    return ordered_in not in {"joint", done_in}


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


class TermsStated(AsFact, Governed, Terms, Event):
    """The resident was told the terms of the work."""

    TOPIC = "commission.terms_stated"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "条件を明示した（{amount} 円、納品期日 {delivery_day}、支払期日 {payment_due}）。",
        "Terms were stated: {amount} yen, delivery {delivery_day}, payment due {payment_due}.",
    )


class TermsChanged(AsFact, Governed, Terms, Event):
    """The terms of the work were changed, and the resident was told the new ones."""

    TOPIC = "commission.terms_changed"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "条件を変更した（{amount} 円、納品 {delivery_day}、支払 {payment_due}、原因 {cause}）。",
        "Terms became {amount} yen, delivery {delivery_day}, payment due {payment_due} ({cause}).",
    )

    cause: Why


class TermsSupplemented(AsFact, Governed, Terms, Event):
    """Items that had been undecided were decided, and the resident was told them."""

    TOPIC = "commission.terms_supplemented"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.CONTRACT,)
    SENTENCE: ClassVar[Label] = Label(
        "未定だった条件を補充した（{amount} 円、納品 {delivery_day}、支払 {payment_due}）。",
        "Terms were supplemented: {amount} yen, delivery {delivery_day}, payment {payment_due}.",
    )

    decided_on: Annotated[Day, Label("定まった日", "decided on", "2024-12-13")]


class WorkStarted(AsFact, Event):
    """The resident began the work."""

    TOPIC = "commission.work_started"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label("業務が始まった。", "The work was begun.")


class WorkDelivered(AsFact, Delivery, Counted, Event):
    """Work was delivered, the whole of it or a part."""

    TOPIC = "commission.work_delivered"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.INSPECTION,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}を受領した（{extent}）。", "Delivery {delivery} was received ({extent})."
    )

    delivery: DeliveryNumber


class InspectionPassed(Inspected, Counted, Event):
    """A delivery was found to be as ordered."""

    TOPIC = "commission.inspection_passed"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.INSPECTION,)
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


class ReworkRequested(AsFact, Inspected, Event):
    """The resident was asked to do a delivery again."""

    TOPIC = "commission.rework_requested"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "納品{delivery}のやり直しを求めた（原因 {cause}、費用負担 {cost_bearer}）。",
        "Delivery {delivery} is to be done again ({cause}, cost borne by {cost_bearer}).",
    )

    cause: Why
    cost_bearer: CostBearer


class RemunerationPaid(AsFact, Payment, Counted, Event):
    """The resident was paid, in whole or in part."""

    TOPIC = "commission.remuneration_paid"
    TASKS = (Task.ORDERS, Task.SELF_RELIANCE)
    EVIDENCE = (PaperKind.PAYMENT,)
    SENTENCE: ClassVar[Label] = Label(
        "報酬 {gross} 円を支払った（源泉徴収 {withheld} 円、振込 {transferred} 円）。",
        "{gross} yen were paid ({withheld} withheld, {transferred} transferred).",
    )


class RemunerationClaimed(Claim, Counted, Event):
    """The resident's claim for remuneration came in, in proper form."""

    TOPIC = "commission.remuneration_claimed"
    TASKS = (Task.ORDERS,)
    EVIDENCE = (PaperKind.INVOICE,)
    SENTENCE: ClassVar[Label] = Label(
        "{amount} 円の請求を受けた。", "A claim over {amount} yen was received."
    )


class CommissionCompleted(Counted, Event):
    """All of the work was delivered and passed, whether or not it is paid yet."""

    # For figures it says whether the resident's record, as it then stood, showed a risen level in
    # the digital skill standard on the day before the first delivery.

    TOPIC = "commission.completed"
    TASKS = (Task.ORDERS, Task.DIGITAL)
    SENTENCE: ClassVar[Label] = Label("委託した業務を終えた。", "The work was completed.")

    after_rise: Annotated[bool, Label("スキルが上がった後", "after a rise in skill", "true")]


class CommissionCancelled(AsFact, Cancellation, Event):
    """An accepted commission ended before the work was done."""

    TOPIC = "commission.cancelled"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "個別委託を取り消した（{reason}）。", "The commission was cancelled ({reason})."
    )


class EndingNoticed(AsFact, Notice, Event):
    """The resident was told that the commission will end, or will not be renewed."""

    TOPIC = "commission.ending_noticed"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "{ends_on} で終わる（更新しない）ことを予告した。",
        "Notice was given that it ends on {ends_on} and is not renewed.",
    )


class ConsiderationAsked(Event):
    """The resident asked for consideration of care or childcare; what for is not recorded."""

    TOPIC = "commission.consideration_asked"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "育児・介護との両立の配慮の申出を受けた。",
        "A request for consideration of care or childcare was received.",
    )


class ConsiderationAnswered(AsFact, Answered, Event):
    """A request for consideration was answered."""

    TOPIC = "commission.consideration_answered"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "配慮の申出に答えた（{answer}）。", "The request for consideration was answered ({answer})."
    )


class ConductNoted(AsFact, Conducted, Event):
    """A fact was noted of which only this entry tells, and which a rule on orderers speaks of."""

    TOPIC = "commission.conduct_noted"
    TASKS = (Task.ORDERS,)
    SENTENCE: ClassVar[Label] = Label(
        "委託者の行為に関する事実（{conduct}）を記録した。",
        "A fact about the orderer's conduct was noted ({conduct}).",
    )


class CommissionMatterClosed(MatterClosed):
    """A person looked at a matter to check of this commission and closed it."""

    TOPIC = "commission.matter_closed"
    TASKS = (Task.ORDERS,)
    SENTENCE = MatterClosed.SENTENCE


CommissionEvent = (
    CommissionOffered
    | CommissionAccepted
    | CommissionDeclined
    | OfferWithdrawn
    | TermsStated
    | TermsChanged
    | TermsSupplemented
    | WorkStarted
    | WorkDelivered
    | InspectionPassed
    | InspectionFailed
    | ReworkRequested
    | RemunerationClaimed
    | RemunerationPaid
    | CommissionCompleted
    | CommissionCancelled
    | EndingNoticed
    | ConsiderationAsked
    | ConsiderationAnswered
    | ConductNoted
    | CommissionMatterClosed
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
        {
            "engagement_id",
            "engagement_number",
            "worker_id",
            "person_id",
            "ordinal",
            "delivery",
            "concerns",
            "check",
        }
    )


class CommissionVoided(Void):
    """An entry that nothing else rests on never took place."""

    TOPIC = "commission.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = (
        WorkStarted,
        WorkDelivered,
        InspectionPassed,
        InspectionFailed,
        ReworkRequested,
        RemunerationClaimed,
        RemunerationPaid,
        EndingNoticed,
        ConsiderationAsked,
        ConsiderationAnswered,
        ConductNoted,
        CommissionMatterClosed,
    )
