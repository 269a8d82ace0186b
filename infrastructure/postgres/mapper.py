"""Between an event with its provenance and the bytes that are kept."""

from typing import Any
from uuid import UUID

from eventsourcing.persistence import Mapper, StoredEvent

from application.recorded import Recorded
from infrastructure.postgres.decoding import decode


class StateMapper(Mapper[UUID]):
    """Stored state is ``{"v":1,"by":provenance,"event":event}`` in UTF-8, absent where None."""

    def __init__(self) -> None:
        """Need nothing of the library's transcoder, cipher or compressor."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:  # noqa: ANN401 - library signature
        """Write an event's state."""
        recorded: Recorded = domain_event
        return StoredEvent(
            originator_id=recorded.stream,
            originator_version=recorded.version,
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
