"""What happened to one commission, put together as the clocks need it; each fact with its version.

It is told the effective facts of one stream in the order of their days, as far as they are known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from domain.base.event import Event
from domain.commission import events as e
from domain.commission.codes import Extent, ReworkCause
from domain.commission.state import Commission, evolve, settled_by
from domain.commission.terms import Terms

Facts = Sequence[tuple[int, Event]]
STATED = e.TermsStated | e.TermsChanged | e.TermsSupplemented


class Fact(NamedTuple):
    """The day of a fact, and its version in the record."""

    on: date
    version: int


class Said(NamedTuple):
    """Terms as they were told on a day."""

    fact: Fact
    terms: STATED


class Money(NamedTuple):
    """An amount in yen that was claimed, or that a payment settled with what it was reduced by."""

    fact: Fact
    yen: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """One delivery: when it was received, and what was said of it."""

    number: int
    received: Fact
    extent: Extent
    amount: int | None
    redoes: int | None
    inspected: Fact | None = None
    passed: Fact | None = None
    back: tuple[Fact, ReworkCause] | None = None
    """When and why it was first found not to be as ordered, or asked for again."""


@dataclass(frozen=True, slots=True)
class Course:
    """One commission's facts."""

    commission: Commission
    accepted: Fact | None = None
    said: tuple[Said, ...] = ()
    receipts: Mapping[int, Receipt] = field(default_factory=dict)
    payments: tuple[Money, ...] = ()
    claims: tuple[Money, ...] = ()
    notices: tuple[tuple[Fact, date], ...] = ()
    asked: tuple[tuple[Fact, Fact | None], ...] = ()
    ended: Fact | None = None

    def settled(self) -> int:
        """Give what all payments settled, in yen."""
        return sum(one.yen for one in self.payments)

    def standing(self) -> list[Receipt]:
        """Give the deliveries that no other has taken the place of, in the order of receipt."""
        redone = {one.redoes for one in self.receipts.values()}
        return [one for one in self.receipts.values() if one.number not in redone]

    def terms_for(self, receipt: date) -> Terms | None:
        """Give the terms that hold for what was received on a day.

        The latest told up to that day, and what only fills them in afterwards; terms that were
        changed after the receipt move no due date of what was received.
        """
        before = tuple(one for one in self.said if one.fact.on <= receipt) or self.said[:1]
        if not before:
            return None
        after = self.said[self.said.index(before[-1]) + 1 :]
        now = before[-1].terms
        for one in after:
            if not isinstance(one.terms, e.TermsSupplemented):
                break
            now = one.terms
        return now


def in_order(history: Iterable[tuple[int, Event]]) -> Facts:
    """Give effective facts in the order of their days."""
    return sorted(history, key=lambda fact: (fact[1].effective_on, fact[0]))


def course(history: Iterable[tuple[int, Event]]) -> Course | None:
    """Put together what happened; None if nothing holds."""
    course: Course | None = None
    for version, event in in_order(history):
        course = follow(course, version, event)
    return course


def follow(course: Course | None, version: int, event: Event) -> Course:
    """Give the course with the next fact."""
    commission = evolve(course.commission if course else None, event)  # type: ignore[arg-type]
    if course is None:
        return Course(commission)
    told = _told(course, Fact(event.effective_on, version), event)
    return replace(course, commission=commission, **told)


def _told(course: Course, fact: Fact, event: Event) -> dict[str, Any]:
    match event:
        case e.CommissionAccepted():
            return {"accepted": fact}
        case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
            return {"said": (*course.said, Said(fact, event))}
        case e.WorkDelivered():
            number = event.delivery
            receipt = Receipt(number, fact, event.extent, event.amount, event.redoes)
            return {"receipts": {**course.receipts, number: receipt}}
        case e.InspectionPassed() | e.InspectionFailed() | e.ReworkRequested():
            if (before := course.receipts.get(event.delivery)) is None:
                return {}
            receipt = _inspected(before, fact, event)
            return {"receipts": {**course.receipts, event.delivery: receipt}}
        case e.RemunerationPaid():
            paid = Money(fact, event.gross + settled_by(event))
            return {"payments": (*course.payments, paid)}
        case e.RemunerationClaimed():
            return {"claims": (*course.claims, Money(fact, event.amount))}
        case e.EndingNoticed():
            return {"notices": (*course.notices, (fact, event.ends_on))}
        case e.ConsiderationAsked():
            return {"asked": (*course.asked, (fact, None))}
        case e.ConsiderationAnswered():
            return {"asked": (*course.asked[:-1], *((on, fact) for on, _ in course.asked[-1:]))}
        case (
            e.CommissionCompleted()
            | e.CommissionCancelled()
            | e.CommissionDeclined()
            | e.OfferWithdrawn()
        ):
            return {"ended": fact}
        case _:
            return {}


def _inspected(
    receipt: Receipt,
    fact: Fact,
    event: e.InspectionPassed | e.InspectionFailed | e.ReworkRequested,
) -> Receipt:
    if isinstance(event, e.InspectionPassed):
        return replace(receipt, inspected=fact, passed=fact)
    inspected = fact if isinstance(event, e.InspectionFailed) else receipt.inspected
    back = receipt.back or (fact, event.cause)
    return replace(receipt, inspected=inspected, passed=None, back=back)
