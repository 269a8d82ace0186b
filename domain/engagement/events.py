"""What happens to one order of a client."""

from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Number, Text, Whose
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.codes import parse_corporate_number, parse_municipality_code
from domain.base.words import Label
from domain.client.events import ClientId, Issuer
from domain.engagement import codes

OrderNumber = Annotated[Number, Label("案件番号", "order number", "E-2024-001")]
Title = Annotated[
    Text,
    Public("what a client orders, as it stands on an order form"),
    Label("件名", "title", "議事録の文字起こし"),
]
InvoiceNumber = Annotated[Number, Label("請求書番号", "invoice number", "INV-2024-001")]
DueDay = Annotated[Day, Label("納期", "due day", "2024-12-20")]
UpstreamDue = Annotated[Day, Label("元委託支払期日", "upstream due date", "2025-01-31")]
"""The day on which the client is to pay: what the due dates of residents may be counted from."""
PaymentDue = Annotated[Day, Label("支払期日", "payment due", "2024-10-31")]
PartyCode = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f-]{6,36}$"),
    Label("当事者の番号", "number of the party", "203246"),
]
"""A town's municipality code, a corporation's corporate number, or the id of a client's record."""
Cause = Annotated[codes.CancelReason, Label("取消の理由", "reason", "client-withdrew")]
Fault = Annotated[codes.Side, Label("原因のある側", "side at fault", "client")]
CostBearer = Annotated[codes.Side, Label("費用を負担する側", "who bears the cost", "client")]


class Origin(Fields):
    """What kind of work it is, from which source of funds, and whose it is.

    Mock work is no kind of order: it is never recorded here.
    """

    kind: Annotated[codes.OrderKind, Label("業務の種類", "kind of work", "digitization")]
    funds: Annotated[codes.Funds, Label("財源", "source of funds", "client")]
    municipality: Whose


class Inquiry(Origin):
    """Who asks for what."""

    number: OrderNumber
    client_id: ClientId
    title: Title


class Price(Fields):
    """An amount greater than nothing, consumption tax included, and which tax it includes."""

    amount: Annotated[Amount, Field(gt=0)]
    tax: Annotated[codes.TaxClass, Label("税区分", "tax class", "standard")]


class Order(Price):
    """For how much and until when."""

    due_day: DueDay


class Upstream(Fields):
    """On which day the client is to pay, as the order says."""

    upstream_due: UpstreamDue | None = None


class Agreement(Order):
    """An order, and whether it stands for the months to come."""

    rhythm: Annotated[codes.Rhythm, Label("継続", "once or every month", "once")] = (
        codes.Rhythm.ONCE
    )


class Contract(Fields):
    """Who takes the order: town or corporation, or the residents themselves.

    `contractor_code` is the town's municipality code or the corporation's corporate number; the
    residents who contract with the client directly are named by their commissions.
    """

    contractor: Annotated[codes.Contractor, Label("受注者", "contractor", "town")]
    contractor_code: PartyCode | None = None

    @model_validator(mode="after")
    def _names_the_contractor(self) -> Self:
        match self.contractor, self.contractor_code:
            case codes.Contractor.RESIDENTS, None:
                return self
            case codes.Contractor.TOWN, str(code) if parse_municipality_code(code) == code:
                return self
            case codes.Contractor.CORPORATION, str(code) if parse_corporate_number(code) == code:
                return self
        raise ValueError("a contractor that is a town or corporation is named by its code")


class Invoiced(Fields):
    """Which invoice, and how much."""

    invoice_number: InvoiceNumber
    amount: Annotated[Amount, Field(gt=0)]
    evidence: Evidence | None = None


class AtRate(Fields):
    """What an invoice comes to at one rate of consumption tax, and the tax in it.

    The tax of each rate is rounded once on an invoice, up or down to a yen as its issuer does
    (消費税法施行令70条の10).
    """

    rate: Annotated[int, Field(strict=True, ge=0, le=99), Label("税率（%）", "rate in %", "10")]
    total: Annotated[Amount, Field(gt=0), Label("税率ごとの税込合計（円）", "total at the rate")]
    tax: Annotated[Amount, Label("税率ごとの消費税額（円）", "tax at the rate in yen", "10000")]

    @model_validator(mode="after")
    def _is_rounded_once(self) -> Self:
        off = self.tax * (100 + self.rate) - self.total * self.rate
        if abs(off) >= 100 + self.rate:
            raise ValueError("the tax of a rate is that of its total, rounded to a yen")
        return self


class Qualified(Fields):
    """What an invoice states besides its number and amount.

    A qualified invoice names its issuer by the registration number, and the total and tax of each
    rate (消費税法57条の4); its day is that of the event, its content that of the order, and its
    recipient the client.
    """

    payment_due: PaymentDue | None = None
    issuer: Annotated[Issuer | None, Label("発行者の登録番号", "issuer", "T9999999999999")] = None
    rates: Annotated[
        tuple[AtRate, ...] | None, Field(min_length=1), Label("税率ごとの内訳", "by rate of tax")
    ] = None


class Billed(Qualified, Invoiced):
    """An invoice: what it states adds up to its amount."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.issuer and not self.rates:
            raise ValueError("a qualified invoice states the total and the tax of each rate")
        if self.rates and sum(one.total for one in self.rates) != self.amount:
            raise ValueError("the totals of the rates add up to the amount")
        if self.rates and len({one.rate for one in self.rates}) < len(self.rates):
            raise ValueError("each rate stands on an invoice once")
        return self


class Attribution(Fields):
    """What an order came of; which one it was, by its record's id or the number it is known by."""

    source: Annotated[codes.OrderSource, Label("受注のきっかけ", "source", "lead")]
    source_id: Annotated[UUID | None, Label("きっかけの記録", "record of the source")] = None
    source_number: Annotated[Number | None, Label("きっかけの番号", "number of the source")] = None


