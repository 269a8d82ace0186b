"""Audit trail (監査証跡): what was recorded, by whom, why, about which day?

It is an index over the log itself; sentences are told from the events when it is read.
"""

from datetime import date
from functools import cache
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Condition, Projection, Rows, Time, rowclass
from application.recorded import Reason, Recorded
from domain.base.event import Correction, Event, Programme, Reachable, Void
from domain.base.words import Label

ABOUT = ("person_id", "subject", "worker_id", "client_id")
"""The fields in which an event names whom it is about, the first of them first."""
Asked = Annotated[date, Reachable]


@rowclass
class EventRow:
    """One event of the log; where it stands there every row of every projection says.

    `about` is the id of the person, worker or client that the event names or, where it names none,
    that an earlier event of its record named.
    """

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
    about: Annotated[UUID | None, Label("対象", "whom it is about")]


def fold(rows: Rows[EventRow], recorded: Recorded) -> None:
    """Put one row for each event that is listed."""
    event, by = recorded.event, recorded.by
    rows.about["about"] = about = _named(event) or rows.about.get("about")
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
            about=about,
        ),
    )


def _named(event: Event) -> UUID | None:
    for name in _naming(type(event)):
        # The subject of a meeting's decision is text.
        if isinstance(named := getattr(event, name), UUID):
            return named
    return None


@cache
def _naming(kind: type[Event]) -> tuple[str, ...]:
    # To ask an event for a field that its kind lacks takes longer than all else in this fold.
    return tuple(name for name in ABOUT if name in kind.model_fields)


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
    version=3,
    time=Time.AS_RECORDED,
    label=Label("監査証跡", "Audit trail"),
    row=EventRow,
    reads=(),
    fold=fold,
    conditions=(
        Condition(
            "subject",
            Label(
                "記録または対象（人・ワーカー・顧客）のID", "id of a record or of whom it is about"
            ),
            UUID,
            ("stream", "about"),
        ),
        Condition(
            "effective_from",
            Label("基準日がこの日以降", "effective on this day or later"),
            Asked,
            ("effective_on",),
            ">=",
        ),
        Condition(
            "effective_to",
            Label("基準日がこの日以前", "effective on this day or earlier"),
            Asked,
            ("effective_on",),
            "<=",
        ),
        Condition(
            "recorded_from",
            Label("この日（日本）以降に記録", "recorded on this day in Japan or later"),
            Asked,
            ("position",),
            ">=",
        ),
        Condition(
            "recorded_to",
            Label("この日（日本）以前に記録", "recorded on this day in Japan or earlier"),
            Asked,
            ("position",),
            "<=",
        ),
    ),
)
