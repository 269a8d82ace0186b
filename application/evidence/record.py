"""The record of one stream: every event of it, as it was said, by whom and how."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel

from application.aggregate import Aggregate
from application.decision import NotFound
from application.effective import effective_of
from application.evidence.shown import NOT_SHOWN, Papers, Shown, named_by
from application.evidence.told import Told, told
from application.ports import Log
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded, Source
from application.registry import OWNER_OF_TOPIC
from domain.base.event import Correction, Event, Programme, Void, voided
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.base.titles import TITLED
from domain.base.words import Label

SEALED: Literal["sealed"] = "sealed"


class Entered(Told):
    """One event as it stands in the log.

    Its fields and its sentence are what was said then; `corrected_by` and `voided_by` name what
    has been said of it since, as far as that has not been voided itself. A correction may name an
    earlier correction. Sealed values are not shown; `sealed` names their fields. `shown_by` is the
    evidence of what holds of it now: named in it, its source, or put to it later.
    """

    programme: Programme
    fields: Annotated[dict[str, Any], Label("項目", "fields")]
    sealed: Annotated[list[str], Label("非公開の項目", "sealed fields")]
    note: Annotated[Literal["sealed"] | None, Label("補足", "note")]
    source: Annotated[Source | None, Label("出典", "source")]
    correlation: Annotated[UUID, Label("一連の操作", "correlation")]
    causation: Annotated[UUID | None, Label("きっかけ", "causation")]
    corrects: Annotated[int | None, Label("訂正する版", "corrects version")]
    voids: Annotated[int | None, Label("取り消す版", "voids version")]
    corrected_by: Annotated[list[int], Label("訂正した版", "corrected by versions")]
    voided_by: Annotated[int | None, Label("取り消した版", "voided by version")]
    shown_by: Annotated[list[UUID], Label("証拠書類", "evidence that shows it")]
    evidence_missing: Annotated[bool, Label("証拠の不足", "evidence missing")]


class StreamRecord(BaseModel):
    """All that was recorded of one thing, in the order in which it was recorded."""

    model_config = TITLED

    kind: Annotated[str, Label("記録の種類", "kind of record", "worker")]
    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]
    events: Annotated[list[Entered], Label("事実", "events")]
    evidence: Annotated[int, Label("証拠の数", "pieces of evidence")]
    missing: Annotated[int, Label("証拠が不足する事実の数", "facts whose evidence is missing")]


def record(log: Log, aggregate: Aggregate, stream: UUID, position: int) -> StreamRecord:
    """Give a stream's record with what had been recorded up to `position`.

    Raises `NotFound` if there was no such stream of this kind by then.
    """
    history = list(log.events(upto=position, streams=[stream]))
    if not history or OWNER_OF_TOPIC.get(history[0].event.TOPIC) is not aggregate:
        raise NotFound(stream)
    said = [(recorded.version, recorded.event) for recorded in history]
    out = voided(said)
    holding = [(version, event) for version, event in said if version not in out]
    voided_by = {event.voids: version for version, event in holding if isinstance(event, Void)}
    corrected_by: dict[int, list[int]] = {}
    for version, event in holding:
        if isinstance(event, Correction):
            corrected_by.setdefault(event.corrects, []).append(version)
    holds = {each.version: each for each in in_order_of_days(history)}
    papers = _papers(log, stream, holds.values(), position)
    shown = {version: papers.showing(fact) for version, fact in holds.items()}
    events = [
        _entered(
            each,
            corrected_by.get(each.version, []),
            voided_by.get(each.version),
            shown.get(each.version, NOT_SHOWN),
        )
        for each in history
    ]
    return StreamRecord(
        kind=aggregate.name,
        stream=stream,
        version=history[-1].version,
        events=events,
        evidence=len({paper for each in shown.values() for paper in each.by}),
        missing=sum(each.missing for each in shown.values()),
    )


def _papers(log: Log, stream: UUID, facts: Iterable[Recorded], position: int) -> Papers:
    # Evidence that was put to a fact has relied on its record.
    named = {paper for fact in facts for paper in named_by(fact)}
    streams = sorted({*named, *log.dependents(stream)})
    return Papers.of(effective_of(log.events(upto=position, streams=streams)) if streams else ())


def _entered(
    recorded: Recorded, corrected_by: list[int], voided_by: int | None, shown: Shown
) -> Entered:
    event, by = recorded.event, recorded.by
    sealed = _sealed_fields(event)
    own = event.model_dump(mode="json", exclude={"effective_on", "programme"}, exclude_none=True)
    return Entered(
        **dict(told(recorded)),
        programme=event.programme,
        fields=_open(own, sealed),
        sealed=sorted(sealed & {*own, *own.get("now", {})}),
        note=SEALED if by.note else None,
        source=by.source,
        correlation=by.correlation,
        causation=by.causation,
        corrects=event.corrects if isinstance(event, Correction) else None,
        voids=event.voids if isinstance(event, Void) else None,
        corrected_by=corrected_by,
        voided_by=voided_by,
        shown_by=list(shown.by),
        evidence_missing=shown.missing,
    )


def _sealed_fields(event: Event) -> set[str]:
    # The new values of a correction are sealed where the fields that they replace are.
    kinds = (type(event), *(event.MENDS if isinstance(event, Correction) else ()))
    return {
        name
        for kind in kinds
        for name, info in kind.model_fields.items()
        if marks(info, SealedMark)
    }


def _open(fields: dict[str, Any], sealed: set[str]) -> dict[str, Any]:
    return {
        name: _open(value, sealed) if name == "now" else value
        for name, value in fields.items()
        if name not in sealed
    }
