"""Publications (公表物台帳): what was published where, under which policy, and does it stand?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, RecordedAsFact, Whose, Year
from domain.base.words import Label
from domain.outreach.events import Channel, ItemNumber, PolicyVersion, WhoReads
from domain.publication import events as e


@rowclass
class PublicationRow:
    """One publication, as it reads on the day; who is shown is counted here, and not named."""

    publication_id: e.PublicationId
    programme: Programme
    number: e.PublicationNumber
    title: e.PublicTitle
    audience: WhoReads
    channel: Channel
    place: e.Place
    municipality: Whose
    plan_year: Year | None
    item: ItemNumber | None
    evidence: Evidence | None
    policy_version: Annotated[PolicyVersion | None, Label("ポリシーの版", "policy")]
    published_on: Annotated[date, Label("公表日", "published on")]
    persons: Annotated[int, Label("載せた人数", "persons shown")]
    as_fact: RecordedAsFact
    changed_on: Annotated[date | None, Label("変更日", "changed on")] = None
    withdrawn_on: Annotated[date | None, Label("取り下げ日", "withdrawn on")] = None
    reason: Annotated[e.WithdrawReason | None, Label("取り下げの理由", "reason")] = None
    stands: Annotated[bool, Label("公表中", "stands published")] = True


def fold(rows: Rows[PublicationRow], recorded: Recorded) -> None:
    """Put one row for each publication."""
    event = recorded.event
    if isinstance(event, e.ContentPublished):
        said = said_in(event, e.Publication)
        row = PublicationRow(
            publication_id=recorded.stream,
            programme=event.programme,
            policy_version=event.policy_version,
            published_on=event.effective_on,
            persons=len(said.pop("shown")),
            **said,
        )
        rows.put(event.number, row)
        return
    for key, row in rows.items():
        rows.put(key, _after(row, recorded))


def _after(row: PublicationRow, recorded: Recorded) -> PublicationRow:
    event = recorded.event
    day = event.effective_on
    match event:
        case e.ContentCorrected():
            return changed(
                row,
                title=event.title or row.title,
                persons=len(event.shown),
                as_fact=event.as_fact,
                changed_on=day,
            )
        case e.ContentWithdrawn():
            return changed(row, withdrawn_on=day, reason=event.reason, stands=False)
    return row


PUBLICATIONS = Projection(
    name="publications",
    version=1,
    time=Time.ASSERTION,
    label=Label("公表物台帳", "Publications"),
    row=PublicationRow,
    reads=(e.ContentPublished, e.ContentCorrected, e.ContentWithdrawn),
    fold=fold,
    filters=("channel", "stands"),
)
