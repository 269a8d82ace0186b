"""The commission: what its record accepts. What its events make of it is in `state`."""

from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission import rules
from domain.commission.state import Commission, Delivered, Found, Stage, evolve
from domain.engagement.codes import Contractor, Orderer
from domain.engagement.engagement import Engagement
from domain.worker import rules as worker_rules
from domain.worker.worker import Worker


def decide_opening(
    commission: Commission | None, command: c.OfferCommission, seen: Seen
) -> list[e.CommissionEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_OFFERED.require(commission is None)
    return [_offered(command, seen)]


def decide(
    commission: Commission, command: c.CommissionStep, _seen: Seen
) -> list[e.CommissionEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    # A step stays with the programme and the resident of its offer: figures join nothing.
    fields = command.carried() | {"programme": commission.programme}
    counted = fields | commission.counted
    match command:
        case c.AcceptOffer():
            _require_unanswered(commission, day)
            rules.OFFER_LAPSED.require(day <= commission.delivery_day)
            return [e.CommissionAccepted.model_validate(counted)]
        case c.DeclineOffer():
            _require_unanswered(commission, day)
            return [e.CommissionDeclined.model_validate(fields)]
        case c.WithdrawOffer():
            _require_unanswered(commission, day)
            return [e.OfferWithdrawn.model_validate(fields)]
        case c.StateTerms():
            _require_as_offered(commission, command)
            return [e.TermsStated.model_validate(fields)]
        case c.ChangeTerms():
            _require_under_way(commission)
            _require_terms(commission, day)
            rules.TERMS_BELOW_PAID.require(commission.paid <= command.amount)
            return [e.TermsChanged.model_validate(fields)]
        case c.DeliverWork():
            return [_delivered(commission, command, counted)]
        case c.PassInspection():
            _require_uninspected(commission, command.delivery, day)
            return [e.InspectionPassed.model_validate(counted)]
        case c.FailInspection():
            _require_uninspected(commission, command.delivery, day)
            return [e.InspectionFailed.model_validate(fields)]
        case c.RequestRework():
            delivery = _require_delivery(commission, command.delivery, day)
            inspected = delivery.found in {Found.PASSED, Found.FAILED}
            rules.REWORK_NEEDS_INSPECTION.require(inspected)
            return [e.ReworkRequested.model_validate(fields)]
        case c.PayRemuneration():
            rules.NOT_ACCEPTED.require(commission.accepted_on)
            _require_terms(commission, day)
            paid = commission.paid + command.gross
            rules.PAID_MORE_THAN_STATED.require(paid <= commission.amount)
            return [e.RemunerationPaid.model_validate(counted)]
        case c.CompleteCommission():
            _require_under_way(commission)
            rules.BEFORE_EARLIER_STEP.require(commission.last_on <= day)
            rules.NOT_ALL_PASSED.require(commission.all_passed())
            return [e.CommissionCompleted.model_validate(counted)]
        case c.CancelCommission():
            _require_under_way(commission)
            rules.BEFORE_EARLIER_STEP.require(commission.last_on <= day)
            return [e.CommissionCancelled.model_validate(fields)]
        case _:
            assert_never(command)


def sound(commission: Commission) -> None:
    """Raise the rule that a mended commission breaks."""
    OTHERS_BUILD_ON_IT.require(not commission.loose)
    if commission.disorder:
        commission.disorder.broken()
    rules.PAID_MORE_THAN_STATED.require(commission.paid <= commission.amount)
    completed = commission.stage is Stage.COMPLETED
    rules.NOT_ALL_PASSED.require(not completed or commission.all_passed())


def _offered(command: c.OfferCommission, seen: Seen) -> e.CommissionOffered:
    day = command.effective_on
    engagement = seen.the(Engagement, command.engagement_id)
    if engagement is None or not engagement.open_on(day):
        rules.NEEDS_OPEN_ORDER.broken()
    rules.ORDERER_DOES_NOT_FIT.require(_fits(command, engagement))
    rules.DELIVERY_BEFORE_OFFER.require(day <= command.delivery_day)
    worker = seen.the(Worker, command.worker_id)
    if worker is None or not worker.on_roll(day):
        worker_rules.NOT_ON_ROLL.broken()
    rules.LEAVES_BEFORE_DELIVERY.require(worker.stays_on_roll(day, command.delivery_day))
    return e.CommissionOffered.model_validate(
        command.carried()
        | engagement.origin
        | {
            "programme": engagement.programme,
            "engagement_number": engagement.number,
            "person_id": worker.person_id,
            "municipality": worker.lives_in(day),
        }
    )


def _fits(command: c.OfferCommission, engagement: Engagement) -> bool:
    if engagement.contractor is Contractor.RESIDENTS:
        by_client = command.orderer is Orderer.CLIENT
        return by_client and command.orderer_code == str(engagement.client_id)
    return command.orderer is not Orderer.CLIENT


def _delivered(
    commission: Commission, command: c.DeliverWork, counted: dict[str, Any]
) -> e.WorkDelivered:
    _require_under_way(commission)
    _require_terms(commission, command.effective_on)
    if command.redoes is None:
        rules.DELIVERED_ALREADY.require(not commission.delivered_whole())
    else:
        before = commission.delivery(command.redoes)
        if before is None or before.found not in {Found.FAILED, Found.TO_REDO}:
            rules.NOTHING_TO_REDO.broken(delivery=command.redoes)
        rules.BEFORE_EARLIER_STEP.require(before.on <= command.effective_on)
    number = max((one.number for one in commission.deliveries), default=0) + 1
    return e.WorkDelivered.model_validate(counted | {"delivery": number})


def _require_unanswered(commission: Commission, day: date) -> None:
    rules.OFFER_NOT_OPEN.require(commission.stage is Stage.OFFERED)
    rules.BEFORE_EARLIER_STEP.require(commission.offered_on <= day)


def _require_as_offered(commission: Commission, command: c.StateTerms) -> None:
    rules.ENDED.require(commission.ended_on is None)
    rules.BEFORE_EARLIER_STEP.require(commission.offered_on <= command.effective_on)
    rules.TERMS_STATED_ALREADY.require(commission.terms_on is None)
    offered = (commission.amount, commission.delivery_day)
    rules.TERMS_DIFFER_FROM_OFFER.require(offered == (command.amount, command.delivery_day))


def _require_under_way(commission: Commission) -> None:
    rules.ENDED.require(commission.ended_on is None)
    rules.NOT_ACCEPTED.require(commission.accepted_on)


def _require_terms(commission: Commission, day: date) -> None:
    rules.TERMS_NOT_STATED.require(commission.terms_on)
    begun = [on for on in (commission.accepted_on, commission.terms_on) if on]
    rules.BEFORE_EARLIER_STEP.require(max(begun) <= day)


def _require_delivery(commission: Commission, number: int, day: date) -> Delivered:
    rules.ENDED.require(commission.ended_on is None)
    delivery = commission.delivery(number)
    if delivery is None:
        rules.NO_SUCH_DELIVERY.broken(delivery=number)
    rules.BEFORE_EARLIER_STEP.require(delivery.on <= day)
    return delivery


def _require_uninspected(commission: Commission, number: int, day: date) -> None:
    delivery = _require_delivery(commission, number, day)
    rules.INSPECTED_ALREADY.require(delivery.found is Found.RECEIVED)


__all__ = ["Commission", "decide", "decide_opening", "evolve", "sound"]
