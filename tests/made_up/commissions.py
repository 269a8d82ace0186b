"""Made-up commissions: offered, declined or accepted, done, done again, inspected and paid."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.base.command import Command
from domain.base.event import effective
from domain.base.matter import Closing, Matter
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission.codes import (
    Answer,
    Conduct,
    Extent,
    Item,
    PaymentMethod,
    ReworkCause,
    Rights,
    Undecidable,
)
from domain.commission.law.matters import matters
from domain.commission.steps import Counted
from domain.commission.terms import Undecided
from domain.engagement.codes import CancelReason, Contractor, Orderer, Side
from domain.engagement.events import InquiryReceived
from tests.made_up.agenda import Life
from tests.made_up.desk import Desk
from tests.made_up.residents import Resident
from tests.made_up.stream import Stream

CONTENTS = ("架空の会議3回の文字起こし", "架空の台帳100件の入力", "架空の記事2本の執筆")
CAUSES, REASONS, SIDES = tuple(ReworkCause), tuple(CancelReason), tuple(Side)
COUNTED = frozenset(Counted.model_fields) | {"programme"}
FORM: dict[str, Any] = {
    "orderer_name": "架空の委託者",
    "orderer_address": "架空町1",
    "orderer_contact": "架空係",
    "quantity": "一式",
    "specification": "架空の仕様書による",
    "rights": Rights.TRANSFERRED,
    "expense_bearer": Side.ORDERER,
    "on_changes": "協議して変更する",
    "on_defects": "一度まで直す",
    "on_personal_data": "業務の終わりに消去する",
}
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
    terms = _terms(desk, offer, when)
    early = chance.comes(0.3)
    if early:
        _lawfully(desk, stream, c.StateTerms, when, **scope, **terms)
    when += chance.days(1, 6)
    yield when
    answer = chance.random()
    if answer < 0.15:
        desk.say(stream, e.CommissionDeclined(effective_on=when, **scope))
    elif answer < 0.2:
        desk.say(stream, e.OfferWithdrawn(effective_on=when, **scope))
    else:
        counted = {name: value for name, value in offer if name in COUNTED}
        desk.must(stream, c.AcceptOffer, when, **scope)
        if not early:
            _lawfully(desk, stream, c.StateTerms, when + chance.days(0, 1), **scope, **terms)
        yield from _Work(desk, stream, resident.stream, counted, terms).done(when)
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
        ordered_in=inquiry.municipality,
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


def _terms(desk: Desk, offer: e.CommissionOffered, when: date) -> dict[str, Any]:
    until, chance = offer.delivery_day, desk.chance
    terms: dict[str, Any] = {
        "content": offer.content,
        "amount": offer.amount,
        "delivery_day": until,
        "place": "架空の共有フォルダに保存",
        "inspect_by": until + timedelta(days=7),
        "payment_due": until + timedelta(days=35 if chance.comes(0.97) else 75),
        "payment_method": PaymentMethod.TRANSFER,
    }
    if chance.comes(0.5):
        terms |= FORM
    if chance.comes(0.2):
        decide_by = when + chance.days(8, 12)
        item = Undecided(item=Item.RIGHTS, reason=Undecidable.OTHER, decide_by=decide_by)
        terms |= {"rights": None, "undecided": (item,)}
    return terms


def _lawfully(
    desk: Desk,
    stream: Stream,
    kind: type[Command],
    when: date,
    **fields: Any,  # noqa: ANN401 - as the command has them
) -> None:
    """Ask for something; what no rule allows has happened all the same."""
    if not desk.ask(stream, kind, when, **fields):
        desk.ask(stream, kind, when, as_fact=True, **fields)


class _Work:
    """The work under one accepted offer."""

    def __init__(
        self,
        desk: Desk,
        stream: Stream,
        worker: Stream,
        counted: dict[str, Any],
        terms: dict[str, Any],
    ) -> None:
        self._desk = desk
        self._stream = stream
        self._worker = worker
        self._counted = counted
        self._scope: dict[str, Any] = {"programme": counted["programme"]}
        self._terms = terms
        self._deliveries = 0

    def done(self, when: date) -> Life:
        desk, chance = self._desk, self._desk.chance
        when += timedelta(days=1)
        if chance.comes(0.4):
            self._say(e.WorkStarted, when)
        if self._terms.get("undecided"):
            when += chance.days(7, 11)
            yield when
            self._terms = self._terms | {"rights": Rights.KEPT, "undecided": ()}
            self._ask(c.SupplementTerms, when, decided_on=when, **self._terms)
        if chance.comes(0.12):
            when += chance.days(2, 10)
            yield when
            self._terms = self._terms | {"amount": self._terms["amount"] + chance.thousands(1, 9)}
            self._ask(c.ChangeTerms, when, cause=chance.choice(CAUSES), **self._terms)
        if chance.comes(0.1):
            when = yield from self._beside(when)
        if chance.comes(0.05):
            when += chance.days(2, 20)
            yield when
            reason, fault = chance.choice(REASONS), chance.choice(SIDES)
            self._ask(c.CancelCommission, when, reason=reason, fault=fault)
            return
        for extent in (Extent.PART, Extent.WHOLE) if chance.comes(0.2) else (Extent.WHOLE,):
            when += chance.days(8, 30)
            yield when
            when = yield from self._delivered(when, extent)
        # Whether a level had risen before only the worker's record knows.
        desk.must(self._stream, c.CompleteCommission, when, self._worker, worker_id=self._worker.id)
        if chance.comes(0.5):
            claimed = e.RemunerationClaimed(
                effective_on=when, amount=self._terms["amount"], evidence=desk.paper(),
                **self._counted,
            )  # fmt: skip
            desk.say(self._stream, claimed)
        when += chance.days(15, 40)
        yield when
        yield from self._paid(when)
        found = matters(effective(self._stream.history))
        if found and chance.comes(0.7):
            when = max(when, desk.today)
            yield when
            self._close(when, chance.choice(found))

    def _beside(self, when: date) -> Generator[date, None, date]:
        chance = self._desk.chance
        self._ask(c.AskConsideration, when)
        when += chance.days(1, 4)
        yield when
        self._ask(c.AnswerConsideration, when, answer=chance.choice(tuple(Answer)))
        self._ask(c.NoteConduct, when, conduct=chance.choice(tuple(Conduct)))
        self._ask(c.NoticeEnding, when, ends_on=max(when, self._terms["delivery_day"]))
        return when

    def _close(self, when: date, matter: Matter) -> None:
        desk = self._desk
        desk.ask(
            self._stream, c.CloseCommissionMatter, when, programme=self._scope["programme"],
            concerns=matter.version, check=matter.check.code,
            closing=desk.chance.choice(tuple(Closing)), note=desk.chance.digest(),
        )  # fmt: skip

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
            self._ask(c.RequestRework, when, cause=cause, cost_bearer=bearer, **delivery)
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

    def _ask(
        self,
        kind: type[Command],
        when: date,
        **fields: Any,  # noqa: ANN401 - as the command has them
    ) -> None:
        _lawfully(self._desk, self._stream, kind, when, **self._scope, **fields)

    def _say(
        self,
        kind: type[e.CommissionEvent],
        when: date,
        **fields: Any,  # noqa: ANN401 - as the event has them
    ) -> None:
        event = kind.model_validate({"effective_on": when, **self._scope, **fields})
        self._desk.say(self._stream, event)
