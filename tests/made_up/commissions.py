"""Made-up commissions: offered, declined or accepted, done, done again, inspected and paid."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.commission import commands as c
from domain.commission import events as e
from domain.commission.terms import Counted, Extent, PaymentMethod, ReworkCause
from domain.engagement.codes import CancelReason, Contractor, Orderer, Side
from domain.engagement.events import InquiryReceived
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.residents import Resident
from tests.made_up.stream import Stream

CONTENTS = ("架空の会議3回の文字起こし", "架空の台帳100件の入力", "架空の記事2本の執筆")
CAUSES, REASONS, SIDES = tuple(ReworkCause), tuple(CancelReason), tuple(Side)
COUNTED = frozenset(Counted.model_fields) | {"programme"}
WITHHELD_OF_TEN_THOUSAND = 1021


@dataclass(slots=True, eq=False)
class Taken:
    """What was asked for, who took the order, and how many commissions under it go on."""

    inquiry: InquiryReceived
    contractor: Contractor
    contractor_code: str | None
    going_on: int = 0

    def orderer(self) -> tuple[Orderer, str]:
        """Give who commissions residents, and the orderer's code."""
        match self.contractor, self.contractor_code:
            case Contractor.TOWN, str(code):
                return Orderer.TOWN, code
            case Contractor.CORPORATION, str(code):
                return Orderer.CORPORATION, code
        return Orderer.CLIENT, str(self.inquiry.client_id)


def commission(desk: Desk, order: Stream, taken: Taken, resident: Resident, when: date) -> Life:
    """Offer work under an order to a resident, and see what becomes of it."""
    chance = desk.chance
    offer = _offer(desk, order, taken, resident, when)
    if offer is None:
        return
    taken.going_on += 1
    stream = desk.begin(c.OfferCommission, offer, order, resident.stream)
    scope: dict[str, Any] = {"programme": offer.programme}
    terms = _terms(offer)
    early = chance.comes(0.3)
    if early:
        desk.say(stream, e.TermsStated(effective_on=when, **scope, **terms))
    when += chance.days(1, 6)
    yield when
    answer = chance.random()
    if answer < 0.15:
        desk.say(stream, e.CommissionDeclined(effective_on=when, **scope))
    elif answer < 0.2:
        desk.say(stream, e.OfferWithdrawn(effective_on=when, **scope))
    else:
        counted = {name: value for name, value in offer if name in COUNTED}
        desk.say(stream, e.CommissionAccepted(effective_on=when, **counted))
        if not early:
            desk.say(stream, e.TermsStated(effective_on=when, **scope, **terms))
        yield from _Work(desk, stream, counted, terms).done(when)
    taken.going_on -= 1


def _offer(
    desk: Desk, order: Stream, taken: Taken, resident: Resident, when: date
) -> e.CommissionOffered | None:
    chance, inquiry, worker = desk.chance, taken.inquiry, resident.record()
    until = when + chance.days(20, 60)
    home = worker and worker.lives_in(when)
    if worker is None or home is None or not worker.stays_on_roll(when, until):
        return None
    offers = [one.history[0][1] for one in order.dependents]
    earlier = sum(isinstance(o, e.CommissionOffered) and o.worker_id == resident.stream.id
                  for o in offers)  # fmt: skip
    orderer, code = taken.orderer()
    return e.CommissionOffered(
        effective_on=when,
        programme=inquiry.programme,
        engagement_id=order.id,
        engagement_number=inquiry.number,
        worker_id=resident.stream.id,
        person_id=resident.person_id,
        ordinal=earlier + 1,
        orderer=orderer,
        orderer_code=code,
        kind=inquiry.kind,
        funds=inquiry.funds,
        municipality=home,
        content=chance.choice(CONTENTS),
        amount=chance.thousands(5, 120),
        delivery_day=until,
    )


def _terms(offer: e.CommissionOffered) -> dict[str, Any]:
    until = offer.delivery_day
    return {
        "content": offer.content,
        "amount": offer.amount,
        "delivery_day": until,
        "place": "架空の共有フォルダに保存",
        "inspect_by": until + timedelta(days=7),
        "payment_due": until + timedelta(days=35),
        "payment_method": PaymentMethod.TRANSFER,
    }


class _Work:
    """The work under one accepted offer."""

    def __init__(
        self, desk: Desk, stream: Stream, counted: dict[str, Any], terms: dict[str, Any]
    ) -> None:
        self._desk = desk
        self._stream = stream
        self._counted = counted
        self._scope: dict[str, Any] = {"programme": counted["programme"]}
        self._terms = terms
        self._deliveries = 0

    def done(self, when: date) -> Life:
        desk, chance = self._desk, self._desk.chance
        if chance.comes(0.12):
            when += chance.days(2, 10)
            yield when
            self._terms = self._terms | {"amount": self._terms["amount"] + chance.thousands(1, 9)}
            self._say(e.TermsChanged, when, cause=chance.choice(CAUSES), **self._terms)
        if chance.comes(0.05):
            when += chance.days(2, 20)
            yield when
            reason, fault = chance.choice(REASONS), chance.choice(SIDES)
            self._say(e.CommissionCancelled, when, reason=reason, fault=fault)
            return
        for extent in (Extent.PART, Extent.WHOLE) if chance.comes(0.2) else (Extent.WHOLE,):
            when += chance.days(8, 30)
            yield when
            when = yield from self._delivered(when, extent)
        desk.say(self._stream, e.CommissionCompleted(effective_on=when, **self._counted))
        when += chance.days(15, 40)
        yield when
        yield from self._paid(when)

    def _delivered(self, when: date, extent: Extent) -> Generator[date, None, date]:
        desk, chance, redoes = self._desk, self._desk.chance, None
        while True:
            self._deliveries += 1
            delivery = {"delivery": self._deliveries}
            delivered = e.WorkDelivered(
                effective_on=when, extent=extent, redoes=redoes, evidence=desk.paper(),
                **delivery, **self._counted,
            )  # fmt: skip
            desk.say(self._stream, delivered)
            when += chance.days(1, 8)
            yield when
            if chance.comes(0.85):
                passed = e.InspectionPassed(effective_on=when, **delivery, **self._counted)
                desk.say(self._stream, passed)
                return when
            cause, bearer = chance.choice(CAUSES), chance.choice(SIDES)
            self._say(e.InspectionFailed, when, cause=cause, **delivery)
            self._say(e.ReworkRequested, when, cause=cause, cost_bearer=bearer, **delivery)
            redoes = self._deliveries
            when += chance.days(3, 15)
            yield when

    def _paid(self, when: date) -> Life:
        desk, chance, left = self._desk, self._desk.chance, self._terms["amount"]
        for gross in (left // 3, left - left // 3) if chance.comes(0.1) else (left,):
            withheld = gross * WITHHELD_OF_TEN_THOUSAND // 10_000 if chance.comes(0.6) else 0
            paid = e.RemunerationPaid(
                effective_on=when, gross=gross, withheld=withheld, transferred=gross - withheld,
                evidence=desk.paper(), **self._counted,
            )  # fmt: skip
            desk.say(self._stream, paid)
            if gross < left:
                when += timedelta(days=30)
                yield when

    def _say(
        self,
        kind: type[e.CommissionEvent],
        when: date,
        **fields: Any,  # noqa: ANN401 - as the event has them
    ) -> None:
        event = kind.model_validate({"effective_on": when, **self._scope, **fields})
        self._desk.say(self._stream, event)
