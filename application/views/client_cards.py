"""Client cards (顧客カード): what is known of each client, and what came of it so far?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, TypeVar
from uuid import UUID

from application.projecting.projection import Rows, rowclass
from application.projections.clients import CLIENTS, ClientRow, fold
from application.recorded import Recorded
from application.viewing.orders import ORDERED, cancelled, mistaken
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Event
from domain.base.fields import Amount
from domain.base.values.text import search_key
from domain.base.words import Label
from domain.client import events as c
from domain.engagement import events as e
from domain.lead.events import LeadOpened

T = TypeVar("T")


class ClientCardsAsks(Asks):
    """Only this client, by its number or that of a record merged with it; or clients alone."""

    number: c.ClientNumber | None = None
    standing: c.Standing | None = None


@rowclass
class ClientCardRow:
    """One client, whatever number of records it has; amounts in yen, as of all its orders.

    Orders that were cancelled are counted by themselves, those entered by mistake not at all; what
    came in for an order counts in any case.
    """

    client_id: c.ClientId
    number: c.ClientNumber
    name: c.ClientName
    kind: c.Kind
    standing: c.Standing
    origin: c.CameBy | None
    corporate_number: c.Corporate | None
    invoice_number: c.Issuer | None
    checked_on: Annotated[date | None, Label("登録番号の確認日", "number checked on")]
    check_result: c.Found | None
    size: c.Size | None
    sector: c.Works | None
    contacts: Annotated[int, Label("担当者数", "contact persons")]
    leads: Annotated[int, Label("商談件数", "leads")]
    orders: Annotated[int, Label("受注件数", "orders")]
    cancelled: Annotated[int, Label("取りやめ件数", "orders cancelled")]
    invoiced: Annotated[Amount, Label("請求額（円）", "invoiced in yen")]
    received: Annotated[Amount, Label("入金額（円）", "received in yen")]
    merged: Annotated[tuple[c.ClientNumber, ...], Label("統合した顧客番号", "merged numbers")]


@dataclass
class _Client:
    """What is found of one client: its records, and what came of them."""

    records: list[ClientRow] = field(default_factory=list)
    facts: list[Recorded] = field(default_factory=list)
    contacts: set[UUID] = field(default_factory=set)
    leads: int = 0
    orders: int = 0
    cancelled: int = 0
    invoiced: int = 0
    received: int = 0


def compute(facts: Facts, asks: ClientCardsAsks) -> Iterator[Line[ClientCardRow]]:
    """Give a card for each client, in the order of their numbers.

    Of merged records the one that was registered first speaks, and where it is silent the others.
    """
    for client in sorted(_found(facts).values(), key=lambda one: one.records[0].number):
        first, *others = client.records
        numbers = {search_key(one.number) for one in client.records}
        standing = _first(one.standing for one in client.records if one.standing is c.Stand.CLIENT)
        if asks.number is not None and search_key(asks.number) not in numbers:
            continue
        if asks.standing not in {None, standing or first.standing}:
            continue
        checked = next((one for one in client.records if one.invoice_number), first)
        row = ClientCardRow(
            client_id=first.client_id,
            number=first.number,
            name=first.name,
            kind=first.kind,
            standing=standing or first.standing,
            origin=_first(one.origin for one in client.records),
            corporate_number=_first(one.corporate_number for one in client.records),
            invoice_number=checked.invoice_number,
            checked_on=checked.checked_on,
            check_result=checked.check_result,
            size=_first(one.size for one in client.records),
            sector=_first(one.sector for one in client.records),
            contacts=len(client.contacts),
            leads=client.leads,
            orders=client.orders,
            cancelled=client.cancelled,
            invoiced=client.invoiced,
            received=client.received,
            merged=tuple(sorted(one.number for one in others)),
        )
        yield Line(row, tuple(client.facts))


def _first(said: Iterable[T | None]) -> T | None:
    return next((one for one in said if one is not None), None)


def _found(facts: Facts) -> dict[UUID, _Client]:
    found: dict[UUID, _Client] = {}
    for _, registered in facts.of(c.ClientRegistered):
        client = found.setdefault(facts.client(registered.stream), _Client())
        rows: Rows[ClientRow] = Rows()
        for fact in facts.in_record(registered.stream):
            fold(rows, fact)
            _meet(client, fact.event, facts)
            client.facts.append(fact)
        client.records.extend(row for _, row in rows.items())
    inquiries = facts.opening(e.InquiryReceived)
    ended = {fact.stream for _, _, fact in cancelled(facts)}
    never = mistaken(facts)
    for fact in facts.of_any(LeadOpened, *_COUNTED):
        if fact.stream in never and not isinstance(fact.event, e.MoneyReceived):
            continue
        its = fact.event if isinstance(fact.event, LeadOpened) else inquiries[fact.stream]
        if client_of := found.get(facts.client(its.client_id)):
            _count(client_of, fact.event, ended=fact.stream in ended)
            client_of.facts.append(fact)
    return found


def _meet(client: _Client, event: Event, facts: Facts) -> None:
    match event:
        case c.ContactAdded():
            client.contacts.add(facts.person(event.person_id))
        case c.ContactEnded() | c.ContactErased():
            client.contacts.discard(facts.person(event.person_id))


def _count(client: _Client, event: Event, *, ended: bool) -> None:
    match event:
        case LeadOpened():
            client.leads += 1
        case e.OrderReceived():
            client.orders += not ended
            client.cancelled += ended
        case e.InvoiceIssued():
            client.invoiced += event.amount
        case e.MoneyReceived():
            client.received += event.amount


_COUNTED = (e.OrderReceived, e.EngagementCancelled, e.InvoiceIssued, e.MoneyReceived)
CLIENT_CARDS = View(
    name="client-cards",
    label=Label("顧客カード", "Client cards"),
    asks=ClientCardsAsks,
    row=ClientCardRow,
    reads=(
        *CLIENTS.reads,
        c.ContactAdded,
        c.ContactEnded,
        c.ContactErased,
        LeadOpened,
        e.InquiryReceived,
        *ORDERED,
        e.EngagementCancelled,
        e.InvoiceIssued,
        e.MoneyReceived,
    ),
    compute=compute,
    totals=("orders", "cancelled", "invoiced", "received"),
)
