"""The commission as far as rules need it, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, assert_never
from uuid import UUID

from domain.base.event import opened
from domain.base.rule import Rule
from domain.commission import events as e
from domain.commission import rules
from domain.commission.codes import REDUCED_FOR_FAULT, Extent
from domain.commission.law.rule_sets import Entrusted, RuleSet, chosen, rule_sets
from domain.commission.steps import Counted
from domain.commission.terms import Terms
from domain.engagement.codes import Orderer


class Stage(Enum):
    """What became of an offer."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class Found(Enum):
    """What became of a delivery."""

    RECEIVED = "received"
    PASSED = "passed"
    FAILED = "failed"
    TO_REDO = "to redo"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery: when, how much of the work, what of the remuneration, what became of it."""

    number: int
    on: date
    extent: Extent
    amount: int | None = None
    found: Found = Found.RECEIVED


@dataclass(frozen=True, slots=True)
class Commission:
    """One commission; amounts in yen. `last_on` is the latest day of its steps but payments.

    `bound` names the rule sets that bind it. `passed_on` is the first day on which a delivery
    passed. `settled` is by how much the remuneration was reduced
    for the worker's fault. `notices` are the days on which it was told that it ends, each with the
    day of that end; `asked_on` is the day of a request for consideration that waits for an answer.
    `loose` says that a step speaks of a delivery that is not there, because it was voided.
    `disorder` is the first rule on the order of days that a step breaks: no command records such a
    step, but a correction could bring it about.
    """

    person_id: UUID
    worker_id: UUID
    programme: str
    orderer: Orderer
    offer: e.CommissionOffered
    offered_on: date
    last_on: date
    amount: int
    delivery_day: date
    stage: Stage = Stage.OFFERED
    terms: Terms | None = None
    bound: tuple[str, ...] = ()
    started_on: date | None = None
    claims: tuple[tuple[date, int], ...] = ()
    passed_on: date | None = None
    settled: int = 0
    notices: tuple[tuple[date, date], ...] = ()
    asked_on: date | None = None
    accepted_on: date | None = None
    terms_on: date | None = None
    deliveries: tuple[Delivered, ...] = ()
    paid: int = 0
    ended_on: date | None = None
    loose: bool = False
    disorder: Rule | None = None

    @property
    def counted(self) -> dict[str, Any]:
        """Give what every step that may be counted carries."""
        return Counted.of(self.offer).model_dump()

    def open_after(self, day: date) -> bool:
        """Say whether work may still come of it after `day`.

        Work that passed no longer does, even before it is paid; nor does an offer that came to
        nothing, whichever day it was answered on: a decline counts against nobody.
        """
        if self.stage in {Stage.DECLINED, Stage.WITHDRAWN}:
            return False
        return self.ended_on is None or day < self.ended_on

    def claimed(self, *more: tuple[date, int]) -> int:
        """Give what was claimed, and would be with another claim.

        What was claimed before anything passed is claimed anew after it, and counts once.
        """
        claims = (*self.claims, *more)
        proper = [yen for on, yen in claims if self.passed_on and self.passed_on <= on]
        return max(sum(proper), sum(yen for _, yen in claims) - sum(proper))

    def owed(self) -> int:
        """Give what the town or corporation still owes for completed work."""
        ours = self.stage is Stage.COMPLETED and self.orderer is not Orderer.CLIENT
        return self.amount - self.paid - self.settled if ours else 0

    def rule_sets(self) -> tuple[RuleSet, ...]:
        """Give the rule sets that bind it."""
        return rule_sets(self.bound)

    def entrusted(self, on: date, terms: Terms | None) -> Entrusted:
        """Give what the choice of rule sets looks at, for work entrusted on a day."""
        offer = self.offer
        begins = [on, offer.continues_since, terms.work_from if terms else None]
        return Entrusted(
            orderer=self.orderer,
            worker_alone=offer.worker_alone,
            goods=offer.goods_processing,
            on=on,
            since=min(day for day in begins if day),
            until=terms.delivery_day if terms else self.delivery_day,
        )

    def would_bind(self, on: date, terms: Terms | None) -> tuple[RuleSet, ...]:
        """Choose the rule sets: of the day of entrusting, or of `on` if it is not entrusted yet."""
        return chosen(self.entrusted(self.accepted_on or on, terms))

    def delivery(self, number: int | None) -> Delivered | None:
        """Give a delivery by its number."""
        return next((one for one in self.deliveries if one.number == number), None)

    def standing(self) -> list[Delivered]:
        """Give the deliveries that no other has taken the place of."""
        return [one for one in self.deliveries if one.found is not Found.REDONE]

    def delivered_whole(self) -> bool:
        """Say whether the whole, or all that was left, was delivered."""
        return any(one.extent is Extent.WHOLE for one in self.standing())

    def of_parts(self, *, but: int | None = None) -> int:
        """Add up what of the remuneration belongs to the parts delivered, one of them left out."""
        parts = (one for one in self.standing() if one.number != but)
        return sum(one.amount or 0 for one in parts)

    def all_passed(self) -> bool:
        """Say whether all of the work was delivered and passed."""
        passed = all(one.found is Found.PASSED for one in self.standing())
        return self.delivered_whole() and passed


def evolve(commission: Commission | None, event: e.CommissionEvent) -> Commission:
    """Fold one effective event into the commission."""
    day = event.effective_on
    if isinstance(event, e.CommissionOffered):
        return Commission(
            person_id=event.person_id,
            worker_id=event.worker_id,
            programme=event.programme,
            orderer=event.orderer,
            offer=event,
            offered_on=day,
            last_on=day,
            amount=event.amount,
            delivery_day=event.delivery_day,
            disorder=rules.DELIVERY_BEFORE_OFFER if event.delivery_day < day else None,
        )
    commission = opened(commission)
    if commission.disorder is None and (disorder := _disorder(commission, event)):
        commission = replace(commission, disorder=disorder)
    match event:
        # Neither what was claimed or paid nor what was said beside the work is a step of it.
        case e.RemunerationPaid():
            return replace(
                commission,
                paid=commission.paid + event.gross,
                settled=commission.settled + settled_by(event),
            )
        case e.RemunerationClaimed():
            return replace(commission, claims=(*commission.claims, (day, event.amount)))
        case e.WorkStarted():
            return replace(commission, started_on=day)
        case e.EndingNoticed():
            return replace(commission, notices=(*commission.notices, (day, event.ends_on)))
        case e.ConsiderationAsked():
            return replace(commission, asked_on=day)
        case e.ConsiderationAnswered():
            return replace(commission, asked_on=None)
        case e.ConductNoted() | e.CommissionMatterClosed():
            return commission
    now = partial(replace, commission, last_on=max(commission.last_on, day))
    match event:
        case e.CommissionAccepted():
            return now(stage=Stage.ACCEPTED, accepted_on=day, bound=event.rule_sets)
        case e.CommissionDeclined():
            return now(stage=Stage.DECLINED, ended_on=day)
        case e.OfferWithdrawn():
            return now(stage=Stage.WITHDRAWN, ended_on=day)
        case e.CommissionCompleted():
            return now(stage=Stage.COMPLETED, ended_on=day)
        case e.CommissionCancelled():
            return now(stage=Stage.CANCELLED, ended_on=day)
        case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
            return now(
                terms_on=commission.terms_on or day,
                terms=event,
                bound=event.rule_sets,
                amount=event.amount,
                delivery_day=event.delivery_day,
            )
        case e.WorkDelivered():
            redone = _found(commission, event.redoes, Found.REDONE) if event.redoes else {}
            before = redone.get("deliveries", commission.deliveries)
            new = Delivered(event.delivery, day, event.extent, event.amount)
            return now(**redone | {"deliveries": (*before, new)})
        case e.InspectionPassed():
            first = min(commission.passed_on or day, day)
            return now(**_found(commission, event.delivery, Found.PASSED), passed_on=first)
        case e.InspectionFailed():
            return now(**_found(commission, event.delivery, Found.FAILED))
        case e.ReworkRequested():
            return now(**_found(commission, event.delivery, Found.TO_REDO))
        case _:
            assert_never(event)


def settled_by(paid: e.RemunerationPaid) -> int:
    """Give by how much less than was stated a payment settles, in yen: for the worker's fault."""
    return paid.reduced if paid.reduced_for in REDUCED_FOR_FAULT else 0


