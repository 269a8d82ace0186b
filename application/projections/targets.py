"""Targets (目標値): what shall a KPI reach in a fiscal year?

A target that nobody gave has no row: it is neither zero nor that of another year.
"""

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Whose, Year
from domain.base.words import Label
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant.terms import Target, TargetValue
from domain.kpi.events import Kpi


@rowclass
class TargetRow:
    """The target of one KPI for one fiscal year, of one municipality or of all together."""

    plan_id: c.PlanId
    programme: Programme
    kpi: Kpi
    fiscal_year: Year
    municipality: Whose
    value: TargetValue


def fold(rows: Rows[TargetRow], recorded: Recorded) -> None:
    """Put one row for each target."""
    event = recorded.event
    if isinstance(event, e.TargetSet):
        rows.put(
            f"{event.programme}|{event.kpi}|{event.fiscal_year}|{event.municipality}",
            TargetRow(
                plan_id=recorded.stream,
                programme=event.programme,
                **said_in(event, Target),
            ),
        )


TARGETS = Projection(
    name="targets",
    version=1,
    time=Time.ASSERTION,
    label=Label("目標値", "Targets"),
    row=TargetRow,
    reads=(e.TargetSet,),
    fold=fold,
)
