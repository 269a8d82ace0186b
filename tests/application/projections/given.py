"""Given a log, then rows: what a projection answers, without a database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from application.ports import Log
from application.projecting.folding import Readers, fold_events
from application.projecting.projection import Projection, Rows, Said
from application.projecting.projector import fold_prefix
from application.projecting.versions import RowVersions
from application.recorded import Provenance, Reason, Recorded
from application.registry import TOPICS_OF_PROJECTION
from domain.base.event import Event, effective
from tests.given import day

BEGIN = datetime(2024, 4, 1, tzinfo=UTC)
BY = Provenance(
    actor="clerk", role="secretariat", reason=Reason.ROUTINE, correlation=UUID(int=7), salt="0" * 32
)
Standing = frozenset[tuple[UUID, Said]]
"""The rows that stand in the record, each with its stream."""


def log_of(*events: tuple[UUID, Event], taken_over: bool = False) -> list[Recorded]:
    """Record events of any streams one after the other."""
    versions: dict[UUID, int] = {}
    log: list[Recorded] = []
    for position, (stream, event) in enumerate(events, start=1):
        versions[stream] = versions.get(stream, 0) + 1
        at = BEGIN + timedelta(minutes=position)
        by = BY.model_copy(update={"taken_over": taken_over})
        log.append(Recorded(stream, versions[stream], event, by, position, at))
    return log


def in_turn(**streams: Iterable[Event]) -> list[Recorded]:
    """Record the events of several streams alternately, until each is used up."""
    waiting = {UUID(int=n): list(events) for n, events in enumerate(streams.values(), start=1)}
    events: list[tuple[UUID, Event]] = []
    while any(waiting.values()):
        events += [(stream, rest.pop(0)) for stream, rest in waiting.items() if rest]
    return log_of(*events)


def followed(projection: Projection[Any], log: Sequence[Recorded]) -> RowVersions:
    """Follow a log as the live projector does: event by event, each stream as it comes."""
    changes, failures = fold_events(log, {}, Readers([projection]))
    for failure in failures.values():
        raise failure.error
    return changes[projection.name]


class _ListedLog:
    def __init__(self, log: Sequence[Recorded]) -> None:
        self._log = log

    def events(self, *, upto: int, topics: Sequence[str]) -> Iterator[Recorded]:
        return (r for r in self._log if r.position <= upto and r.event.TOPIC in topics)


def as_log(log: Sequence[Recorded]) -> Log:
    """Give a log that holds these events and can be read by topics, up to a position."""
    return cast("Log", _ListedLog(log))


def rebuilt(projection: Projection[Any], log: Sequence[Recorded]) -> RowVersions:
    """Rebuild from nothing, as the service does: reading only what the projection reads."""
    return fold_prefix(as_log(log), projection, len(log))


def fresh(projection: Projection[Any], log: Sequence[Recorded]) -> Standing:
    """Fold a log once, stream by stream in the order of days, with no memory of how it grew."""
    standing: set[tuple[UUID, Said]] = set()
    log = [r for r in log if r.event.TOPIC in TOPICS_OF_PROJECTION[projection.name]]
    for stream in {recorded.stream for recorded in log}:
        own = {r.version: r for r in log if r.stream == stream}
        holds = effective([(version, recorded.event) for version, recorded in own.items()])
        rows: Rows[Any] = Rows()
        for version, event in sorted(holds, key=lambda held: (held[1].effective_on, held[0])):
            was = own[version]
            now = Recorded(stream, version, event, was.by, was.position, was.recorded_at)
            projection.fold(rows, now)
            standing |= {
                (
                    stream,
                    Said(key, version, event.effective_on, was.position, was.by.taken_over, row),
                )
                for key, row in rows.take_changes().items()
            }
    return frozenset(standing)


def standing_at(rows: RowVersions, position: int) -> Standing:
    """Give the rows that stood in the record at a position."""
    return frozenset(
        (version.stream, version.said)
        for version in (*rows.closed, *rows.live.values())
        if version.from_position <= position < version.to_position
    )


def answer(
    projection: Projection[Any],
    log: Sequence[Recorded],
    *,
    valid_on: str,
    position: int | None = None,
) -> Mapping[str, Any]:
    """Give each key's row, valid on a day, as of a position (the last one if none is given)."""
    at = len(log) if position is None else position
    said = sorted(
        (one for _, one in standing_at(followed(projection, log), at)),
        key=lambda one: (one.valid_from, one.position),
    )
    latest = {one.key: one.row for one in said if one.valid_from <= day(valid_on)}
    return {key: row for key, row in latest.items() if row is not None}
