"""Orders (受注案件): what a client asked for, ordered, was invoiced and paid, each on its day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CHANGED_ON,
    MUNICIPALITY_NAME,
    PROGRAMME,
    CannotSay,
    Column,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    differing,
    increase,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_client
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import COMMON
from domain.base.fields import Amount, Number
from domain.base.values.codes import parse_municipality_code
from domain.base.values.text import plain_code
from domain.base.words import Label
from domain.client.commands import RegisterClient
from domain.engagement import codes
from domain.engagement import commands as c
from domain.engagement import events as e

_INQUIRY = ("client_number", "title", "kind", "funds", "municipality", "programme", "inquired_on")
_AGREED = ("amount", "tax", "due_day", "upstream_due")
_INVOICE = ("invoiced_on", "invoiced", "received_on", "received")
_STATED = ("payment_due", "issuer")
_SOURCE = ("attributed_on", "source", "source_number")
_RATES = (10, 8, 0)
"""The rates of tax that a sheet has columns for; an invoice at another rate is recorded by hand."""

_RATE_COLUMNS = tuple(
    Column(f"{name}_{rate}", Amount, Label(f"{rate}%{ja}", f"{en} at {rate}%"))
    for rate in _RATES
    for name, ja, en in (("total", "対象の税込額（円）", "total"), ("tax", "の税額（円）", "tax"))
)

COLUMNS = (
    column_of(c.ReceiveInquiry, "number", "受注番号", "管理番号", required=True),
    column_of(RegisterClient, "number", "取引先番号", name="client_number"),
    column_of(c.ReceiveInquiry, "title", "案件名", "業務名"),
    column_of(c.ReceiveInquiry, "kind", "業務種別", "業務区分"),
    column_of(c.ReceiveInquiry, "funds"),
    column_of(c.ReceiveInquiry, "municipality", "自治体コード", "市町村コード"),
    MUNICIPALITY_NAME,
    PROGRAMME,
    day_of(c.ReceiveInquiry, "inquired_on", "引き合い日", "inquired on", "引合日", "問合せ日"),
    day_of(c.GiveEstimate, "estimated_on", "見積日", "estimated on"),
    column_of(
        c.GiveEstimate, "amount", "見積金額", name="estimated",
        label=Label("見積額（円）", "estimated in yen"),
    ),
    day_of(c.ReceiveOrder, "ordered_on", "受注日", "ordered on"),
    column_of(
        c.ReceiveOrder, "amount", "受注金額", label=Label("受注額（円）", "ordered in yen")
    ),
    column_of(c.ReceiveOrder, "tax", "消費税区分"),
    column_of(c.ReceiveOrder, "due_day", "納入期限"),
    column_of(c.ReceiveOrder, "upstream_due", "顧客の支払期日"),
    column_of(c.ReceiveOrder, "contractor"),
    column_of(
        c.ReceiveOrder, "contractor_code", annotation=Number,
        label=Label("受注者のコード", "code of the contractor"),
    ),
    column_of(c.ReceiveOrder, "rhythm", "契約の形"),
    day_of(c.ContinueStandingOrder, "continued_on", "継続した日", "continued on"),
    day_of(c.IssueInvoice, "invoiced_on", "請求日", "invoiced on"),
    column_of(c.IssueInvoice, "invoice_number", "請求番号"),
    column_of(
        c.IssueInvoice, "amount", "請求金額", name="invoiced",
        label=Label("請求額（円）", "invoiced in yen"),
    ),
    column_of(c.IssueInvoice, "payment_due", "入金期日", "入金予定日"),
    column_of(c.IssueInvoice, "issuer", "発行者登録番号"),
    *_RATE_COLUMNS,
    day_of(c.ReceiveMoney, "received_on", "入金日", "received on"),
    column_of(
        c.ReceiveMoney, "amount", "入金額", "入金金額", name="received",
        label=Label("入金額累計（円）", "received so far in yen"),
    ),
    day_of(c.AttributeEngagement, "attributed_on", "きっかけの判明日", "source found out on"),
    column_of(c.AttributeEngagement, "source"),
    column_of(c.AttributeEngagement, "source_number"),
    day_of(c.CloseEngagement, "closed_on", "完了日", "closed on"),
    day_of(c.CancelEngagement, "cancelled_on", "取りやめ日", "cancelled on"),
    column_of(c.CancelEngagement, "reason"),
    CHANGED_ON,
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every order as far as it is."""
    return collect(consortium, "engagement", _fold)


