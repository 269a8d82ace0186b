"""Consents (同意一覧): what did each person agree to, in which wording, and is it in force?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, PersonId
from domain.base.words import Label
from domain.consent import events as e


@rowclass
class ConsentRow:
    """One person's consent for one purpose and scope, as it was given last.

    `withdrawn_on` is the first day without it. A reason is never asked for.
    """

    consent_id: e.ConsentId
    programme: Programme
    person_id: PersonId
    purpose: Annotated[e.Purpose, Label("同意の目的", "purpose")]
    scope: Annotated[e.Scope, Label("同意の範囲", "scope")]
    wording: e.WordingId
    wording_version: e.WordingVersion
    evidence: Evidence | None
    given_on: Annotated[date, Label("同意の日", "given on")]
    withdrawn_on: Annotated[date | None, Label("撤回の日", "withdrawn on")] = None
    in_force: Annotated[bool, Label("有効", "in force")] = True


def fold(rows: Rows[ConsentRow], recorded: Recorded) -> None:
    """Put one row for each consent; given again, it is the one that was given again."""
    event = recorded.event
    match event:
        case e.ConsentGiven():
            row = ConsentRow(
                consent_id=recorded.stream,
                programme=event.programme,
                given_on=event.effective_on,
                **said_in(event, e.Consented),
            )
            rows.put(f"{event.person_id}|{event.purpose}|{event.scope}", row)
        case e.ConsentWithdrawn():
            for key, row in rows.items():
                rows.put(key, changed(row, withdrawn_on=event.effective_on, in_force=False))


CONSENTS = Projection(
    name="consents",
    version=1,
    time=Time.ASSERTION,
    label=Label("同意一覧", "Consents"),
    row=ConsentRow,
    reads=(e.ConsentGiven, e.ConsentWithdrawn),
    fold=fold,
    filters=("purpose", "in_force"),
)
