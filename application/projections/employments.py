"""Employments (就業状況): who works in which form, for whom, since when and until when?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Municipality, PersonId
from domain.base.words import Label
from domain.employment import events as e
from domain.engagement.events import PartyCode


@rowclass
class EmploymentRow:
    """One employment of one person, as a fact; whether it counts as a hire a definition says."""

    employment_id: e.EmploymentId
    programme: Programme
    person_id: PersonId
    ordinal: e.Ordinal
    form: Annotated[e.Form, Label("就業の形", "form of work")]
    employer_kind: Annotated[e.EmployerKind, Label("相手方の種類", "kind of employer")]
    employer: PartyCode | None
    municipality: Municipality
    began_on: Annotated[date, Label("開始日", "began on")]
    evidence: Evidence | None = None
    ended_on: Annotated[date | None, Label("終了日", "ended on")] = None


def fold(rows: Rows[EmploymentRow], recorded: Recorded) -> None:
    """Put one row for each employment."""
    event = recorded.event
    match event:
        case e.EmploymentBegan():
            row = EmploymentRow(
                employment_id=recorded.stream,
                programme=event.programme,
                **said_in(event, e.Work),
                began_on=event.effective_on,
                evidence=event.evidence,
            )
            rows.put(f"{event.person_id}|{event.ordinal:02}", row)
        case e.EmploymentEnded():
            for key, row in rows.items():
                rows.put(key, changed(row, ended_on=event.effective_on))
        case _:
            pass


EMPLOYMENTS = Projection(
    name="employments",
    version=1,
    time=Time.ASSERTION,
    label=Label("就業状況", "Employments"),
    row=EmploymentRow,
    reads=(e.EmploymentBegan, e.EmploymentEnded),
    fold=fold,
    filters=("municipality",),
)
