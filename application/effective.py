"""What holds of the log: voided events taken out, corrected fields replaced."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from application.ports import Log
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import AGGREGATES, EVENT_OF_TOPIC, mended_by


def effective_events(log: Log, wanted: Iterable[str], position: int) -> Iterator[Recorded]:
    """Give the effective events of some topics, stream by stream, as of a position."""
    return effective_of(log.events(upto=position, topics=sorted(with_mends(wanted))))


def effective_of(events: Iterable[Recorded]) -> Iterator[Recorded]:
    """Give what is effective of some events, stream by stream; they come as they were recorded."""
    for history in by_stream(events).values():
        yield from in_order_of_days(history)


def with_mends(wanted: Iterable[str]) -> frozenset[str]:
    """Give these topics, and those of all that can correct or void one of their events."""
    return mended_by(tuple(EVENT_OF_TOPIC[topic] for topic in sorted(wanted)))


def state_of(log: Log, kind: str, stream: UUID) -> Any:  # noqa: ANN401 - the area's state
    """Give the state of a stream; None if nothing holds of it, or if it is of another kind."""
    return AGGREGATES[kind].fold((one.version, one.event) for one in log.read(stream))


def by_stream(events: Iterable[Recorded]) -> dict[UUID, list[Recorded]]:
    """Put events together that are of one stream."""
    streams: dict[UUID, list[Recorded]] = defaultdict(list)
    for recorded in events:
        streams[recorded.stream].append(recorded)
    return streams
