"""Engagement board (受注案件一覧): how far is each order, and what was invoiced and received?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, Number, Whose
from domain.base.words import Code, Label
from domain.client.events import ClientId
from domain.engagement import codes
from domain.engagement import events as e
from domain.engagement.commands import EngagementId


class Stage(Code):
    """How far an order is."""

    INQUIRY = "inquiry", "引き合い", "inquiry"
    ESTIMATED = "estimated", "見積り", "estimated"
    ORDERED = "ordered", "受注", "ordered"
    INVOICED = "invoiced", "請求", "invoiced"
    RECEIVED = "received", "入金", "money received"
    CLOSED = "closed", "完了", "closed"
    CANCELLED = "cancelled", "取りやめ", "cancelled"


@rowclass
class EngagementRow:
    """One engagement; its amounts are those of the client's side, nobody's remuneration."""

    engagement_id: EngagementId
    number: e.OrderNumber
    client_id: ClientId
    title: e.Title
    programme: Programme
    kind: Annotated[codes.OrderKind, Label("業務の種類", "kind of work")]
    funds: Annotated[codes.Funds, Label("財源", "source of funds")]
    municipality: Whose
    stage: Annotated[Stage, Label("段階", "stage")] = Stage.INQUIRY
    estimated: Annotated[Amount | None, Label("見積額（円）", "estimated in yen")] = None
    ordered: Annotated[Amount | None, Label("受注額（円）", "ordered in yen")] = None
    invoiced: Annotated[Amount, Label("請求額（円）", "invoiced in yen")] = 0
    received: Annotated[Amount, Label("入金額（円）", "received in yen")] = 0
    due_day: e.DueDay | None = None
    contractor: Annotated[codes.Contractor | None, Label("受注者", "contractor")] = None
    rhythm: Annotated[codes.Rhythm | None, Label("継続", "once or every month")] = None
    months: Annotated[int, Label("継続の月数", "months ordered")] = 0
    source: Annotated[codes.OrderSource | None, Label("受注のきっかけ", "source")] = None
    source_number: Annotated[Number | None, Label("きっかけの番号", "number of the source")] = None


def fold(rows: Rows[EngagementRow], recorded: Recorded) -> None:
    """Put one row for each engagement."""
    event = recorded.event
    if isinstance(event, e.InquiryReceived):
        asked = said_in(event, e.Inquiry)
        row = EngagementRow(engagement_id=recorded.stream, programme=event.programme, **asked)
        rows.put(event.number, row)
        return
    for number, row in rows.items():
        rows.put(number, _after(rows, row, recorded))


def _after(rows: Rows[EngagementRow], row: EngagementRow, recorded: Recorded) -> EngagementRow:
    event = recorded.event
    match event:
        case e.EstimateGiven():
            # An estimate can bear a later day than its order, which stays the further step.
            stage = Stage.ESTIMATED if row.stage is Stage.INQUIRY else row.stage
            row = changed(row, stage=stage, estimated=event.amount)
        case e.OrderReceived():
            row = changed(
                _ordered(rows, row, event, since=0),
                stage=Stage.ORDERED,
                contractor=event.contractor,
                rhythm=event.rhythm,
                months=int(event.rhythm is codes.Rhythm.MONTHLY),
            )
        case e.OrderChanged():
            row = _ordered(rows, row, event, since=rows.about.get("before", 0))
        case e.OrderContinued():
            now = _ordered(rows, row, event, since=row.ordered or 0)
            row = changed(now, stage=Stage.ORDERED, months=row.months + 1)
        case e.EngagementAttributed():
            row = changed(row, source=event.source, source_number=event.source_number)
        case e.InvoiceIssued() | e.MoneyReceived():
            row = _counted(row, event)
        case e.EngagementClosed() | e.EngagementCancelled():
            closed = isinstance(event, e.EngagementClosed)
            row = changed(row, stage=Stage.CLOSED if closed else Stage.CANCELLED)
    return row


def _ordered(
    rows: Rows[EngagementRow], row: EngagementRow, order: e.Order, *, since: int
) -> EngagementRow:
    # What was ordered before the latest month stays when that month's order is changed.
    rows.about["before"] = since
    return changed(row, ordered=since + order.amount, due_day=order.due_day)


def _counted(row: EngagementRow, event: e.InvoiceIssued | e.MoneyReceived) -> EngagementRow:
    if isinstance(event, e.InvoiceIssued):
        now = changed(row, invoiced=row.invoiced + event.amount)
    else:
        now = changed(row, received=row.received + event.amount)
    # What comes in after a cancellation does not make the order one that goes on.
    if now.stage is Stage.CANCELLED:
        return now
    return changed(now, stage=Stage.RECEIVED if now.received >= now.invoiced else Stage.INVOICED)


ENGAGEMENT_BOARD = Projection(
    name="engagement_board",
    version=3,
    time=Time.ASSERTION,
    label=Label("受注案件一覧", "Engagement board"),
    row=EngagementRow,
    reads=(
        e.InquiryReceived,
        e.EstimateGiven,
        e.OrderReceived,
        e.OrderChanged,
        e.OrderContinued,
        e.EngagementAttributed,
        e.InvoiceIssued,
        e.MoneyReceived,
        e.EngagementCancelled,
        e.EngagementClosed,
    ),
    fold=fold,
)
