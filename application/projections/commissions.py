"""Commissions (個別委託): what was offered or agreed, delivered, inspected and paid?"""

from datetime import date
from typing import Annotated, Any

from application.projecting.projection import Projection, Rows, Time, changed, fields_of, rowclass
from application.recorded import Recorded
from domain.base.event import Event, Programme
from domain.base.fields import Amount, Municipality, PersonId, WorkerId
from domain.base.words import Code, Label
from domain.commission import events as e
from domain.commission import state, terms
from domain.engagement import codes
from domain.engagement.commands import EngagementId
from domain.engagement.events import OrderNumber, PartyCode


class Stage(Code):
    """What was delivered; nothing is said of how far a person is."""

    OFFERED = "offered", "打診中", "offered"
    ACCEPTED = "accepted", "受諾", "accepted"
    DELIVERED = "delivered", "納品", "delivered"
    TO_REDO = "to-redo", "やり直し", "to be done again"
    PASSED = "passed", "検査合格", "passed"
    COMPLETED = "completed", "完了", "completed"
    CANCELLED = "cancelled", "取消", "cancelled"


@rowclass
class CommissionRow:
    """One commission; there is none of an offer that was declined or withdrawn."""

    commission_id: terms.CommissionId
    engagement_id: EngagementId
    engagement_number: OrderNumber
    ordinal: terms.Ordinal
    worker_id: WorkerId
    person_id: PersonId
    municipality: Municipality
    programme: Programme
    kind: Annotated[codes.OrderKind, Label("業務の種類", "kind of work")]
    funds: Annotated[codes.Funds, Label("財源", "source of funds")]
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    orderer_code: PartyCode
    content: terms.Content
    amount: terms.Stated
    delivery_day: terms.DeliveryDay
    stage: Annotated[Stage, Label("段階", "stage")] = Stage.OFFERED
    terms_stated_on: Annotated[date | None, Label("条件明示日", "terms stated on")] = None
    started_on: Annotated[date | None, Label("業務の開始日", "started on")] = None
    delivered_on: Annotated[date | None, Label("受領日", "delivered on")] = None
    inspect_by: Annotated[date | None, Label("検査完了期日", "inspection by")] = None
    inspected_on: Annotated[date | None, Label("検査合格日", "inspected on")] = None
    claimed_on: Annotated[date | None, Label("請求を受けた日", "claimed on")] = None
    payment_due: Annotated[date | None, Label("支払期日", "payment due")] = None
    paid: Annotated[Amount, Label("支払済額（円）", "paid in yen")] = 0
    paid_on: Annotated[date | None, Label("支払日", "paid on")] = None


def fold(rows: Rows[CommissionRow], recorded: Recorded) -> None:
    """Put one row for each commission, until its offer comes to nothing."""
    event = recorded.event
    if isinstance(event, e.CommissionDeclined | e.OfferWithdrawn):
        for key in dict(rows.items()):
            rows.end(key)
        return
    commission = state.evolve(rows.about.get("commission"), event)  # type: ignore[arg-type]
    rows.about["commission"] = commission
    if isinstance(event, e.CommissionOffered):
        offered = {name: value for name, value in event if name in _NAMES}
        key = f"{event.engagement_number}|{event.ordinal:03}|{recorded.stream}"
        rows.put(key, CommissionRow(commission_id=recorded.stream, **offered))
        return
    for key, row in rows.items():
        rows.put(key, changed(row, **_said(row, event), stage=stage_of(commission)))


def _said(row: CommissionRow, event: Event) -> dict[str, Any]:
    day = event.effective_on
    match event:
        case e.TermsStated() | e.TermsChanged() | e.TermsSupplemented():
            return {
                "content": event.content,
                "amount": event.amount,
                "delivery_day": event.delivery_day,
                "terms_stated_on": row.terms_stated_on or day,
                "inspect_by": event.inspect_by,
                "payment_due": event.payment_due,
            }
        case e.WorkStarted() | e.WorkDelivered() | e.InspectionPassed() | e.RemunerationClaimed():
            return {_DAY_OF[type(event)]: day}
        case e.InspectionFailed() | e.ReworkRequested():
            return {"inspected_on": None}
        case e.RemunerationPaid():
            return {"paid": row.paid + event.gross, "paid_on": day}
        case _:
            return {}


def stage_of(commission: state.Commission) -> Stage:
    """Give the stage of a commission; raises KeyError for an offer that came to nothing."""
    if commission.stage is not state.Stage.ACCEPTED:
        return _SHOWN[commission.stage]
    found = {one.found for one in commission.standing()}
    if found & {state.Found.FAILED, state.Found.TO_REDO}:
        return Stage.TO_REDO
    if commission.all_passed():
        return Stage.PASSED
    return Stage.DELIVERED if found else Stage.ACCEPTED


_DAY_OF = {
    e.WorkStarted: "started_on",
    e.WorkDelivered: "delivered_on",
    e.InspectionPassed: "inspected_on",
    e.RemunerationClaimed: "claimed_on",
}
_NAMES = frozenset(fields_of(CommissionRow)[0])
_SHOWN = {
    state.Stage.OFFERED: Stage.OFFERED,
    state.Stage.COMPLETED: Stage.COMPLETED,
    state.Stage.CANCELLED: Stage.CANCELLED,
}

COMMISSIONS = Projection(
    name="commissions",
    version=2,
    time=Time.ASSERTION,
    label=Label("個別委託", "Commissions"),
    row=CommissionRow,
    reads=(
        e.CommissionOffered,
        e.CommissionAccepted,
        e.CommissionDeclined,
        e.OfferWithdrawn,
        e.TermsStated,
        e.TermsChanged,
        e.TermsSupplemented,
        e.WorkStarted,
        e.WorkDelivered,
        e.InspectionPassed,
        e.InspectionFailed,
        e.ReworkRequested,
        e.RemunerationClaimed,
        e.RemunerationPaid,
        e.CommissionCompleted,
        e.CommissionCancelled,
    ),
    fold=fold,
)
