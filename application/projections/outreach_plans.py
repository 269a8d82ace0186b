"""Outreach plans (広報計画一覧): which plan of which year was approved, with how many items?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Year
from domain.base.words import Label
from domain.evidence.events import ApprovalNumber
from domain.outreach import events as e


@rowclass
class OutreachPlanRow:
    """The plan of one year."""

    plan_id: e.PlanId
    programme: Programme
    fiscal_year: Year
    title: e.PlanTitle
    approval_number: ApprovalNumber
    evidence: Evidence | None
    items: Annotated[int, Label("計画項目の数", "items")] = 0
    moved: Annotated[int, Label("予定日の変更", "times moved")] = 0
    dropped: Annotated[int, Label("うち取りやめた項目", "of these dropped")] = 0


def fold(rows: Rows[OutreachPlanRow], recorded: Recorded) -> None:
    """Put one row for each plan."""
    event = recorded.event
    if isinstance(event, e.OutreachPlanApproved):
        said = said_in(event, e.OutreachPlan)
        row = OutreachPlanRow(plan_id=recorded.stream, programme=event.programme, **said)
        rows.put(f"{event.programme}|{event.fiscal_year}", row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: OutreachPlanRow, recorded: Recorded) -> OutreachPlanRow:
    match recorded.event:
        case e.PlanItemAdded():
            return changed(row, items=row.items + 1)
        case e.PlanItemMoved():
            return changed(row, moved=row.moved + 1)
        case e.PlanItemDropped():
            return changed(row, dropped=row.dropped + 1)
    return row


OUTREACH_PLANS = Projection(
    name="outreach_plans",
    version=1,
    time=Time.ASSERTION,
    label=Label("広報計画一覧", "Outreach plans"),
    row=OutreachPlanRow,
    reads=(e.OutreachPlanApproved, e.PlanItemAdded, e.PlanItemMoved, e.PlanItemDropped),
    fold=fold,
)
