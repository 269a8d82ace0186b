"""Between an event with its provenance and the bytes that are kept."""

from functools import cache
from typing import Any, Literal
from uuid import UUID

from eventsourcing.persistence import Mapper, StoredEvent
from pydantic import BaseModel, create_model

from application.recorded import Provenance, Recorded
from application.registry import EVENT_OF_TOPIC


class UnknownTopic(Exception):  # noqa: N818 - an outcome
    """An event in the log is of a kind that this version does not know."""


class StateMapper(Mapper[UUID]):
    """Stored state is ``{"v":1,"by":provenance,"event":event}`` in UTF-8, absent where None."""

    def __init__(self) -> None:
        """Need nothing of the library's transcoder, cipher or compressor."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:  # noqa: ANN401 - library signature
        """Write an event's state."""
        recorded: Recorded = domain_event
        return StoredEvent(
            originator_id=recorded.originator_id,
            originator_version=recorded.originator_version,
            topic=recorded.event.TOPIC,
            state=encode(recorded),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Recorded:
        """Read an event's state."""
        event, by = decode(stored_event.topic, stored_event.state)
        stream = stored_event.originator_id
        return Recorded(UUID(str(stream)), stored_event.originator_version, event, by)


def encode(recorded: Recorded) -> bytes:
    """Give the bytes that are kept of one event."""
    by = recorded.by.model_dump_json(exclude_none=True)
    event = recorded.event.model_dump_json(exclude_none=True)
    return f'{{"v":1,"by":{by},"event":{event}}}'.encode()


def decode(topic: str, state: bytes) -> tuple[Any, Provenance]:
    """Read the event and its provenance; raises `UnknownTopic` or pydantic's error."""
    stored: Any = _stored(topic).model_validate_json(state)
    return stored.event, stored.by


@cache
def _stored(topic: str) -> type[BaseModel]:
    try:
        event = EVENT_OF_TOPIC[topic]
    except KeyError:
        raise UnknownTopic(topic) from None
    return create_model(
        f"Stored_{topic}", v=(Literal[1], ...), by=(Provenance, ...), event=(event, ...)
    )
