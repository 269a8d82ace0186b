"""Made-up orders, from the inquiry to the closing, with the commissions under them."""

from collections.abc import Generator
from datetime import date
from typing import Any

from domain.engagement import commands as c
from domain.engagement import events as e
from domain.engagement.codes import (
    CancelReason,
    Contractor,
    Funds,
    OrderKind,
    OrderSource,
    Rhythm,
    Side,
    TaxClass,
)
from tests.made_up.agenda import Agenda, Life
from tests.made_up.clients import Clients
from tests.made_up.commissions import Taken, commission
from tests.made_up.desk import Desk
from tests.made_up.places import CODES, CORPORATION, GRANT, own
from tests.made_up.residents import Residents
from tests.made_up.stream import Stream

KINDS, FUNDS, REASONS, SIDES = tuple(OrderKind), tuple(Funds), tuple(CancelReason), tuple(Side)
CONTRACTORS = (Contractor.TOWN,) * 6 + (Contractor.CORPORATION,) * 3 + (Contractor.RESIDENTS,)
SOURCES = tuple(OrderSource)
TITLES = ("議事録の文字起こし", "紙台帳のデータ化", "問合せ対応の補助", "ウェブ記事の制作")
ORIGIN = frozenset(e.Origin.model_fields) | {"programme"}


class Orders:
    """The orders that come in."""

    def __init__(self, desk: Desk, agenda: Agenda, clients: Clients, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._agenda = agenda
        self._clients = clients
        self._residents = residents
        self._received = 0
        self.latest: Stream | None = None
        """The order that came in last."""

    def receive(self) -> Life:
        """Receive an inquiry; most become orders, and most orders are done and paid."""
        desk, chance = self._desk, self._desk.chance
        client = self._clients.anyone()
        if client is None:
            return
        inquiry = self._inquiry(client)
        order = desk.begin(c.ReceiveInquiry, inquiry, client)
        origin = {name: value for name, value in inquiry if name in ORIGIN}
        scope: dict[str, Any] = {"programme": inquiry.programme}
        price: dict[str, Any] = {"amount": chance.thousands(50, 900), "tax": TaxClass.STANDARD}
        when = inquiry.effective_on + chance.days(1, 10)
        yield when
        desk.say(order, e.EstimateGiven(effective_on=when, **scope, **price))
        when += chance.days(2, 20)
        yield when
        if chance.comes(0.2):
            self._cancel(order, when)
            return
        taken = self._taken(inquiry)
        monthly = chance.comes(0.1)
        ordered = e.OrderReceived(
            effective_on=when,
            due_day=when + chance.days(45, 120),
            rhythm=Rhythm.MONTHLY if monthly else Rhythm.ONCE,
            contractor=taken.contractor,
            contractor_code=taken.contractor_code,
            **origin,
            **price,
        )
        desk.say(order, ordered)
        self.latest = order
        if chance.comes(0.3):
            self._attribute(order, when)
        ends = yield from self._work(order, ordered, taken)
        while taken.going_on:
            yield desk.today + chance.days(20, 40)
        if monthly and ends:
            ends += yield from self._months(order)
        if ends is not None:
            yield from self._settle(order, ends, origin)
        desk.rest(order, *order.dependents)

    def _inquiry(self, client: Stream) -> e.InquiryReceived:
        desk, chance = self._desk, self._desk.chance
        self._received += 1
        when, code = desk.happened(client.since), chance.choice(CODES)
        return e.InquiryReceived(
            effective_on=when,
            programme=GRANT if chance.comes(0.8) else own(code),
            client_id=client.id,
            number=f"N-{when.year}-{self._received:06}",
            title=f"{chance.choice(TITLES)}（架空）",
            kind=chance.choice(KINDS),
            funds=chance.choice(FUNDS),
            municipality=code,
        )

    def _taken(self, inquiry: e.InquiryReceived) -> Taken:
        contractor = self._desk.chance.choice(CONTRACTORS)
        match contractor:
            case Contractor.TOWN:
                code: str | None = inquiry.municipality
            case Contractor.CORPORATION:
                code = CORPORATION
            case Contractor.RESIDENTS:
                code = None
        return Taken(inquiry, contractor, code)

    def _work(
        self, order: Stream, ordered: e.OrderReceived, taken: Taken
    ) -> Generator[date, None, int | None]:
        """Have the work done; gives what is to be invoiced, or None if it was cancelled."""
        desk, chance, when = self._desk, self._desk.chance, ordered.effective_on
        for _ in range(chance.randint(1, 4)):
            when += chance.days(0, 4)
            yield when
            if resident := self._residents.anyone():
                self._agenda.begin(commission(desk, order, taken, resident, when))
        amount = ordered.amount
        if chance.comes(0.15):
            when += chance.days(5, 20)
            yield when
            amount += chance.thousands(1, 90)
            changed = e.OrderChanged(
                effective_on=when,
                programme=ordered.programme,
                amount=amount,
                tax=ordered.tax,
                due_day=max(ordered.due_day, when) + chance.days(0, 30),
            )
            desk.say(order, changed)
        if chance.comes(0.05):
            when += chance.days(5, 20)
            yield when
            if self._cancel(order, when):
                return None
        return 0 if taken.contractor is Contractor.RESIDENTS else amount

    def _attribute(self, order: Stream, when: date) -> None:
        desk, chance = self._desk, self._desk.chance
        source, number = chance.choice(SOURCES), f"S-{chance.randint(1, 99)}"
        desk.ask(
            order, c.AttributeEngagement, when, source=source, source_number=number,
            source_id=None,
        )  # fmt: skip
        if chance.comes(0.1):
            desk.ask(order, c.VoidEngagementEntry, when, version=len(order.history))

    def _months(self, order: Stream) -> Generator[date, None, int]:
        """Go on for some months; gives what was ordered for them."""
        desk, chance, more = self._desk, self._desk.chance, 0
        for _ in range(chance.randint(1, 3)):
            when = desk.today + chance.days(28, 35)
            yield when
            if desk.ask(order, c.ContinueStandingOrder, when):
                more += order.state.standing.amount
        return more

    def _settle(self, order: Stream, left: int, origin: dict[str, Any]) -> Life:
        desk, chance, when = self._desk, self._desk.chance, self._desk.today
        number = 0
        while left:
            number += 1
            amount = left // 2 if number == 1 and chance.comes(0.3) else left
            left -= amount
            invoice: dict[str, Any] = origin | {
                "invoice_number": f"INV-{order.id.hex[:8]}-{number}",
                "amount": amount,
                "evidence": desk.paper(),
            }
            stated = self._stated(amount, when) if chance.comes(0.5) else {}
            desk.say(order, e.InvoiceIssued(effective_on=when, **invoice, **stated))
            when += chance.days(10, 40)
            yield when
            desk.say(order, e.MoneyReceived(effective_on=when, **invoice))
        when += chance.days(1, 20)
        yield when
        desk.say(order, e.EngagementClosed(effective_on=when, programme=origin["programme"]))

    def _stated(self, amount: int, when: date) -> dict[str, Any]:
        rate = e.AtRate(rate=10, total=amount, tax=amount * 10 // 110)
        due = when + self._desk.chance.days(10, 60)
        return {"issuer": f"T{CORPORATION}", "payment_due": due, "rates": (rate,)}

    def _cancel(self, order: Stream, when: date) -> bool:
        reason, fault = self._desk.chance.choice(REASONS), self._desk.chance.choice(SIDES)
        return self._desk.ask(order, c.CancelEngagement, when, reason=reason, fault=fault)