def _fold(  # noqa: C901 - one case for each step
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    invoices: dict[str, dict[str, Any]] = {}
    agreed_on = date.min
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.InquiryReceived():
                row |= {name: getattr(event, name) for name in e.Origin.model_fields}
                row |= {"number": event.number, "title": event.title, "inquired_on": day}
                client = directory.numbers.get(event.client_id, str(event.client_id))
                row |= {"client_number": client, "programme": event.programme}
            case e.EstimateGiven():
                row |= {"estimated_on": day, "estimated": event.amount, "tax": event.tax}
            case e.OrderReceived():
                row |= {name: getattr(event, name) for name in e.Agreement.model_fields}
                row |= {"ordered_on": day, "contractor": event.contractor}
                if event.contractor_code:
                    row["contractor_code"] = event.contractor_code
                row |= _upstream(event)
                agreed_on = day
            case e.OrderChanged():
                row |= {name: getattr(event, name) for name in e.Order.model_fields}
                row |= _upstream(event)
                agreed_on = day
            case e.InvoiceIssued():
                invoices[event.invoice_number] = _billed(event)
            case e.MoneyReceived():
                one = invoices.setdefault(event.invoice_number, {})
                one |= {"received_on": day, "received": one.get("received", 0) + event.amount}
            case e.OrderContinued():
                row["continued_on"] = day
            case e.EngagementAttributed():
                known = {name: getattr(event, name) for name in _SOURCE[1:]}
                row |= {name: value for name, value in known.items() if value}
                row["attributed_on"] = day
            case e.EngagementClosed():
                row["closed_on"] = day
            case e.EngagementCancelled():
                row |= {"cancelled_on": day, "reason": event.reason}
    latest = list(invoices.values())[-1] if invoices else {}
    about = {"engagement_id": stream, "agreed_on": agreed_on}

    def beside(sheet: Row) -> Row:
        # A row shows one invoice; further ones of the same order come with their own number.
        if (number := sheet.get("invoice_number")) is None:
            return {**row, **latest}
        return {**row, **invoices.get(number, {})}

    yield row["number"], Known({**row, **latest}, about, beside)


def _billed(invoice: e.InvoiceIssued) -> dict[str, Any]:
    stated = {name: value for name in _STATED if (value := getattr(invoice, name))}
    for at in invoice.rates or ():
        stated |= {f"total_{at.rate}": at.total, f"tax_{at.rate}": at.tax}
    issued = {"invoice_number": invoice.invoice_number, "invoiced_on": invoice.effective_on}
    return {**issued, **stated, "invoiced": invoice.amount}


def settle(place: Place, row: dict[str, Any], _record: Record) -> str:
    """An order is known by its number."""
    if place.programme != COMMON:
        row.setdefault("programme", place.programme)
    for total in ("estimated", "received"):
        if row.get(total) == 0:
            del row[total]
    if "contractor_code" in row:
        row["contractor_code"] = _party(row.get("contractor"), row["contractor_code"])
    number: str = row["number"]
    return number


def _party(contractor: codes.Contractor | None, said: str) -> str:
    code = plain_code(said)
    try:
        return parse_municipality_code(code) if contractor is codes.Contractor.TOWN else code
    except ValueError as error:
        raise CannotSay("contractor_code", f"市町村コードではありません / {error}") from None


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Give the steps that a row says and the record does not, each on its own day."""
    if known is None:
        inquired_on = _first_day(row)
        need(row, "client_number", "title", "kind", "funds", "municipality")
        if inquired_on is None:
            need(row, "inquired_on")
        need(row, "programme")
        client_id = known_client(record, row["client_number"], "client_number")
        engagement_id = place.id_of("engagement", row["number"])
        inquiry = ask(
            c.ReceiveInquiry, row, inquired_on or date.min, row["programme"], client_id=client_id
        )
        return [inquiry, *_steps(place, row, {}, engagement_id, date.min)]
    was, about = known.compared_with(row), known.about
    refuse_changes(row, was, c.CorrectEngagement, *_INQUIRY)
    return _steps(place, row, was, about["engagement_id"], about["agreed_on"])


def _first_day(row: Row) -> date | None:
    days = (row.get(name) for name in ("inquired_on", "estimated_on", "ordered_on"))
    return next((day for day in days if day), None)


def _steps(place: Place, row: Row, was: Row, engagement_id: UUID, agreed_on: date) -> list[Command]:
    on: dict[str, Any] = {
        "programme": row.get("programme", was.get("programme")),
        "engagement_id": engagement_id,
    }
    now = {**was, **row}
    made: list[Command] = []
    if new_day(row, was, "estimated_on"):
        need(row, "estimated", "tax")
        made.append(ask(c.GiveEstimate, row, row["estimated_on"], **on, amount=row["estimated"]))
    else:
        refuse_changes(row, was, c.CorrectEngagement, "estimated_on", "estimated")
    made += _order(place, row, was, on, agreed_on)
    made += _month_more(row, was, on)
    if new_day(row, was, "invoiced_on"):
        need(row, "invoice_number", "invoiced")
        stated = {"amount": row["invoiced"], "rates": _rates(row)}
        made.append(ask(c.IssueInvoice, row, row["invoiced_on"], **on, **stated))
    else:
        refuse_changes(row, was, c.VoidEngagementEntry, "invoice_number", "invoiced_on", "invoiced")
        rates = (column.name for column in _RATE_COLUMNS)
        refuse_changes(row, was, c.CorrectEngagement, *_STATED, *rates)
    money = row
    if "received_on" in row and "received" not in row and "received" not in was:
        # A day without an amount says that the invoice was paid.
        money = {**row, "received": now.get("invoiced", 0)}
    if came := increase(money, was, "received", "received_on", c.VoidEngagementEntry):
        need(now, "invoice_number")
        number = now["invoice_number"]
        made.append(
            ask(c.ReceiveMoney, {}, came.on, **on, invoice_number=number, amount=came.amount)
        )
    if new_day(row, was, "attributed_on"):
        need(row, "source")
        made.append(ask(c.AttributeEngagement, row, row["attributed_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectEngagement, *_SOURCE)
    if new_day(row, was, "closed_on"):
        made.append(ask(c.CloseEngagement, row, row["closed_on"], **on))
    if new_day(row, was, "cancelled_on"):
        need(row, "reason")
        made.append(ask(c.CancelEngagement, row, row["cancelled_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectEngagement, "cancelled_on", "reason")
    if not new_day(row, was, "closed_on"):
        refuse_changes(row, was, c.CorrectEngagement, "closed_on")
    return made


def _month_more(row: Row, was: Row, on: dict[str, Any]) -> list[Command]:
    """Go on with a standing order where a row says a later day of it: one month for each sheet."""
    if not any(differing(row, was, "continued_on")):
        return []
    if row["continued_on"] < was.get("continued_on", date.min):
        refuse_changes(row, was, c.CorrectEngagement, "continued_on")
    return [ask(c.ContinueStandingOrder, {}, row["continued_on"], **on)]


def _rates(row: Row) -> list[dict[str, Any]] | None:
    rates = []
    for rate in _RATES:
        if f"total_{rate}" in row:
            tax = row.get(f"tax_{rate}", 0)
            rates.append({"rate": rate, "total": row[f"total_{rate}"], "tax": tax})
    return rates or None


def _upstream(event: e.Upstream) -> dict[str, date]:
    return {"upstream_due": event.upstream_due} if event.upstream_due else {}


def _order(place: Place, row: Row, was: Row, on: dict[str, Any], agreed_on: date) -> list[Command]:
    if new_day(row, was, "ordered_on"):
        need(row, "amount", "due_day", "contractor")
        need({**was, **row}, "tax")
        return [ask(c.ReceiveOrder, {**was, **row}, row["ordered_on"], **on)]
    if "ordered_on" not in was:
        if any(differing(row, was, "amount", "due_day", "contractor")):
            raise CannotSay("ordered_on", "受注日がありません / the day of the order is not given")
        return []
    refuse_changes(
        row, was, c.CorrectEngagement, "ordered_on", "contractor", "contractor_code", "rhythm"
    )
    if changed := list(differing(row, was, *_AGREED)):
        column = KIND.column(changed[0])
        said = [(agreed_on, was.get(changed[0]))]
        day = place.day_of_later_change(column, row, said)
        now = {name: row.get(name, was.get(name)) for name in _AGREED}
        return [ask(c.ChangeOrder, now, day, **on)]
    return []


KIND = Kind(
    name="orders",
    label=Label("受注案件", "Orders"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(
        c.ReceiveInquiry,
        c.GiveEstimate,
        c.ReceiveOrder,
        c.ChangeOrder,
        c.ContinueStandingOrder,
        c.IssueInvoice,
        c.ReceiveMoney,
        c.AttributeEngagement,
        c.CancelEngagement,
        c.CloseEngagement,
    ),
    scope=("programme",),
)
