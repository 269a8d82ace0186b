"""Audit trail (監査証跡): what was recorded, by whom, why, about which day?

It is an index over the log itself; sentences are told from the events when it is read.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Reason, Recorded
from domain.base.event import Correction, Programme, Void
from domain.base.words import Label


@rowclass
class EventRow:
    """One event of the log; where it stands there every row of every projection says."""

    topic: Annotated[str, Label("種類", "topic")]
    effective_on: Annotated[date, Label("基準日", "effective on")]
    programme: Programme
    actor: Annotated[str, Label("入力者", "actor")]
    role: Annotated[str, Label("役割", "role")]
    on_behalf_of: Annotated[str | None, Label("代行", "on behalf of")]
    reason: Annotated[Reason, Label("理由", "reason")]
    evidence: Annotated[UUID | None, Label("証拠書類", "evidence")]
    evidence_row: Annotated[int | None, Label("証拠の行", "row of the evidence")]
    mends: Annotated[int | None, Label("訂正・取消した版", "version corrected or voided")]
    correlation: Annotated[UUID, Label("一連の操作", "correlation")]


def fold(rows: Rows[EventRow], recorded: Recorded) -> None:
    """Put one row for each event that is listed."""
    event, by = recorded.event, recorded.by
    if not event.LISTED:
        return
    rows.put(
        f"{recorded.position:012}",
        EventRow(
            topic=event.TOPIC,
            effective_on=event.effective_on,
            programme=event.programme,
            actor=by.actor,
            role=by.role,
            on_behalf_of=by.on_behalf_of,
            reason=by.reason,
            evidence=by.source.evidence if by.source else None,
            evidence_row=by.source.row if by.source else None,
            mends=_mended(event),
            correlation=by.correlation,
        ),
    )


def _mended(event: object) -> int | None:
    match event:
        case Correction():
            return event.corrects
        case Void():
            return event.voids
        case _:
            return None


AUDIT_TRAIL = Projection(
    name="audit_trail",
    version=2,
    time=Time.AS_RECORDED,
    label=Label("監査証跡", "Audit trail"),
    row=EventRow,
    reads=(),
    fold=fold,
)
