"""Pipeline (商談一覧): which leads are open, how far are they, and what comes next?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, Whose
from domain.base.words import Code, Label
from domain.client.events import CameBy, ClientId
from domain.engagement.events import OrderNumber
from domain.lead import events as e


class LeadStage(Code):
    """How far a lead is."""

    OPEN = "open", "商談中", "open"
    PROPOSED = "proposed", "提案済み", "proposed"
    WON = "won", "受注", "won"
    LOST = "lost", "失注", "lost"


@rowclass
class LeadRow:
    """One lead; what was said in its meetings is sealed and not shown here."""

    lead_id: Annotated[UUID, Label("商談", "lead")]
    number: e.LeadNumber
    client_id: ClientId
    title: e.LeadTitle
    programme: Programme
    origin: CameBy
    municipality: Whose
    stage: Annotated[LeadStage, Label("段階", "stage")] = LeadStage.OPEN
    likelihood: Annotated[e.Likelihood | None, Label("見込み", "likelihood")] = None
    proposed: Annotated[Amount | None, Label("提案額（円）", "proposed in yen")] = None
    meetings: Annotated[int, Label("面談の回数", "meetings")] = 0
    last_met_on: Annotated[date | None, Label("最後の面談", "last met on")] = None
    next_step: Annotated[e.NextStep | None, Label("次の行動", "next step")] = None
    next_step_by: Annotated[date | None, Label("次の行動の期日", "next step by")] = None
    engagement_number: OrderNumber | None = None
    lost_because: Annotated[e.LostReason | None, Label("失注の理由", "lost because")] = None


def fold(rows: Rows[LeadRow], recorded: Recorded) -> None:
    """Put one row for each lead."""
    event = recorded.event
    if isinstance(event, e.LeadOpened):
        said = said_in(event, e.Opening)
        rows.put(event.number, LeadRow(lead_id=recorded.stream, programme=event.programme, **said))
        return
    for number, row in rows.items():
        rows.put(number, _after(row, recorded))


def _after(row: LeadRow, recorded: Recorded) -> LeadRow:
    event = recorded.event
    match event:
        case e.MeetingHeld():
            row = changed(row, meetings=row.meetings + 1, last_met_on=event.effective_on)
        case e.ProposalSent():
            row = changed(row, stage=LeadStage.PROPOSED, proposed=event.amount)
        case e.NextStepPlanned():
            row = changed(row, next_step=event.step, next_step_by=event.due_day)
        case e.LikelihoodJudged():
            row = changed(row, likelihood=event.likelihood)
        case e.LeadWon():
            number = event.engagement_number
            row = changed(_done(row), stage=LeadStage.WON, engagement_number=number)
        case e.LeadLost():
            row = changed(_done(row), stage=LeadStage.LOST, lost_because=event.reason)
    return row


def _done(row: LeadRow) -> LeadRow:
    return changed(row, next_step=None, next_step_by=None)


PIPELINE = Projection(
    name="pipeline",
    version=1,
    time=Time.ASSERTION,
    label=Label("商談一覧", "Pipeline"),
    row=LeadRow,
    reads=(
        e.LeadOpened,
        e.MeetingHeld,
        e.ProposalSent,
        e.NextStepPlanned,
        e.LikelihoodJudged,
        e.LeadWon,
        e.LeadLost,
    ),
    fold=fold,
    filters=("stage",),
)
