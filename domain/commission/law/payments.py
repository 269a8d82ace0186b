"""What is owed for which receipt, from which day on it counts, and how it was paid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from domain.commission.codes import FAULT_OF_WORKER, Extent
from domain.commission.law import due
from domain.commission.law.course import Course, Fact, Money, Receipt
from domain.commission.law.due import Agreed
from domain.commission.law.rule_sets import FreelanceAct, the


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
    """What is owed for a receipt, in yen as far as it was said, and the payment that settled it.

    `left` is what of it no payment has settled yet.
    """

    yen: int | None
    left: int | None
    paid: Fact | None


def owed(course: Course) -> Iterator[tuple[Receipt, Owed]]:
    """Give what is owed for each receipt.

    Payments settle receipts in their order. A part without an amount of its own is settled by the
    first payment after it; the whole, with all that was left, by what settles the remuneration.
    """
    upto, settled = 0, course.settled()
    for receipt in course.standing():
        whole = receipt.extent is Extent.WHOLE
        yen = course.commission.amount - upto if whole else receipt.amount
        if yen is None:
            since = (one.fact for one in course.payments if receipt.received.on <= one.fact.on)
            yield receipt, Owed(None, None, next(since, None))
            continue
        upto += yen
        open_ = upto - settled
        yield (
            receipt,
            Owed(yen, min(yen, open_) if open_ > 0 else 0, reached(course.payments, upto)),
        )


def reached(payments: Iterable[Money], total: int) -> Fact | None:
    """Give the payment with which a total was reached."""
    paid = 0
    for one in payments:
        paid += one.yen
        if total <= paid:
            return one.fact
    return None