class Cancellation(Fields):
    """Why something ended before it was done; whose fault and cost, where it matters."""

    reason: Cause
    fault: Fault | None = None
    cost_bearer: CostBearer | None = None


class InquiryReceived(Inquiry, Event):
    """A client asked whether work could be done."""

    TOPIC = "engagement.inquiry_received"
    SENTENCE: ClassVar[Label] = Label(
        "案件 {number}「{title}」の引き合いを受けた。",
        "An inquiry was received as {number}, {title}.",
    )
    TASKS = (Task.ORDERS, Task.RELATIONS)


class EstimateGiven(Price, Event):
    """The client was told what the work would cost."""

    TOPIC = "engagement.estimate_given"
    SENTENCE: ClassVar[Label] = Label(
        "{amount} 円（{tax}）の見積りを出した。", "{amount} yen ({tax}) were estimated."
    )
    TASKS = (Task.ORDERS, Task.RELATIONS)


class OrderReceived(Upstream, Agreement, Contract, Origin, Event):
    """The client ordered the work."""

    TOPIC = "engagement.order_received"
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.APPLICATION)
    SENTENCE: ClassVar[Label] = Label(
        "{amount} 円（{tax}）で受注した。納期は {due_day}、受注者は {contractor}。",
        "An order over {amount} yen ({tax}) was received, due {due_day}, taken by {contractor}.",
    )
    TASKS = (Task.ORDERS, Task.ORDER_TYPES)


class OrderChanged(Upstream, Order, Event):
    """The client and the contractor agreed on another amount or day."""

    TOPIC = "engagement.order_changed"
    SENTENCE: ClassVar[Label] = Label(
        "受注を {amount} 円（{tax}）、納期 {due_day} に変更した。",
        "The order was changed to {amount} yen ({tax}), due {due_day}.",
    )
    TASKS = (Task.ORDERS,)


class OrderContinued(Order, Origin, Event):
    """A standing order was placed for one month more, on the terms agreed on."""

    TOPIC = "engagement.order_continued"
    SENTENCE: ClassVar[Label] = Label(
        "継続の受注として翌月分 {amount} 円（納期 {due_day}）を受けた。",
        "The standing order went on for a month: {amount} yen, due {due_day}.",
    )
    TASKS = (Task.ORDERS,)


class InvoiceIssued(Billed, Origin, Event):
    """The client was invoiced, for the whole order or a part."""

    TOPIC = "engagement.invoice_issued"
    SENTENCE: ClassVar[Label] = Label(
        "請求書 {invoice_number} で {amount} 円を請求した。",
        "{amount} yen were invoiced with {invoice_number}.",
    )
    TASKS = (Task.ORDERS, Task.SELF_RELIANCE)
    EVIDENCE = (PaperKind.INVOICE,)


class MoneyReceived(Invoiced, Origin, Event):
    """The client paid, in whole or in part."""

    TOPIC = "engagement.money_received"
    SENTENCE: ClassVar[Label] = Label(
        "請求書 {invoice_number} の {amount} 円が入金された。",
        "{amount} yen of {invoice_number} were received.",
    )
    TASKS = (Task.ORDERS, Task.SELF_RELIANCE)
    EVIDENCE = (PaperKind.PAYMENT,)


class EngagementAttributed(Attribution, Origin, Event):
    """It was found out what an order came of."""

    TOPIC = "engagement.attributed"
    SENTENCE: ClassVar[Label] = Label(
        "受注のきっかけを記録した（{source}）。", "The order was traced to its source ({source})."
    )
    TASKS = (Task.RELATIONS, Task.OFFSITE_STAYS)


class EngagementCancelled(Cancellation, Event):
    """An inquiry or order came to nothing."""

    TOPIC = "engagement.cancelled"
    SENTENCE: ClassVar[Label] = Label(
        "案件を取りやめた（{reason}）。", "The engagement was cancelled ({reason})."
    )
    TASKS = (Task.ORDERS,)


class EngagementClosed(Event):
    """All of an order was done, invoiced and received."""

    TOPIC = "engagement.closed"
    SENTENCE: ClassVar[Label] = Label("案件を完了した。", "The engagement was closed.")
    TASKS = (Task.ORDERS,)


EngagementEvent = (
    InquiryReceived
    | EstimateGiven
    | OrderReceived
    | OrderChanged
    | OrderContinued
    | InvoiceIssued
    | MoneyReceived
    | EngagementAttributed
    | EngagementCancelled
    | EngagementClosed
)


class EngagementCorrected(Correction):
    """What was recorded of an engagement was wrong."""

    TOPIC = "engagement.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の案件の記録を訂正した。",
        "The engagement entry of version {corrects} was corrected.",
    )
    MENDS = get_args(EngagementEvent)
    FIXED = frozenset({"number", "client_id", "invoice_number", "contractor"})


class EngagementVoided(Void):
    """An estimate, a month more, an invoice, a receipt of money or a source never was."""

    TOPIC = "engagement.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版を取り消した。", "The entry of version {voids} was voided."
    )
    MENDS = (EstimateGiven, OrderContinued, InvoiceIssued, MoneyReceived, EngagementAttributed)
