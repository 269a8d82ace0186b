"""Engagement board (受注案件一覧): how far is each order, and what was invoiced and received?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, Whose
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


def fold(rows: Rows[EngagementRow], recorded: Recorded) -> None:
    """Put one row for each engagement."""
    event = recorded.event
    if isinstance(event, e.InquiryReceived):
        asked = said_in(event, e.Inquiry)
        row = EngagementRow(engagement_id=recorded.stream, programme=event.programme, **asked)
        rows.put(event.number, row)
        return
    for number, row in rows.items():
        rows.put(number, _after(row, recorded))


def _after(row: EngagementRow, recorded: Recorded) -> EngagementRow:
    event = recorded.event
    match event:
        case e.EstimateGiven():
            # An estimate can bear a later day than its order, which stays the further step.
            stage = Stage.ESTIMATED if row.stage is Stage.INQUIRY else row.stage
            return changed(row, stage=stage, estimated=event.amount)
        case e.OrderReceived():
            return changed(
                row,
                stage=Stage.ORDERED,
                ordered=event.amount,
                due_day=event.due_day,
                contractor=event.contractor,
            )
        case e.OrderChanged():
            return changed(row, ordered=event.amount, due_day=event.due_day)
        case e.InvoiceIssued() | e.MoneyReceived():
            return _counted(row, event)
        case e.EngagementClosed() | e.EngagementCancelled():
            closed = isinstance(event, e.EngagementClosed)
            return changed(row, stage=Stage.CLOSED if closed else Stage.CANCELLED)
    return row


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
    version=2,
    time=Time.ASSERTION,
    label=Label("受注案件一覧", "Engagement board"),
    row=EngagementRow,
    reads=(
        e.InquiryReceived,
        e.EstimateGiven,
        e.OrderReceived,
        e.OrderChanged,
        e.InvoiceIssued,
        e.MoneyReceived,
        e.EngagementCancelled,
        e.EngagementClosed,
    ),
    fold=fold,
)
