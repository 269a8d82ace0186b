"""What is still to pay on a commission, by when, and whether the work was received."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from domain.base.matter import Force
from domain.commission.law import checks as k
from domain.commission.law.clocks import clocks
from domain.commission.law.course import Course, Receipt
from domain.commission.law.payments import agreed_on, counts_from, owed
from domain.commission.state import Stage
from domain.commission.terms import Terms

OF_PAYMENT = frozenset({k.FL_PAID, k.CT_DUE, k.GP_PAYMENT, k.GP_UNWRITTEN})
"""The rules that say by when remuneration is paid; what is only a target is none of them."""
OWED_FOR = frozenset({Stage.ACCEPTED, Stage.COMPLETED})
"""In these stages what its terms say is owed."""


@dataclass(frozen=True, slots=True)
class Payable:
    """A sum in yen that is still to pay on a day.

    `stated` is the day that the terms give, `pay_by` the earliest that a rule sets once the work is
    received; without a rule it is the stated one, and None where there is none. `received_on` is
    the day of the last receipt that it is for, None for what has not been received yet.
    """

    yen: int
    stated: date | None
    pay_by: date | None
    received_on: date | None


def payable(course: Course) -> Iterator[Payable]:
    """Give what is still to pay for what was received, day by day, and for what was not yet.

    What was not received yet is due as if it came in as planned. Nothing is said of an offer that
    was not accepted, of a commission that was cancelled, since what is owed then is not in its
    terms, nor of one whose terms nobody has told. A part without an amount of its own is within the
    rest.
    """
    commission = course.commission
    if not course.said or commission.stage not in OWED_FOR:
        return
    rest = commission.amount - course.settled()
    days: dict[tuple[date | None, date | None], list[tuple[int, date]]] = defaultdict(list)
    for receipt, share in owed(course):
        if share.left:
            stated = _stated(course, receipt)
            by = min(_set(course, receipt), default=stated)
            days[stated, by].append((share.left, receipt.received.on))
            rest -= share.left
    for (stated, by), parts in days.items():
        yield Payable(sum(yen for yen, _ in parts), stated, by, max(on for _, on in parts))
    if rest > 0:
        planned = _planned(course.said[-1].terms)
        yield Payable(rest, planned, planned, None)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a payment was for: the stated day, the day by which a rule wanted it, the receipt."""

    stated: date | None
    pay_by: date | None
    received_on: date | None


def settled(course: Course, version: int) -> Settled:
    """Give what a payment was for: the first receipt that it settled, if it was several.

    Where nothing had been received it was an advance, and only a stated day is known.
    """
    earlier = takewhile(lambda one: one.fact.version != version, course.payments)
    before, upto = sum(one.yen for one in earlier), 0
    for receipt, share in owed(course):
        upto += share.yen or 0
        if before < upto:
            stated = _stated(course, receipt)
            by = min(_set(course, receipt, done=True), default=stated)
            return Settled(stated, by, receipt.received.on)
    stated = course.said[-1].terms.payment_due if course.said else None
    return Settled(stated, stated, None)


def _planned(terms: Terms) -> date | None:
    closing = terms.closing()
    return closing.due(terms.delivery_day) if closing else terms.payment_due


def _stated(course: Course, receipt: Receipt) -> date | None:
    start = counts_from(course, receipt)
    return agreed_on(course, start.on).due(start.on)


def _set(course: Course, receipt: Receipt, *, done: bool = False) -> Iterator[date]:
    for clock in clocks(course):
        binds = clock.check in OF_PAYMENT and clock.force is not Force.TARGET
        if (
            binds
            and done is bool(clock.done)
            and clock.delivery in {None, receipt.number}
            and clock.due_on
        ):
            yield clock.due_on
