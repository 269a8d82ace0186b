"""Records of trade (取引記録の検索): estimates, orders, invoices, money, found by what is known.

Who keeps the papers of trade electronically must be able to search them by date, amount and
counterparty, by ranges of dates and of amounts, and by any two of these together (施行規則4条1項 of
電子帳簿保存法). A record that is corrected keeps what it said before; what is found is what holds
now, and each line names the facts it stands on.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import model_validator

from application.projecting.projection import rowclass
from application.viewing.clients import CLIENT_NAMES, ClientNames
from application.viewing.view import Asks, Facts, Line, View, YenAsked
from domain.base.event import Day, Event, Programme
from domain.base.fields import Amount, Evidence, Text
from domain.base.words import Code, Label
from domain.client.events import ClientId, ClientName
from domain.engagement import events as e


class Paper(Code):
    """What kind of record of trade it is."""

    ESTIMATE = "estimate", "見積り", "estimate"
    ORDER = "order", "受注", "order"
    INVOICE = "invoice", "請求", "invoice"
    RECEIPT = "receipt", "入金", "money received"


KINDS: dict[type[Event], Paper] = {
    e.EstimateGiven: Paper.ESTIMATE,
    e.OrderReceived: Paper.ORDER,
    e.OrderChanged: Paper.ORDER,
    e.OrderContinued: Paper.ORDER,
    e.InvoiceIssued: Paper.INVOICE,
    e.MoneyReceived: Paper.RECEIPT,
}


class TradeRecordsAsks(Asks):
    """By days, by amounts, by the counterparty's name or number: any of them, and together."""

    since: Annotated[Day | None, Label("取引日から", "from day", "2024-04-01")] = None
    until: Annotated[Day | None, Label("取引日まで", "until day", "2025-03-31")] = None
    least: Annotated[YenAsked | None, Label("金額から（円）", "from yen", "100000")] = None
    most: Annotated[YenAsked | None, Label("金額まで（円）", "up to yen", "500000")] = None
    counterparty: Annotated[
        Text | None, Label("取引先（名称の一部か番号）", "counterparty", "架空商事")
    ] = None
    kind: Annotated[Paper | None, Label("書類の種類", "kind of paper", "invoice")] = None

    @model_validator(mode="after")
    def _ranges_are_ranges(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError("the last day lies before the first")
        if self.least is not None and self.most is not None and self.most < self.least:
            raise ValueError("the largest amount is less than the smallest")
        return self


@rowclass
class TradeRecordRow:
    """One record of trade, under the name that the client bore on its day."""

    on: Annotated[date, Label("取引日", "day")]
    kind: Annotated[Paper, Label("書類の種類", "kind of paper")]
    client_id: ClientId
    counterparty: ClientName
    engagement_number: e.OrderNumber
    title: e.Title
    invoice_number: e.InvoiceNumber | None
    amount: Amount
    programme: Programme
    evidence: Evidence | None


def compute(facts: Facts, asks: TradeRecordsAsks) -> Iterator[Line[TradeRecordRow]]:
    """Give what was asked for, in the order of its days."""
    inquiries = facts.opening(e.InquiryReceived)
    names = ClientNames(facts)
    for fact in facts.of_any(*KINDS):
        event = fact.event
        if not isinstance(event, e.Price | e.Invoiced) or not _in_range(event, asks):
            continue
        inquiry = inquiries[fact.stream]
        if asks.counterparty and not names.match(inquiry.client_id, asks.counterparty):
            continue
        invoiced = isinstance(event, e.Invoiced)
        row = TradeRecordRow(
            on=fact.event.effective_on,
            kind=KINDS[type(fact.event)],
            client_id=facts.client(inquiry.client_id),
            counterparty=names.on(inquiry.client_id, fact.event.effective_on),
            engagement_number=inquiry.number,
            title=inquiry.title,
            invoice_number=event.invoice_number if invoiced else None,
            amount=event.amount,
            programme=fact.event.programme,
            evidence=event.evidence if invoiced else None,
        )
        if asks.kind in {None, row.kind} and _on_a_day(row.on, asks):
            yield Line(row, (fact,))


def _in_range(event: e.Price | e.Invoiced, asks: TradeRecordsAsks) -> bool:
    least, most = asks.least, asks.most
    return (least is None or least <= event.amount) and (most is None or event.amount <= most)


def _on_a_day(day: date, asks: TradeRecordsAsks) -> bool:
    return (asks.since is None or asks.since <= day) and (asks.until is None or day <= asks.until)


TRADE_RECORDS = View(
    name="trade-records",
    label=Label("取引記録の検索", "Records of trade"),
    asks=TradeRecordsAsks,
    row=TradeRecordRow,
    reads=(*CLIENT_NAMES, e.InquiryReceived, *KINDS),
    compute=compute,
)
