"""The commission: what its record accepts. What its events make of it is in `state`."""

from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.fields import AsFact
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.base.rule import Rule
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission import rules
from domain.commission.law.acts import touched
from domain.commission.law.matters import matters
from domain.commission.law.planned import governed
from domain.commission.offer import again, offered
from domain.commission.rise import after_rise
from domain.commission.state import Commission, Found, Stage, evolve
from domain.commission.terms import FIELDS_OF, Terms


def decide_opening(
    commission: Commission | None, command: c.OfferCommission, seen: Seen
) -> list[e.CommissionEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_OFFERED.require(commission is None)
    return [offered(command, seen)]


def decide(
    commission: Commission, command: c.CommissionStep, seen: Seen
) -> list[e.CommissionEvent]:
    """Decide what a command records, or raise the rule that forbids it.

    What a rule from outside does not allow is refused, unless it is recorded as a fact.
    """
    event = _step(commission, command, seen)
    if not (isinstance(event, AsFact) and event.as_fact):
        for check in touched(commission, event):
            if refusal := rules.REFUSAL_OF.get(check.code):
                refusal.broken()
    return [event]


def _step(commission: Commission, command: c.CommissionStep, seen: Seen) -> e.CommissionEvent:
    # A step stays with the programme and the resident of its offer: figures join nothing.
    fields = command.carried("worker_id") | {"programme": commission.programme}
    match command:
        case c.AcceptOffer() | c.DeclineOffer() | c.WithdrawOffer():
            return _answered(commission, command, fields)
        case c.StateTerms() | c.ChangeTerms() | c.SupplementTerms():
            return _told(commission, command, fields)
        case c.StartWork():
            _require_under_way(commission)
            _require_begun(commission, command.effective_on, as_fact=command.as_fact)
            rules.STARTED_ALREADY.require(commission.started_on is None)
            return e.WorkStarted.model_validate(fields)
        case c.DeliverWork():
            return _delivered(commission, command, fields | commission.counted)
        case c.PassInspection() | c.FailInspection() | c.RequestRework():
            return _inspected(commission, command, fields)
        case c.ReceiveClaim() | c.PayRemuneration():
            return _settled(commission, command, fields | commission.counted)
        case c.CompleteCommission() | c.CancelCommission() | c.NoticeEnding():
            return _ended(commission, command, fields, seen)
        case c.AskConsideration() | c.AnswerConsideration() | c.NoteConduct():
            return _beside(commission, command, fields)
        case _:
            assert_never(command)


def _answered(
    commission: Commission,
    command: c.AcceptOffer | c.DeclineOffer | c.WithdrawOffer,
    fields: dict[str, Any],
) -> e.CommissionEvent:
    day = command.effective_on
    rules.OFFER_NOT_OPEN.require(commission.stage is Stage.OFFERED)
    rules.BEFORE_EARLIER_STEP.require(commission.offered_on <= day)
    if isinstance(command, c.AcceptOffer):
        rules.OFFER_LAPSED.require(day <= commission.delivery_day)
        bound = governed(commission, day, commission.terms) | _ordered_in(commission)
        return e.CommissionAccepted.model_validate(fields | commission.counted | bound)
    if isinstance(command, c.DeclineOffer):
        return e.CommissionDeclined.model_validate(fields)
    return e.OfferWithdrawn.model_validate(fields)


def _ordered_in(commission: Commission) -> dict[str, Any]:
    ordered_in, done_in = commission.offer.ordered_in, commission.offer.municipality
    return {"ordered_in": ordered_in, "across": e.is_across(ordered_in, done_in)}


def _told(
    commission: Commission,
    command: c.StateTerms | c.ChangeTerms | c.SupplementTerms,
    fields: dict[str, Any],
) -> e.CommissionEvent:
    day = command.effective_on
    if isinstance(command, c.StateTerms):
        _require_as_offered(commission, command)
    else:
        _require_under_way(commission)
        _require_terms(commission, day)
        _require_covers(command.amount, commission, rules.TERMS_BELOW_PAID)
    ordered, said = commission.offer.upstream_due, command.original_due
    rules.ORIGINAL_DUE_DIFFERS.require(None in {ordered, said} or ordered == said)
    fields |= governed(commission, day, command)
    match command:
        case c.StateTerms():
            return e.TermsStated.model_validate(fields)
        case c.ChangeTerms():
            return e.TermsChanged.model_validate(fields)
        case c.SupplementTerms():
            _require_supplement(commission.terms, command)
            return e.TermsSupplemented.model_validate(fields)
        case _:
            assert_never(command)


def _inspected(
    commission: Commission,
    command: c.PassInspection | c.FailInspection | c.RequestRework,
    fields: dict[str, Any],
) -> e.CommissionEvent:
    rules.ENDED.require(commission.ended_on is None)
    delivery = commission.delivery(command.delivery)
    if delivery is None:
        rules.NO_SUCH_DELIVERY.broken(delivery=command.delivery)
    rules.BEFORE_EARLIER_STEP.require(delivery.on <= command.effective_on)
    if isinstance(command, c.RequestRework):
        rules.REWORK_NEEDS_INSPECTION.require(delivery.found in {Found.PASSED, Found.FAILED})
        return e.ReworkRequested.model_validate(fields)
    rules.INSPECTED_ALREADY.require(delivery.found is Found.RECEIVED)
    if isinstance(command, c.FailInspection):
        return e.InspectionFailed.model_validate(fields)
    return e.InspectionPassed.model_validate(fields | commission.counted)


def _settled(
    commission: Commission,
    command: c.ReceiveClaim | c.PayRemuneration,
    fields: dict[str, Any],
) -> e.CommissionEvent:
    day = command.effective_on
    rules.NOT_ACCEPTED.require(commission.accepted_on)
    if isinstance(command, c.ReceiveClaim):
        _require_after_entrusting(commission, day)
        claimed = commission.claimed((day, command.amount))
        rules.CLAIMED_MORE_THAN_STATED.require(claimed <= commission.amount)
        return e.RemunerationClaimed.model_validate(fields)
    _require_begun(commission, day, as_fact=command.as_fact)
    paid = commission.paid + command.gross + commission.settled + command.reduced
    rules.PAID_MORE_THAN_STATED.require(paid <= commission.amount)
    return e.RemunerationPaid.model_validate(fields)


def _ended(
    commission: Commission,
    command: c.CompleteCommission | c.CancelCommission | c.NoticeEnding,
    fields: dict[str, Any],
    seen: Seen,
) -> e.CommissionEvent:
    day = command.effective_on
    _require_under_way(commission)
    if isinstance(command, c.NoticeEnding):
        _require_after_entrusting(commission, day)
        rules.ENDS_BEFORE_NOTICE.require(day <= command.ends_on)
        return e.EndingNoticed.model_validate(fields)
    rules.BEFORE_EARLIER_STEP.require(commission.last_on <= day)
    if isinstance(command, c.CancelCommission):
        return e.CommissionCancelled.model_validate(fields)
    rules.NOT_ALL_PASSED.require(commission.all_passed())
    rise = {"after_rise": after_rise(commission, command, seen)}
    return e.CommissionCompleted.model_validate(fields | commission.counted | rise)


def _beside(
    commission: Commission,
    command: c.AskConsideration | c.AnswerConsideration | c.NoteConduct,
    fields: dict[str, Any],
) -> e.CommissionEvent:
    day = command.effective_on
    if isinstance(command, c.AnswerConsideration):
        rules.NOTHING_ASKED.require(commission.asked_on)
        rules.BEFORE_EARLIER_STEP.require(commission.asked_on and commission.asked_on <= day)
        return e.ConsiderationAnswered.model_validate(fields)
    if isinstance(command, c.NoteConduct):
        rules.NOT_ACCEPTED.require(commission.accepted_on)
        _require_after_entrusting(commission, day)
        return e.ConductNoted.model_validate(fields)
    _require_under_way(commission)
    _require_after_entrusting(commission, day)
    rules.ASKED_ALREADY.require(commission.asked_on is None)
    return e.ConsiderationAsked.model_validate(fields)


def sound(commission: Commission) -> None:
    """Raise the rule that a mended commission breaks."""
    OTHERS_BUILD_ON_IT.require(not commission.loose)
    if commission.disorder:
        commission.disorder.broken()
    _require_covers(commission.amount, commission, rules.PAID_MORE_THAN_STATED)
    completed = commission.stage is Stage.COMPLETED
    rules.NOT_ALL_PASSED.require(not completed or commission.all_passed())


def _delivered(
    commission: Commission, command: c.DeliverWork, counted: dict[str, Any]
) -> e.WorkDelivered:
    _require_under_way(commission)
    _require_begun(commission, command.effective_on, as_fact=command.as_fact)
    if command.redoes is None:
        rules.DELIVERED_ALREADY.require(not commission.delivered_whole())
    else:
        before = commission.delivery(command.redoes)
        if before is None or before.found not in {Found.FAILED, Found.TO_REDO}:
            rules.NOTHING_TO_REDO.broken(delivery=command.redoes)
        rules.BEFORE_EARLIER_STEP.require(before.on <= command.effective_on)
    parts = commission.of_parts(but=command.redoes) + (command.amount or 0)
    rules.PARTS_EXCEED_REMUNERATION.require(parts <= commission.amount)
    number = max((one.number for one in commission.deliveries), default=0) + 1
    return e.WorkDelivered.model_validate(counted | {"delivery": number})


def _require_as_offered(commission: Commission, command: c.StateTerms) -> None:
    rules.ENDED.require(commission.ended_on is None)
    rules.BEFORE_EARLIER_STEP.require(commission.offered_on <= command.effective_on)
    rules.TERMS_STATED_ALREADY.require(commission.terms_on is None)
    offered = (commission.amount, commission.delivery_day)
    rules.TERMS_DIFFER_FROM_OFFER.require(offered == (command.amount, command.delivery_day))


def _require_supplement(before: Terms | None, now: Terms) -> None:
    undecided = before.undecided if before else ()
    left = set(now.undecided)
    rules.NOTHING_TO_SUPPLEMENT.require(left < set(undecided))
    decided = {one.item for one in undecided} - {one.item for one in left}
    free = {name for item in decided for name in FIELDS_OF[item]} | {"undecided"}
    fixed = Terms.model_fields.keys() - free
    same = all(getattr(before, name) == getattr(now, name) for name in fixed)
    rules.SUPPLEMENT_CHANGES_TERMS.require(same)


def _require_covers(amount: int, commission: Commission, paid_more: Rule) -> None:
    """Require that a remuneration covers all that was settled, claimed and said to be of parts."""
    paid_more.require(commission.paid + commission.settled <= amount)
    rules.CLAIMED_MORE_THAN_STATED.require(commission.claimed() <= amount)
    rules.PARTS_EXCEED_REMUNERATION.require(commission.of_parts() <= amount)


def _require_under_way(commission: Commission) -> None:
    rules.ENDED.require(commission.ended_on is None)
    rules.NOT_ACCEPTED.require(commission.accepted_on)


def _require_terms(commission: Commission, day: date) -> None:
    rules.TERMS_NOT_STATED.require(commission.terms_on)
    begun = [on for on in (commission.accepted_on, commission.terms_on) if on]
    rules.BEFORE_EARLIER_STEP.require(max(begun) <= day)


def _require_begun(commission: Commission, day: date, *, as_fact: bool) -> None:
    if as_fact:
        # What was done before its terms were stated was done all the same.
        _require_after_entrusting(commission, day)
    else:
        _require_terms(commission, day)


def _require_after_entrusting(commission: Commission, day: date) -> None:
    rules.BEFORE_EARLIER_STEP.require(commission.accepted_on and commission.accepted_on <= day)


__all__ = ["Commission", "again", "decide", "decide_opening", "evolve", "matters", "sound"]
