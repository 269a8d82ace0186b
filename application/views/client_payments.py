"""Money to come in (入金待ち): which invoices has a client not paid in full, and which are late?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.orders import mistaken
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Whose
from domain.base.words import Code, Label
from domain.client.events import ClientId
from domain.engagement import events as e


class Owed(Code):
    """Whether a client's payment is late on the day asked for."""

    OVERDUE = "overdue", "期限超過", "overdue"
    DUE = "due", "期限内", "not due yet"
    NO_DUE_DAY = "no-due-day", "支払期日の記録なし", "no due day recorded"


class ClientPaymentsAsks(Asks):
    """Whose scope, and only what is owed in this way; everything owed if neither is given."""

    programme: Programme | None = None
    owed: Annotated[Owed | None, Label("入金の状況", "overdue, due or unknown", "overdue")] = None


@rowclass
class ClientPaymentRow:
    """One invoice that is not paid in full, in yen; without a due day nobody knows how late.

    What was invoiced is owed after a cancellation too, unless the invoice is voided: `cancelled_on`
    says of which order that is to be looked at. An order entered by mistake never was.
    """

    client_id: ClientId
    engagement_number: e.OrderNumber
    invoice_number: e.InvoiceNumber
    municipality: Whose
    issued_on: Annotated[date, Label("請求日", "issued on")]
    payment_due: Annotated[date | None, Label("支払期日", "payment due")]
    owed: Annotated[Owed, Label("入金の状況", "overdue, due or unknown")]
    days_late: Annotated[int | None, Label("超過日数", "days late")]
    invoiced: Annotated[Amount, Label("請求額（円）", "invoiced in yen")]
    received: Annotated[Amount, Label("入金額（円）", "received in yen")]
    open: Annotated[Amount, Label("未入金額（円）", "still owed in yen")]
    cancelled_on: Annotated[date | None, Label("案件の取りやめ日", "order cancelled on")]


def compute(facts: Facts, asks: ClientPaymentsAsks) -> Iterator[Line[ClientPaymentRow]]:
    """Give what is owed, the longest overdue first, and last what has no day on which it is due."""
    inquiries = facts.opening(e.InquiryReceived)
    paid: dict[tuple[UUID, str], list[tuple[int, Recorded]]] = {}
    for money, fact in facts.of(e.MoneyReceived):
        paid.setdefault((fact.stream, money.invoice_number), []).append((money.amount, fact))
    ended = {fact.stream: (said, fact) for said, fact in facts.of(e.EngagementCancelled)}
    never = mistaken(facts)
    lines = []
    for invoice, fact in facts.of(e.InvoiceIssued):
        came = paid.get((fact.stream, invoice.invoice_number), [])
        received = sum(yen for yen, _ in came)
        owed, late = _owed(invoice, facts.valid_on)
        if fact.stream in never:
            continue
        if received < invoice.amount and _asked(invoice, owed, asks):
            said, ending = ended.get(fact.stream, (None, None))
            inquiry = inquiries[fact.stream]
            row = ClientPaymentRow(
                client_id=facts.client(inquiry.client_id),
                engagement_number=inquiry.number,
                invoice_number=invoice.invoice_number,
                municipality=invoice.municipality,
                issued_on=invoice.effective_on,
                payment_due=invoice.payment_due,
                owed=owed,
                days_late=late,
                invoiced=invoice.amount,
                received=received,
                open=invoice.amount - received,
                cancelled_on=said.effective_on if said else None,
            )
            on = (fact, *(each for _, each in came))
            lines.append(Line(row, (*on, ending) if ending else on))
    yield from sorted(lines, key=lambda line: line.row.payment_due or date.max)


def _owed(invoice: e.InvoiceIssued, day: date) -> tuple[Owed, int | None]:
    if invoice.payment_due is None:
        return Owed.NO_DUE_DAY, None
    late = (day - invoice.payment_due).days
    return (Owed.OVERDUE, late) if late > 0 else (Owed.DUE, 0)


def _asked(invoice: e.InvoiceIssued, owed: Owed, asks: ClientPaymentsAsks) -> bool:
    return asks.owed in {None, owed} and asks.programme in {None, invoice.programme}


CLIENT_PAYMENTS = View(
    name="client-payments",
    label=Label("顧客からの入金待ち", "Payments awaited from clients"),
    asks=ClientPaymentsAsks,
    row=ClientPaymentRow,
    reads=(e.InquiryReceived, e.InvoiceIssued, e.MoneyReceived, e.EngagementCancelled),
    compute=compute,
    totals=("invoiced", "received", "open"),
)
