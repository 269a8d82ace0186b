"""Stated values (記載値): what is known only from a document?

They stand apart: no figure reads them, and nothing is added to them.
"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Year
from domain.base.words import Label
from domain.kpi.events import Kpi
from domain.statement import commands as c
from domain.statement import events as e


@rowclass
class StatedValueRow:
    """One value as a document states it."""

    statement_id: c.StatementId
    programme: Programme
    code: e.ValueCode
    kind: Annotated[e.Kind, Label("記載値の種類", "kind")]
    title: e.ValueTitle
    value: e.Value
    unit: e.Unit
    fiscal_year: Year | None
    kpi: Kpi | None
    evidence: Evidence


def fold(rows: Rows[StatedValueRow], recorded: Recorded) -> None:
    """Put one row for each stated value."""
    event = recorded.event
    if isinstance(event, e.ValueStated):
        rows.put(
            f"{event.programme}|{event.code}|{event.fiscal_year or ''}",
            StatedValueRow(
                statement_id=recorded.stream,
                programme=event.programme,
                **said_in(event, e.Stated),
            ),
        )


STATED_VALUES = Projection(
    name="stated_values",
    version=1,
    time=Time.DATED,
    label=Label("記載値", "Stated values"),
    row=StatedValueRow,
    reads=(e.ValueStated,),
    fold=fold,
)
