"""KPIs (KPI一覧): what does a plan promise to measure, on which basis, by which definition?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.figure import FigureCode
from domain.base.words import Label
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant.terms import Basis, KpiTitle, NamedKpi, StatedDay, Unit
from domain.kpi.events import Kpi


@rowclass
class KpiRow:
    """One KPI of a plan; its value has the figure's definition, if one is in force."""

    plan_id: c.PlanId
    programme: Programme
    kpi: Kpi
    title: KpiTitle
    unit: Unit
    basis: Annotated[Basis, Label("基準", "basis")]
    stated_day: StatedDay | None
    figure: Annotated[FigureCode, Label("指標の定義", "figure")]


def fold(rows: Rows[KpiRow], recorded: Recorded) -> None:
    """Put one row for each KPI."""
    event = recorded.event
    if isinstance(event, e.KpiNamed):
        rows.put(
            f"{event.programme}|{event.kpi}",
            KpiRow(
                plan_id=recorded.stream,
                programme=event.programme,
                **said_in(event, NamedKpi),
            ),
        )


KPIS = Projection(
    name="kpis",
    version=1,
    time=Time.ASSERTION,
    label=Label("KPI一覧", "KPIs"),
    row=KpiRow,
    reads=(e.KpiNamed,),
    fold=fold,
)
