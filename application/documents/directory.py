"""From the numbers that people give to things to the ids under which the record knows them."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from application.registry import EVENT_OF_TOPIC, OWNER_OF_TOPIC, mended_by
from application.service import Consortium
from domain.base.event import Event, effective
from domain.base.fields import Refers
from domain.base.marks import marks

ROLL = "worker"
"""The kind of stream that gives numbers to people."""
_NUMBERED = mended_by(
    tuple(
        event
        for topic, event in EVENT_OF_TOPIC.items()
        if topic in OWNER_OF_TOPIC and OWNER_OF_TOPIC[topic].known_by in event.model_fields
    )
)


class Directory:
    """The numbers of things and people as they stand at a position.

    `numbers` gives the number of each stream and person, `persons` the person of each worker's
    number. What was voided is not found any more, and numbers that two streams of a kind have in
    common refer to neither. `position` is where they stand so.
    """

    def __init__(self, consortium: Consortium, upto: int) -> None:
        """Collect the numbers of everything that is registered."""
        self._log, self.position = consortium.log, upto
        self._streams: dict[str, dict[str, list[UUID]]] = {}
        self.persons: dict[str, UUID] = {}
        self.numbers: dict[UUID, str] = {}
        histories: dict[UUID, list[tuple[int, Event]]] = {}
        for recorded in self._log.events(upto=upto, topics=sorted(_NUMBERED)):
            history = histories.setdefault(recorded.stream, [])
            history.append((recorded.version, recorded.event))
        for stream, history in histories.items():
            self._enter(stream, history)
        for known in self._streams.values():
            for stream in (one for shared in known.values() if len(shared) > 1 for one in shared):
                del self.numbers[stream]

    def _enter(self, stream: UUID, history: list[tuple[int, Event]]) -> None:
        first, opening = history[0]
        owner = OWNER_OF_TOPIC[opening.TOPIC]
        if first != 1:
            return
        number = str(getattr(opening, owner.known_by))
        self.numbers[stream] = number
        if not (holds := effective(history)):
            return
        opening = holds[0][1]
        self._streams.setdefault(owner.name, {}).setdefault(number, []).append(stream)
        if owner.name == ROLL:
            person: UUID = opening.person_id  # type: ignore[attr-defined]
            self.persons[number] = person
            # Who is registered twice is known under the first of the two numbers.
            self.numbers.setdefault(person, number)

    def find(self, aggregate: str, said: str) -> UUID | None:
        """Give the stream with this number; its id may be said as well."""
        known = self._streams.get(aggregate, {})
        found = known.get(said, [])
        if not found and (stream := written_id(said)):
            found = [one for streams in known.values() for one in streams if one == stream]
        return found[0] if len(found) == 1 else None

    @cached_property
    def met(self) -> frozenset[UUID]:
        """Everyone whom any event names."""
        named = {
            event.TOPIC: fields
            for event in EVENT_OF_TOPIC.values()
            if (fields := tuple(_persons(event)))
        }
        found = {
            person
            for recorded in self._log.events(upto=self.position, topics=sorted(named))
            for field in named[recorded.topic]
            for person in _each(getattr(recorded.event, field))
        }
        return frozenset(found)


def _persons(event: type[Event]) -> Iterable[str]:
    for name, info in event.model_fields.items():
        if any(mark.aggregate == "person" for mark in marks(info, Refers)):
            yield name


def _each(value: object) -> Iterable[UUID]:
    if isinstance(value, UUID):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from _each(one)


def written_id(text: str) -> UUID | None:
    """Read an id that is written out in full."""
    try:
        return UUID(text) if len(text) == 36 else None  # noqa: PLR2004 - as UUIDs are written
    except ValueError:
        return None
