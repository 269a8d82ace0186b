"""Issued documents (提出文書): which were handed in, and which of them still stand?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.words import Code, Label
from domain.evidence.events import DocumentNumber
from domain.report import commands as c
from domain.report import events as e


class State(Code):
    """Whether an issued document stands."""

    ISSUED = "issued", "提出済み", "issued"
    REPLACED = "replaced", "差替え済み", "replaced"
    WITHDRAWN = "withdrawn", "撤回済み", "withdrawn"


@rowclass
class ReportRow:
    """One issued document; `replaced_by` is the one that took its place."""

    report_id: c.ReportId
    programme: Programme
    issuer: e.Issuer
    number: DocumentNumber
    kind: Annotated[e.Kind, Label("文書の種類", "kind")]
    title: e.ReportTitle
    addressee: e.Addressee
    issued_on: Annotated[date, Label("提出日", "issued on")]
    evidence: Evidence | None
    state: Annotated[State, Label("状態", "state")] = State.ISSUED
    replaced_by: Annotated[UUID | None, Label("差し替え後の文書", "replaced by")] = None


def fold(rows: Rows[ReportRow], recorded: Recorded) -> None:
    """Put one row for each document."""
    event = recorded.event
    if isinstance(event, e.ReportIssued):
        rows.put(
            f"{event.issuer}|{event.number}",
            ReportRow(
                report_id=recorded.stream,
                programme=event.programme,
                issued_on=event.effective_on,
                **said_in(event, e.Document),
            ),
        )
        return
    for key, row in rows.items():
        match event:
            case e.ReportReplaced():
                by = event.replaced_by
                rows.put(key, changed(row, state=State.REPLACED, replaced_by=by))
            case e.ReportWithdrawn():
                rows.put(key, changed(row, state=State.WITHDRAWN))
            case _:
                pass


REPORTS = Projection(
    name="reports",
    version=2,
    time=Time.ASSERTION,
    label=Label("提出文書", "Reports"),
    row=ReportRow,
    reads=(e.ReportIssued, e.ReportReplaced, e.ReportWithdrawn),
    fold=fold,
)
