"""Imports (取込): which files were facts taken over from?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.words import Label
from domain.evidence import events as e


@rowclass
class ImportRow:
    """One received file; its name and sheet are references to sealed values."""

    import_id: Annotated[UUID, Label("取込", "import")]
    programme: Programme
    received_on: Annotated[date, Label("受付日", "received on")]
    kind: e.ImportKind
    sha256: e.Sha256
    rows: e.RowCount
    file_name: e.FileName
    sheet: e.Sheet | None


def fold(rows: Rows[ImportRow], recorded: Recorded) -> None:
    """Put one row for each received file."""
    event = recorded.event
    if isinstance(event, e.ImportReceived):
        rows.put(
            f"{event.effective_on}|{event.kind}|{event.sha256}",
            ImportRow(
                import_id=recorded.stream,
                programme=event.programme,
                received_on=event.effective_on,
                kind=event.kind,
                sha256=event.sha256,
                rows=event.rows,
                file_name=event.file_name,
                sheet=event.sheet,
            ),
        )


IMPORTS = Projection(
    name="imports",
    version=1,
    time=Time.DATED,
    label=Label("取込", "Imports"),
    row=ImportRow,
    reads=(e.ImportReceived,),
    fold=fold,
)
