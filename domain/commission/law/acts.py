"""Which rules from outside one entry of a commission touches, on what was recorded before it.

The same answer refuses a command that is still to be done, and makes a matter to check of what has
been recorded as a fact.
"""

from collections.abc import Iterator
from datetime import date

from domain.base.event import Event
from domain.base.matter import Check
from domain.commission import events as e
from domain.commission.codes import (
    BY_THE_WORKER,
    REDUCED_FOR_FAULT,
    Answer,
    Conduct,
    Reduction,
    Subject,
)
from domain.commission.law import checks as k
from domain.commission.law import due
from domain.commission.law.counting import days_before
from domain.commission.law.rule_sets import (
    FreelanceAct,
    FreelanceConduct,
    FreelanceEnvironment,
    RuleSet,
    rule_sets,
    the,
)
from domain.commission.order_form import lacking
from domain.commission.state import Commission
from domain.commission.terms import Terms
from domain.engagement.codes import CancelReason, Side

NOT_BY_THE_ORDERER = frozenset(
    {
        CancelReason.WORKER_ASKED,
        CancelReason.TERMS_NOT_AGREED,
        CancelReason.NOT_DELIVERED,
        CancelReason.FORCE_MAJEURE,
        CancelReason.ENTERED_BY_MISTAKE,
    }
)
"""Reasons of a cancellation that are no act of the orderer."""
NO_NOTICE_NEEDED = NOT_BY_THE_ORDERER | {CancelReason.CLIENT_WITHDREW}
"""With these no notice is due: a disaster, the end of the contract that it came from (16条)."""
OF_CONDUCT = {
    Conduct.RETURN: k.FL_RETURN,
    Conduct.PRICE: k.FL_PRICE,
    Conduct.PURCHASE: k.FL_PURCHASE,
    Conduct.BENEFIT: k.FL_BENEFIT,
}
_ELSEWHERE = frozenset({Side.CLIENT, Side.ORDERER})


def touched(commission: Commission, event: Event) -> Iterator[Check]:
    """Give the rules that an entry touches, by those that bind the commission at that moment."""
    sets = commission.rule_sets()
    match event:
        case e.CommissionAccepted():
            if commission.offer.goods_processing:
                yield k.HW_GOODS
        case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
            # New terms say themselves by which rule sets they go.
            yield from _of_terms(commission, event, _sets(event))
        case e.WorkStarted() | e.WorkDelivered():
            if the(FreelanceAct, sets) and _before_terms(commission, event.effective_on):
                yield k.FL_BEFORE_WORK
        case e.ConsiderationAnswered():
            if the(FreelanceEnvironment, sets) and event.answer is Answer.NONE:
                yield k.FL_CONSIDERATION
        case e.EndingNoticed():
            environment = the(FreelanceEnvironment, sets)
            if environment and not _in_time(event.effective_on, event.ends_on, environment):
                yield k.FL_NOTICE
        case _:
            yield from _of_conduct(commission, event, sets)


def _sets(event: e.TermsStated | e.TermsChanged | e.TermsSupplemented) -> tuple[RuleSet, ...]:
    return rule_sets(event.rule_sets)


def _of_terms(
    commission: Commission,
    event: e.TermsStated | e.TermsChanged | e.TermsSupplemented,
    sets: tuple[RuleSet, ...],
) -> Iterator[Check]:
    act, conduct = the(FreelanceAct, sets), the(FreelanceConduct, sets)
    if act:
        yield from of_due_date(act, event)
    less = event.amount < commission.amount
    if conduct and isinstance(event, e.TermsChanged) and less and event.cause not in BY_THE_WORKER:
        yield k.FL_REDUCTION
    if lacking(event):
        yield k.TW_ITEMS


def of_due_date(act: FreelanceAct, terms: Terms) -> Iterator[Check]:
    """Give the rule that the due date touches if it is delivered as planned."""
    agreed, receipt = terms.agreed(), terms.delivery_day
    day = agreed.due(receipt)
    if day is None:
        yield k.FL_DUE
    elif due.limit(act, receipt, agreed) < day:
        yield k.FL_30 if agreed.upstream else k.FL_60


def _of_conduct(commission: Commission, event: Event, sets: tuple[RuleSet, ...]) -> Iterator[Check]:
    environment = the(FreelanceEnvironment, sets)
    if environment and isinstance(event, e.CommissionCancelled):
        yield from _of_ending(commission, event, environment)
    if the(FreelanceConduct, sets) is None:
        return
    match event:
        case e.RemunerationPaid():
            if event.transfer_fee and not _fee_agreed(commission):
                yield k.FL_FEE
            if event.reduced_for is Reduction.FRACTION:
                yield k.FL_FRACTION
            elif event.reduced_for and event.reduced_for not in REDUCED_FOR_FAULT:
                yield k.FL_REDUCTION
        case e.ReworkRequested():
            if event.cause not in BY_THE_WORKER and event.cost_bearer not in _ELSEWHERE:
                yield k.FL_REWORK
        case e.CommissionCancelled():
            if _by_the_orderer(event) and event.cost_bearer not in _ELSEWHERE:
                deliverable = commission.offer.subject is Subject.DELIVERABLE
                yield k.FL_RECEIPT if deliverable else k.FL_REWORK
        case e.ConductNoted():
            yield OF_CONDUCT[event.conduct]


def _of_ending(
    commission: Commission, event: e.CommissionCancelled, environment: FreelanceEnvironment
) -> Iterator[Check]:
    excused = event.reason in NO_NOTICE_NEEDED or event.fault is Side.WORKER
    ends = event.effective_on
    noticed = any(_in_time(on, ends, environment) for on, _ in commission.notices)
    if not excused and not noticed:
        yield k.FL_NOTICE


def _by_the_orderer(event: e.CommissionCancelled) -> bool:
    return event.reason not in NOT_BY_THE_ORDERER and event.fault is not Side.WORKER


def _fee_agreed(commission: Commission) -> bool:
    terms = commission.terms
    return terms is not None and terms.transfer_fee_bearer is Side.WORKER


def _before_terms(commission: Commission, day: date) -> bool:
    return commission.terms_on is None or day < commission.terms_on


def _in_time(told: date, ends: date, environment: FreelanceEnvironment) -> bool:
    return told <= days_before(ends, environment.notice_days)
