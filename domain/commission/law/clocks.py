"""The clocks of one commission: what is due by when under which rule, and when it was done.

All regimes that bind it side by side, the earliest day first. Of work done in parts each receipt
has clocks of its own. What the client pays to residents directly, where the town only introduces,
is not in the record: there are no clocks of such payments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.base.matter import Check, Force
from domain.commission import events as e
from domain.commission.law import checks as k
from domain.commission.law import due, public_contract
from domain.commission.law.counting import days_before, nth_day
from domain.commission.law.course import Course, Fact, Money, Receipt
from domain.commission.law.due import Agreed
from domain.commission.law.rule_sets import (
    FreelanceAct,
    FreelanceEnvironment,
    PublicContractAct,
    TeleworkGuideline,
    force_of,
    the,
)
from domain.commission.terms import FAULT_OF_WORKER, ClosedDays, Extent, Terms
from domain.engagement.codes import Orderer


@dataclass(frozen=True, slots=True)
class Clock:
    """One term: the rule that sets it, how far it binds, its last day, and what it stands on.

    `due_on` is None where a rule sets no day, only that it is done without delay. `done` is the
    fact that ended it. `amount` is what is to be paid by it, in yen; None where the record does
    not say how much of the remuneration belongs to that part. `ahead_only` says that its passing
    means nothing by itself: no notice is due of a contract that goes on.
    """

    check: Check
    force: Force
    due_on: date | None
    stands_on: tuple[int, ...]
    done: Fact | None = None
    delivery: int | None = None
    amount: int | None = None
    ahead_only: bool = False

    def late(self, on: date) -> bool:
        """Say whether it was done late, or is not done and late on a day."""
        if self.due_on is None or self.ahead_only:
            return False
        return self.due_on < (self.done.on if self.done else on)


def clocks(course: Course) -> list[Clock]:
    """Give all clocks of a commission, the earliest first; those without a day at the end."""
    found = [
        *_of_terms(course),
        *_of_receipts(course),
        *_of_claims(course),
        *_of_the_end(course),
    ]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.check.code))


def _clock(  # noqa: PLR0913 - each is one field of a clock
    course: Course,
    check: Check,
    due_on: date | None,
    *stands_on: Fact,
    done: Fact | None = None,
    delivery: int | None = None,
    amount: int | None = None,
    ahead_only: bool = False,
) -> Iterator[Clock]:
    commission = course.commission
    force = force_of(check, commission.orderer, commission.rule_sets())
    if force:
        facts = tuple(fact.version for fact in stands_on)
        yield Clock(check, force, due_on, facts, done, delivery, amount, ahead_only)


def _of_terms(course: Course) -> Iterator[Clock]:
    if course.accepted is None:
        return
    # What has ended can no longer be told: its end is what there is instead.
    first = course.said[0].fact if course.said else course.ended
    act = the(FreelanceAct, course.commission.rule_sets())
    check = k.FL_STATED if act else k.TW_STATED
    yield from _clock(course, check, course.accepted.on, course.accepted, done=first)
    for number, said in enumerate(course.said):
        before = course.said[number - 1].terms.undecided if number else ()
        for one in said.terms.undecided:
            if one not in before:
                later = course.said[number + 1 :]
                left = (next_.fact for next_ in later if one not in next_.terms.undecided)
                done = next(left, course.ended)
                yield from _clock(course, k.FL_SUPPLEMENT, one.decide_by, said.fact, done=done)
        if isinstance(said.terms, e.TermsSupplemented):
            decided_on = said.terms.decided_on
            yield from _clock(course, k.FL_SUPPLEMENT, decided_on, said.fact, done=said.fact)


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
    act, agreed = the(FreelanceAct, course.commission.rule_sets()), _agreed(course, receipt)
    return due.due(act, receipt, agreed) if act else agreed.due(receipt) or receipt


def _agreed(course: Course, receipt: date) -> Agreed:
    terms = course.terms_for(receipt)
    return terms.agreed() if terms else Agreed()


def _of_receipts(course: Course) -> Iterator[Clock]:
    commission = course.commission
    public = the(PublicContractAct, commission.rule_sets())
    for receipt in course.receipts.values():
        number, received = receipt.number, receipt.received
        done = receipt.inspected or course.ended
        if public:
            by = public_contract.inspect_by(public, received.on)
            yield from _clock(course, k.GP_INSPECTION, by, received, done=done, delivery=number)
        terms = course.terms_for(received.on)
        if terms and terms.inspect_by and received.on <= terms.inspect_by:
            yield from _clock(
                course, k.CT_INSPECTION, terms.inspect_by, received, done=done, delivery=number
            )
    if commission.orderer is not Orderer.CLIENT:
        for receipt, owed in _owed(course):
            yield from _of_payment(course, receipt, owed)


def _of_payment(course: Course, receipt: Receipt, owed: "_Owed") -> Iterator[Clock]:
    commission = course.commission
    start = counts_from(course, receipt)
    agreed, terms = _agreed(course, start.on), course.terms_for(start.on)
    act = the(FreelanceAct, commission.rule_sets())
    guideline = the(TeleworkGuideline, commission.rule_sets())
    stands_on = (start,) if start is receipt.received else (start, receipt.received)
    days: list[tuple[Check, date | None]] = []
    if act:
        days.append((k.FL_PAID, due.paid_by(act, start.on, agreed)))
    else:
        before = terms is not None and terms.closed_days is ClosedDays.BEFORE
        days.append((k.CT_DUE, due.as_agreed(start.on, agreed, before=before)))
    if guideline:
        days.append((k.TW_30, nth_day(start.on, guideline.target_days)))
    for check, day in days:
        if day:
            yield from _clock(
                course, check, day, *stands_on,
                done=owed.paid, delivery=receipt.number, amount=owed.yen,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Owed:
    yen: int | None
    paid: Fact | None


def _owed(course: Course) -> Iterator[tuple[Receipt, _Owed]]:
    """Give what is owed for each receipt, and the payment with which it was settled.

    Payments settle receipts in their order. A part without an amount of its own is settled by the
    first payment after it; the whole, with all that was left, by what settles the remuneration.
    """
    commission = course.commission
    whole = commission.amount - commission.settled
    asked = 0
    for receipt in course.standing():
        if receipt.extent is Extent.WHOLE:
            yield receipt, _Owed(max(whole - asked, 0), _reached(course.payments, whole))
            asked = whole
        elif receipt.amount is not None:
            asked += receipt.amount
            yield receipt, _Owed(receipt.amount, _reached(course.payments, asked))
        else:
            since = (one.fact for one in course.payments if receipt.received.on <= one.fact.on)
            yield receipt, _Owed(None, next(since, None))


def _reached(payments: list[Money], total: int) -> Fact | None:
    paid = 0
    for one in payments:
        paid += one.yen
        if total <= paid:
            return one.fact
    return None


def _of_claims(course: Course) -> Iterator[Clock]:
    commission = course.commission
    public = the(PublicContractAct, commission.rule_sets())
    if public is None:
        return
    claimed = 0
    for claim in course.claims:
        claimed += claim.yen
        passed = [
            (one, one.passed)
            for one in course.receipts.values()
            if one.passed and one.passed.on <= claim.fact.on
        ]
        if not passed:
            # What was claimed before the inspection is no proper claim yet.
            continue
        late = max(
            public_contract.days_late(public, one.received.on, fact.on) for one, fact in passed
        )
        terms = course.terms_for(claim.fact.on)
        written = _written(terms)
        by = public_contract.pay_by(public, claim.fact.on, late=late, written=written)
        yield from _clock(
            course,
            k.GP_PAYMENT if written else k.GP_UNWRITTEN,
            by,
            claim.fact,
            *(fact for _, fact in passed),
            done=_reached(course.payments, claimed),
            amount=claim.yen,
        )


def _written(terms: Terms | None) -> bool:
    return terms is not None and (terms.payment_due is not None or terms.closing() is not None)


def _of_the_end(course: Course) -> Iterator[Clock]:
    commission = course.commission
    environment = the(FreelanceEnvironment, commission.rule_sets())
    if environment is None or course.accepted is None:
        return
    if course.ended is None:
        by = days_before(commission.delivery_day, environment.notice_days)
        told = next((fact for fact, _ in course.notices), None)
        yield from _clock(course, k.FL_NOTICE, by, course.accepted, done=told, ahead_only=True)
    for asked, answered in course.asked:
        yield from _clock(course, k.FL_CONSIDERATION, None, asked, done=answered)
