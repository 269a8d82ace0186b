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
from domain.commission.codes import ClosedDays
from domain.commission.law import checks as k
from domain.commission.law import due, public_contract
from domain.commission.law.counting import days_before, nth_day
from domain.commission.law.course import Course, Fact, Receipt
from domain.commission.law.payments import Owed, agreed_on, counts_from, owed, reached
from domain.commission.law.rule_sets import (
    FreelanceAct,
    FreelanceEnvironment,
    PublicContractAct,
    TeleworkGuideline,
    force_of,
    the,
)
from domain.commission.terms import Terms
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
        for receipt, share in owed(course):
            yield from _of_payment(course, receipt, share)


def _of_payment(course: Course, receipt: Receipt, share: Owed) -> Iterator[Clock]:
    commission = course.commission
    start = counts_from(course, receipt)
    agreed, terms = agreed_on(course, start.on), course.terms_for(start.on)
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
                done=share.paid, delivery=receipt.number,
                amount=share.yen if share.paid else share.left,
            )  # fmt: skip


def _of_claims(course: Course) -> Iterator[Clock]:
    commission = course.commission
    public = the(PublicContractAct, commission.rule_sets())
    if public is None:
        return
    claimed = 0
    for claim in course.claims:
        passed = [
            (one, one.passed)
            for one in course.receipts.values()
            if one.passed and one.passed.on <= claim.fact.on
        ]
        if not passed:
            # What was claimed before the inspection is no proper claim yet.
            continue
        claimed += claim.yen
        late = max(
            public_contract.days_late(public, one.received.on, fact.on) for one, fact in passed
        )
        terms = course.terms_for(claim.fact.on)
        written = _written(terms)
        by = public_contract.pay_by(public, claim.fact.on, late=late, written=written)
        done = reached(course.payments, claimed)
        yield from _clock(
            course,
            k.GP_PAYMENT if written else k.GP_UNWRITTEN,
            by,
            claim.fact,
            *(fact for _, fact in passed),
            done=done,
            amount=claim.yen if done else min(claim.yen, claimed - course.settled()),
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
