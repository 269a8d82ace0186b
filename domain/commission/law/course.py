"""What happened to one commission, put together as the clocks need it; each fact with its version.

It is told the effective facts of one stream in the order of their days, as far as they are known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

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


@dataclass(slots=True)
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


@dataclass(slots=True)
class Course:
    """One commission's facts."""

    commission: Commission
    accepted: Fact | None = None
    said: list[Said] = field(default_factory=list)
    receipts: dict[int, Receipt] = field(default_factory=dict)
    payments: list[Money] = field(default_factory=list)
    claims: list[Money] = field(default_factory=list)
    notices: list[tuple[Fact, date]] = field(default_factory=list)
    asked: list[tuple[Fact, Fact | None]] = field(default_factory=list)
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
        before = [one for one in self.said if one.fact.on <= receipt] or self.said[:1]
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
    """Take in the next fact."""
    commission = evolve(course.commission if course else None, event)  # type: ignore[arg-type]
    if course is None:
        return Course(commission)
    course.commission = commission
    _take(course, Fact(event.effective_on, version), event)
    return course


def _take(course: Course, fact: Fact, event: Event) -> None:
    match event:
        case e.CommissionAccepted():
            course.accepted = fact
        case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
            course.said.append(Said(fact, event))
        case e.WorkDelivered():
            course.receipts[event.delivery] = Receipt(
                event.delivery, fact, event.extent, event.amount, event.redoes
            )
        case e.InspectionPassed() | e.InspectionFailed() | e.ReworkRequested():
            if receipt := course.receipts.get(event.delivery):
                _inspect(receipt, fact, event)
        case e.RemunerationPaid():
            course.payments.append(Money(fact, event.gross + settled_by(event)))
        case e.RemunerationClaimed():
            course.claims.append(Money(fact, event.amount))
        case e.EndingNoticed():
            course.notices.append((fact, event.ends_on))
        case e.ConsiderationAsked():
            course.asked.append((fact, None))
        case e.ConsiderationAnswered():
            if course.asked:
                course.asked[-1] = course.asked[-1][0], fact
        case (
            e.CommissionCompleted()
            | e.CommissionCancelled()
            | e.CommissionDeclined()
            | e.OfferWithdrawn()
        ):
            course.ended = fact


def _inspect(
    receipt: Receipt,
    fact: Fact,
    event: e.InspectionPassed | e.InspectionFailed | e.ReworkRequested,
) -> None:
    if isinstance(event, e.InspectionPassed):
        receipt.inspected, receipt.passed = fact, fact
        return
    if isinstance(event, e.InspectionFailed):
        receipt.inspected = fact
    receipt.passed = None
    receipt.back = receipt.back or (fact, event.cause)
