"""Evidence (証拠書類): which papers and files are there, and where are they kept?"""

from datetime import date
from typing import Annotated, get_args

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import PaperKind, Programme
from domain.base.fields import PersonId
from domain.base.words import Label
from domain.evidence import commands as c
from domain.evidence import events as e


@rowclass
class EvidenceRow:
    """One evidence item; title, file name and place are references to sealed values."""

    evidence_id: c.EvidenceId
    programme: Programme
    number: e.EvidenceNumber
    kind: Annotated[PaperKind, Label("証拠の種類", "kind")]
    dated: Annotated[date, Label("文書の日付", "dated")]
    title: e.Title
    file_name: e.FileName | None
    kept_at: e.KeptAt | None
    sha256: e.Sha256 | None
    document_number: e.DocumentNumber | None
    received_on: e.ReceivedOn | None
    approved_on: e.ApprovedOn | None
    approval_number: e.ApprovalNumber | None
    retained_until: e.RetainedUntil | None
    person_id: PersonId | None
    attached: Annotated[bool, Label("ファイル添付", "file attached")] = False
    shows: Annotated[int, Label("示す事実の数", "facts it shows")] = 0


def fold(rows: Rows[EvidenceRow], recorded: Recorded) -> None:
    """Put one row for each evidence item, with its file and how many facts it was put to."""
    event = recorded.event
    match event:
        case e.EvidenceRegistered():
            fields = {name: value for name, value in event if name != "effective_on"}
            dated = event.effective_on
            row = EvidenceRow(evidence_id=recorded.stream, dated=dated, **fields)
            rows.put(event.number, row)
        case e.FileAttached():
            for key, row in rows.items():
                rows.put(key, changed(row, attached=True, sha256=event.sha256))
        case e.FactShown():
            for key, row in rows.items():
                rows.put(key, changed(row, shows=row.shows + 1))


EVIDENCE = Projection(
    name="evidence",
    version=2,
    time=Time.ASSERTION,
    label=Label("証拠書類", "Evidence"),
    row=EvidenceRow,
    reads=get_args(e.EvidenceEvent),
    fold=fold,
)
