"""KPI ledger (KPI台帳): which facts does a KPI count?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Pillar, Whose, Year
from domain.base.words import Label
from domain.kpi import commands as c
from domain.kpi import events as e


@rowclass
class FactRow:
    """One counted fact."""

    fact_id: c.FactId
    programme: Programme
    kpi: e.Kpi
    subject: e.Subject
    fiscal_year: Year
    municipality: Whose
    pillar: Pillar | None = None
    evidence: Evidence | None = None
    after_closing: Annotated[
        e.AfterClosing | None, Label("締め後に計上する理由", "why after closing")
    ] = None


def fold(rows: Rows[FactRow], recorded: Recorded) -> None:
    """Put one row for each fact."""
    event = recorded.event
    if isinstance(event, e.FactCounted):
        fields = said_in(event, e.Counted)
        key = f"{event.kpi}|{event.fiscal_year}|{event.effective_on}|{recorded.stream}"
        rows.put(key, FactRow(fact_id=recorded.stream, programme=event.programme, **fields))


KPI_LEDGER = Projection(
    name="kpi_ledger",
    version=2,
    time=Time.DATED,
    label=Label("KPI台帳", "KPI ledger"),
    row=FactRow,
    reads=(e.FactCounted,),
    fold=fold,
    filters=("kpi", "fiscal_year", "municipality"),
)
