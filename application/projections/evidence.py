"""Evidence (証拠書類): which papers and files are there, and where are they kept?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass
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


def fold(rows: Rows[EvidenceRow], recorded: Recorded) -> None:
    """Put one row for each evidence item."""
    event = recorded.event
    if isinstance(event, e.EvidenceRegistered):
        fields = {name: value for name, value in event if name != "effective_on"}
        rows.put(
            event.number,
            EvidenceRow(
                evidence_id=recorded.stream,
                dated=event.effective_on,
                **fields,
            ),
        )


EVIDENCE = Projection(
    name="evidence",
    version=1,
    time=Time.DATED,
    label=Label("証拠書類", "Evidence"),
    row=EvidenceRow,
    reads=(e.EvidenceRegistered,),
    fold=fold,
)