def _found(commission: Commission, number: int, found: Found) -> dict[str, Any]:
    """Give what changes when something is found of a delivery."""
    if commission.delivery(number) is None:
        return {"loose": True}
    deliveries = tuple(
        replace(one, found=found) if one.number == number else one for one in commission.deliveries
    )
    return {"deliveries": deliveries}


def _disorder(commission: Commission, event: e.CommissionEvent) -> Rule | None:
    if event.effective_on < _builds_on(commission, event):
        return rules.BEFORE_EARLIER_STEP
    if isinstance(event, e.CommissionAccepted) and commission.delivery_day < event.effective_on:
        return rules.OFFER_LAPSED
    return None


def _builds_on(commission: Commission, event: e.CommissionEvent) -> date:
    begun = commission.offered_on
    entrusted = commission.accepted_on or begun
    agreed = max(entrusted, commission.terms_on or begun)
    match event:
        case e.TermsChanged() | e.TermsSupplemented():
            return agreed
        case (
            e.WorkStarted()
            | e.RemunerationClaimed()
            | e.EndingNoticed()
            | e.ConsiderationAsked()
            | e.ConductNoted()
        ):
            return entrusted
        case e.ConsiderationAnswered():
            return commission.asked_on or entrusted
        case e.CommissionMatterClosed():
            return begun
        case e.RemunerationPaid():
            return entrusted if event.as_fact else agreed
        case e.WorkDelivered() if event.as_fact:
            before = commission.delivery(event.redoes)
            return max(entrusted, before.on) if before else entrusted
        case e.WorkDelivered():
            before = commission.delivery(event.redoes)
            return max(agreed, before.on) if before else agreed
        case e.InspectionPassed() | e.InspectionFailed() | e.ReworkRequested():
            delivery = commission.delivery(event.delivery)
            return delivery.on if delivery else begun
        case e.CommissionCompleted() | e.CommissionCancelled():
            return commission.last_on
        case _:
            return begun
