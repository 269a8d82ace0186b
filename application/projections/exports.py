"""Exports (持ち出し): what was written out of the record, when, and by whom?

It is seen by everybody at once, whatever an evaluation keeps to itself.
"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.words import Label
from domain.export import events as e
from domain.export.commands import ExportId


@rowclass
class ExportRow:
    """One export; the same bytes written out twice are two."""

    export_id: ExportId
    programme: Programme
    kind: Annotated[e.ExportKind, Label("持ち出しの種類", "kind of export")]
    sha256: e.FileDigest
    size: e.FileSize
    log_size: e.LogSize
    what: e.What | None
    asked: e.AskedFor | None
    rows: e.RowCount | None
    made_on: Annotated[date, Label("書き出した日", "written out on")]
    actor: Annotated[str, Label("入力者", "actor")]


def fold(rows: Rows[ExportRow], recorded: Recorded) -> None:
    """Put one row for each export."""
    event = recorded.event
    if isinstance(event, e.ExportMade):
        row = ExportRow(
            export_id=recorded.stream,
            programme=event.programme,
            made_on=event.effective_on,
            actor=recorded.by.actor,
            **said_in(event, e.Exported),
        )
        rows.put(f"{row.made_on}|{row.kind}|{row.programme}|{row.sha256}|{recorded.version}", row)


EXPORTS = Projection(
    name="exports",
    version=2,
    time=Time.DATED,
    label=Label("持ち出し", "Exports"),
    row=ExportRow,
    reads=(e.ExportMade,),
    fold=fold,
    filters=("kind", "what"),
)
