"""Evidence (証拠書類): which papers and files there are, and where they are kept."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.kind import Kind, Place, ask, column_of, day_of, need, refuse_changes
from application.documents.record import Directory, Known, Record, Row, collect, opened
from application.documents.references import meet, settle_person
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.evidence import commands as c
from domain.evidence import events as e

COLUMNS = (
    column_of(c.RegisterEvidence, "number", "番号", required=True),
    column_of(c.RegisterEvidence, "kind", "種類", required=True),
    column_of(c.RegisterEvidence, "title", "書類名"),
    day_of(c.RegisterEvidence, "dated", "文書の日付", "dated", "日付"),
    column_of(c.RegisterEvidence, "document_number"),
    column_of(c.RegisterEvidence, "received_on", "収受年月日"),
    column_of(c.RegisterEvidence, "approved_on", "決裁年月日"),
    column_of(c.RegisterEvidence, "approval_number"),
    column_of(c.RegisterEvidence, "kept_at", "簿冊"),
    column_of(c.RegisterEvidence, "file_name"),
    column_of(c.RegisterEvidence, "sha256"),
    column_of(c.RegisterEvidence, "retained_until", "保存年限"),
    column_of(c.RegisterEvidence, "person_id", "対象者番号", annotation=Number),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every registered evidence item."""
    record = collect(consortium, "evidence", _fold)
    record.rows = opened(consortium, record.rows, "title", "file_name", "kept_at")
    return record


def _fold(
    _stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    event = holds[0].event
    if isinstance(event, e.EvidenceRegistered):
        names = event.model_dump(exclude={"effective_on", "programme"}, exclude_none=True)
        row = {name: getattr(event, name) for name in names}
        yield event.number, Known({**row, "dated": event.effective_on})


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """An evidence item is known by its number."""
    settle_person(place, row, record, "person_id")
    number: str = row["number"]
    return number


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Register what is new; what is registered can only be corrected."""
    if known is not None:
        refuse_changes(row, known.row, c.CorrectEvidence, *row)
        return []
    need(row, "title", "dated")
    meet(place, row, record, "person_id", "対象者")
    return [ask(c.RegisterEvidence, row, row["dated"], place.programme)]


KIND = Kind(
    name="evidence",
    label=Label("証拠書類", "Evidence"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
)
