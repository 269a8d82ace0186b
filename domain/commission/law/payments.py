"""What is paid for which receipt, by when, and what is still to pay."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from domain.commission.law import due
from domain.commission.law.course import FAULT_OF_WORKER, Course, Fact, Money, Receipt
from domain.commission.law.due import Agreed
from domain.commission.law.rule_sets import FreelanceAct, the
from domain.commission.state import Stage
from domain.commission.terms import Extent


def counts_from(course: Course, receipt: Receipt) -> Fact:
    """Give the receipt from which a delivery's days are counted.

    It is its own, but work that takes the place of other work counts from the first, unless that
    one was found wanting by the worker's fault, by the day on which it was to be paid: then the
    new receipt is day 1 (公取委・厚労省の解釈ガイドライン; a default of the rule-set version).
    """
    before = course.receipts.get(receipt.redoes) if receipt.redoes else None
    if before is None:
        return receipt.received
    if before.back and before.back[1] in FAULT_OF_WORKER:
        first = counts_from(course, before)
        if before.back[0].on <= _latest(course, first.on):
            return receipt.received
    return counts_from(course, before)


def _latest(course: Course, receipt: date) -> date:
    act, agreed = the(FreelanceAct, course.commission.rule_sets()), agreed_on(course, receipt)
    return due.due(act, receipt, agreed) if act else agreed.due(receipt) or receipt


def agreed_on(course: Course, receipt: date) -> Agreed:
    """Give what was agreed on the due date of what was received on a day."""
    terms = course.terms_for(receipt)
    return terms.agreed() if terms else Agreed()


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed for a receipt, in yen as far as it was said, and the payment that settled it."""

    yen: int | None
    paid: Fact | None


def owed(course: Course) -> Iterator[tuple[Receipt, Owed]]:
    """Give what is owed for each receipt, and the payment with which it was settled.

    Payments settle receipts in their order. A part without an amount of its own is settled by the
    first payment after it; the whole, with all that was left, by what settles the remuneration.
    """
    commission = course.commission
    whole = commission.amount
    asked = 0
    for receipt in course.standing():
        if receipt.extent is Extent.WHOLE:
            yield receipt, Owed(whole - asked, reached(course.payments, whole))
            asked = whole
        elif receipt.amount is not None:
            asked += receipt.amount
            yield receipt, Owed(receipt.amount, reached(course.payments, asked))
        else:
            since = (one.fact for one in course.payments if receipt.received.on <= one.fact.on)
            yield receipt, Owed(None, next(since, None))


def reached(payments: list[Money], total: int) -> Fact | None:
    """Give the payment with which a total was reached."""
    paid = 0
    for one in payments:
        paid += one.yen
        if total <= paid:
            return one.fact
    return None


@dataclass(frozen=True, slots=True)
class ToPay:
    """A sum in yen that is still to pay, and the agreed day; None as long as there is none."""

    due_on: date | None
    yen: int


def due_of_payment(course: Course, version: int) -> date | None:
    """Give the agreed day of what a payment settled, of the first receipt if it was several.

    None if nothing was agreed, or if it was paid before anything was received under a closing.
    """
    if not course.said:
        return None
    terms = course.said[-1].terms
    if terms.closing() is None:
        return terms.payment_due
    earlier = takewhile(lambda one: one.fact.version != version, course.payments)
    before = sum(one.yen for one in earlier)
    upto = 0
    for receipt, share in owed(course):
        upto += share.yen or 0
        if before < upto:
            return _agreed_day(course, receipt)
    return None


def to_pay(course: Course) -> Iterator[ToPay]:
    """Give what is still to pay by the terms in force, by the day on which it is due.

    With a fixed day it is one sum. With a monthly closing each receipt has its day, and what was
    not received yet has none. Nothing is said of a commission that was cancelled: what is owed
    then is not in its terms.
    """
    commission = course.commission
    settled = sum(one.yen for one in course.payments)
    left = commission.amount - settled
    if not course.said or left <= 0 or commission.stage is Stage.CANCELLED:
        return
    terms = course.said[-1].terms
    if terms.closing() is None:
        yield ToPay(terms.payment_due, left)
        return
    upto = 0
    for receipt, share in owed(course):
        upto += share.yen or 0
        if (open_ := min(share.yen or 0, upto - settled)) > 0:
            yield ToPay(_agreed_day(course, receipt), open_)
            left -= open_
    if left:
        yield ToPay(None, left)


def _agreed_day(course: Course, receipt: Receipt) -> date | None:
    start = counts_from(course, receipt)
    return agreed_on(course, start.on).due(start.on)
