"""Open actions (宿題): what meetings gave out to do and nobody has recorded as done or dropped."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Number, PersonId
from domain.base.teams import Team
from domain.base.words import Label
from domain.meeting import events as e
from domain.meeting.terms import ActionNumber, Assignee, MeetingNumber, Subject

TEAMS = {team.value: team for team in Team}


class OpenActionsAsks(Asks):
    """Of which programme's meetings, and whose; all of them if nothing is given."""

    programme: Programme | None = None
    assignee_code: Annotated[Number | None, Label("担当", "assignee", "outreach")] = None


@rowclass
class OpenActionRow:
    """One action that is still to be done on the day asked."""

    due: Annotated[date, Label("期限", "due")]
    days_over: Annotated[int, Label("期限を過ぎた日数", "days overdue")]
    meeting: MeetingNumber
    meeting_on: Annotated[date, Label("会議の日", "day of the meeting")]
    action: ActionNumber
    team: Annotated[Team | None, Label("担当チーム", "team")]
    member: Annotated[str | None, Label("担当の構成員", "member organisation")]
    person_id: PersonId | None
    subject: Subject


def compute(facts: Facts, asks: OpenActionsAsks) -> Iterator[Line[OpenActionRow]]:
    """Give the actions by the day they are due, the earliest first."""
    lines: list[Line[OpenActionRow]] = []
    for scheduled, fact in facts.of(e.MeetingScheduled):
        told = facts.in_record(fact.stream)
        settled = {
            one.event.action
            for one in told
            if isinstance(one.event, e.ActionClosed | e.ActionDropped)
        }
        for one in told:
            event = one.event
            if not isinstance(event, e.ActionAssigned) or event.action in settled:
                continue
            ours = asks.programme in {None, event.programme}
            if ours and asks.assignee_code in {None, event.assignee_code}:
                of_team = event.assignee is Assignee.TEAM
                row = OpenActionRow(
                    due=event.due,
                    days_over=max(0, (facts.valid_on - event.due).days),
                    meeting=scheduled.number,
                    meeting_on=event.effective_on,
                    action=event.action,
                    team=TEAMS[event.assignee_code] if of_team else None,
                    member=None if of_team else event.assignee_code,
                    person_id=event.person_id,
                    subject=event.subject,
                )
                lines.append(Line(row, (one,)))
    yield from sorted(lines, key=lambda line: (line.row.due, line.row.meeting, line.row.action))


OPEN_ACTIONS = View(
    name="open-actions",
    label=Label("済んでいない宿題", "Open actions"),
    asks=OpenActionsAsks,
    row=OpenActionRow,
    reads=(e.MeetingScheduled, e.ActionAssigned, e.ActionClosed, e.ActionDropped),
    compute=compute,
)
