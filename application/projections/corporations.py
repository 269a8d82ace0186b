"""The corporation (法人): since when is it there, how large is it, and which law binds it?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.fields import Evidence
from domain.base.words import Label
from domain.corporation import events as e


@rowclass
class CorporationRow:
    """One corporation; `bound_in_full` says whether all of the act on freelancers binds it."""

    corporation_id: e.CorporationId
    corporate_number: e.Number
    name: e.CorporationName
    form: Annotated[e.Form, Label("法人の種類", "form")]
    founded_on: Annotated[date, Label("設立日", "founded on")]
    officers: Annotated[int, Label("役員数", "number of officers")]
    has_employees: Annotated[bool, Label("従業員の有無", "has employees")]
    bound_in_full: Annotated[bool, Label("特定業務委託事業者", "bound in full")]
    evidence: Evidence | None = None


def fold(rows: Rows[CorporationRow], recorded: Recorded) -> None:
    """Put one row for each corporation."""
    event, key = recorded.event, str(recorded.stream)
    row = rows.get(key)
    if isinstance(event, e.CorporationFounded):
        founding = said_in(event, e.Founding)
        rows.put(
            key,
            CorporationRow(
                corporation_id=recorded.stream,
                founded_on=event.effective_on,
                bound_in_full=event.bound_in_full(),
                **founding,
            ),
        )
    elif row is not None and isinstance(event, e.OfficersChanged):
        size = said_in(event, e.Size)
        rows.put(key, changed(row, bound_in_full=event.bound_in_full(), **size))


CORPORATIONS = Projection(
    name="corporations",
    version=1,
    time=Time.ASSERTION,
    label=Label("法人", "The corporation"),
    row=CorporationRow,
    reads=(e.CorporationFounded, e.OfficersChanged),
    fold=fold,
)
