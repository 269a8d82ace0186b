"""Offsite stays (立科WORK TRIP一覧): which firm was invited, came, and was kept in touch with?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Municipality
from domain.base.words import Code, Label
from domain.client.events import ClientId, ClientName
from domain.company_programme.events import CompanyProgrammeId, Heads
from domain.offsite_stay import events as e


class Standing(Code):
    """How a stay stands."""

    INVITED = "invited", "招待済み", "invited"
    HELD = "held", "実施", "held"
    CANCELLED = "cancelled", "中止", "cancelled"


@rowclass
class OffsiteStayRow:
    """One stay; one that came to nothing stays, with its reason."""

    stay_id: e.StayId
    programme: Programme
    number: e.StayNumber
    municipality: Municipality
    client_id: ClientId | None
    organisation: ClientName | None
    invited_on: Annotated[date, Label("招待日", "invited on")]
    standing: Annotated[Standing, Label("状況", "standing")] = Standing.INVITED
    first_day: Annotated[date | None, Label("初日", "first day")] = None
    last_day: Annotated[date | None, Label("最終日", "last day")] = None
    heads: Annotated[Heads | None, Label("参加人数", "heads")] = None
    company_programme_id: CompanyProgrammeId | None = None
    follow_ups: Annotated[int, Label("フォローの回数", "follow-ups")] = 0
    followed_up_on: Annotated[date | None, Label("最後のフォロー", "last follow-up")] = None
    reason: Annotated[e.CancelReason | None, Label("中止の理由", "reason")] = None
    evidence: Evidence | None = None


def fold(rows: Rows[OffsiteStayRow], recorded: Recorded) -> None:
    """Put one row for each stay."""
    event = recorded.event
    if isinstance(event, e.StayInvited):
        row = OffsiteStayRow(
            stay_id=recorded.stream,
            programme=event.programme,
            number=event.number,
            municipality=event.municipality,
            client_id=event.client_id,
            organisation=event.organisation,
            invited_on=event.effective_on,
        )
        rows.put(event.number, row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: OffsiteStayRow, recorded: Recorded) -> OffsiteStayRow:
    event = recorded.event
    match event:
        case e.StayHeld():
            return changed(
                row,
                standing=Standing.HELD,
                first_day=event.effective_on,
                last_day=event.last_day,
                heads=event.heads,
                company_programme_id=event.company_programme_id,
                evidence=event.evidence,
            )
        case e.FollowUpMade():
            return changed(row, follow_ups=row.follow_ups + 1, followed_up_on=event.effective_on)
        case e.StayCancelled():
            return changed(row, standing=Standing.CANCELLED, reason=event.reason)
    return row


OFFSITE_STAYS = Projection(
    name="offsite_stays",
    version=1,
    time=Time.ASSERTION,
    label=Label("立科WORK TRIP一覧", "Offsite stays"),
    row=OffsiteStayRow,
    reads=(e.StayInvited, e.StayHeld, e.FollowUpMade, e.StayCancelled),
    fold=fold,
    filters=("standing",),
)
