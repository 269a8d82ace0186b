"""A made-up log is one that the service could have written: in its kinds, its streams, its days."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID, uuid5

import pytest
from pydantic import ValidationError

from application.aggregate import Aggregate, decide
from application.decision import reads_of, stream_id, stream_of
from application.demo.story import story
from application.demo.teller import Teller
from application.recorded import Reason, Recorded, how_recorded
from application.registry import AGGREGATES, EVENT_OF_TOPIC, OWNER_OF_TOPIC
from domain.base.command import ANY, Annul, Command, Correct, Holding, Seen
from domain.base.event import Correction, Event, Void
from domain.base.rule import RuleBroken
from domain.consortium.events import MemberLeft
from domain.log.events import LogOpened, ProjectionActivated
from domain.worker.events import WorkerLeft
from infrastructure.postgres.decoding import decode
from infrastructure.postgres.log import NAMESPACE
from infrastructure.postgres.mapper import encode
from tests.made_up.calendar import FIRST, LAST, OPENED
from tests.made_up.programme import MadeUp, recorded
from tests.made_up.stream import Stream

LONGEST = 1000
SPACE = uuid5(NAMESPACE, "example/made-up")
OPENINGS = {
    aggregate.name: next(kind for kind in aggregate.command_types() if kind.TARGET is None)
    for aggregate in AGGREGATES.values()
}
"""Of each kind of stream a command that opens one; all of a kind make the same natural key."""


@cache
def _log(events: int) -> Sequence[Recorded]:
    return recorded(events)


def _streams(log: Sequence[Recorded]) -> dict[UUID, list[tuple[int, Event]]]:
    streams: defaultdict[UUID, list[tuple[int, Event]]] = defaultdict(list)
    for one in log[1:]:
        streams[one.stream].append((one.version, one.event))
    return streams


def test_a_stream_is_of_one_family_and_what_mends_is_of_the_scope_of_what_it_mends() -> None:
    """Every checker of a bundle counts on it."""
    mends = 0
    for stream in _streams(_log(2_000)).values():
        assert len({event.TOPIC.partition(".")[0] for _, event in stream}) == 1
        scopes = {version: event.programme for version, event in stream}
        for _, event in stream:
            if isinstance(event, Correction | Void):
                mends += 1
                assert event.programme == scopes[_target(event)]
    assert mends


def test_every_kind_of_event_occurs() -> None:
    """Whoever reads made-up logs has met everything that a log can hold."""
    found = Counter(one.event.TOPIC for one in _log(20_000))

    # What a service records of its own projections is no part of what happens.
    assert set(EVENT_OF_TOPIC) - set(found) == {ProjectionActivated.TOPIC}
    assert found[LogOpened.TOPIC] == 1


def test_it_has_as_many_events_as_it_was_asked_for() -> None:
    """In dense positions, from the opening on; time never goes back, and ends with the years."""
    log = _log(5_000)

    assert [one.position for one in log] == list(range(1, 5_001))
    times = [one.recorded_at for one in log]
    assert times == sorted(times)
    assert times[0] == OPENED
    assert (times[1].date(), times[-1].date()) == (FIRST, LAST)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    """A measurement can be repeated, and a mistake found again."""
    states, again, other = ([encode(one) for one in recorded(3_000, seed)] for seed in (1, 1, 2))

    assert states == again
    assert states != other


def test_what_is_read_of_it_is_what_was_made() -> None:
    """Nothing in it would be refused or changed when it is read."""
    for one in _log(5_000):
        assert decode(one.event.TOPIC, encode(one)) == (one.event, one.by)


def test_every_stream_is_of_one_kind_and_sound_at_every_moment() -> None:
    """Its aggregate folds every prefix, and no rule about a state is broken by any."""
    for history in _streams(_log(5_000)).values():
        (owner,) = {OWNER_OF_TOPIC[event.TOPIC].name for _, event in history}
        aggregate = AGGREGATES[owner]
        assert [version for version, _ in history] == list(range(1, len(history) + 1))
        for length in range(1, len(history) + 1):
            state = aggregate.fold(history[:length])
            if state is not None:
                aggregate.sound(state)


def test_a_stream_has_the_id_of_its_natural_key() -> None:
    """Whoever would open it once more finds that it is there."""
    for stream, history in _streams(_log(5_000)).items():
        opened = history[0][1]
        owner = OWNER_OF_TOPIC[opened.TOPIC].name
        command = OPENINGS[owner].model_construct(**dict(opened))
        assert stream == stream_id(SPACE, owner, command.opens())


@pytest.mark.parametrize("seed", [3, 4])
def test_each_event_is_what_a_command_would_have_recorded(seed: int) -> None:
    """Its area decides so, on all that was recorded before: of its stream, and of others.

    Only that a voiding is voided no command asks for; what it means is defined all the same.
    """
    made_up = MadeUp(SPACE, seed)
    log = [one for _, entries in made_up.days(4_000) for one in entries]
    office = _Office(made_up.relied, made_up.desk_keys)
    for one in log:
        if not office.voids_a_voiding(one):
            assert one.event in office.could_record(one), one
        office.take(one)


def test_no_stream_grows_long() -> None:
    """A stream is one thing with a life of its own, below a thousand events."""
    longest = Counter(one.stream for one in recorded(50_000)).most_common(1)[0][1]

    assert longest <= LONGEST


def test_no_stream_of_the_demonstration_grows_long() -> None:
    """Each of its commands records one event."""
    told = story(Teller(SPACE)).told
    longest = Counter(stream_of(SPACE, one.command) for one in told).most_common(1)[0][1]

    assert longest <= LONGEST


def test_it_is_entered_late_and_ahead_and_begins_with_what_was_taken_over() -> None:
    """The day in the world and the moment of recording can be told apart in all three ways."""
    log = _log(20_000)
    how = Counter(
        how_recorded(one.event.effective_on, one.recorded_at, taken_over=one.by.taken_over)
        for one in log
    )
    ahead = [one for one in log if one.event.effective_on > one.recorded_at.date()]
    taken_over = [one for one in log if one.by.taken_over]

    assert min(how["as_it_happened"], 50 * how["late"], 20 * how["taken_over"]) > 10_000
    assert any((one.event.effective_on - one.recorded_at.date()).days > 60 for one in ahead)
    assert taken_over[-1].position < 2_000
    assert all(one.by.reason is Reason.TAKE_OVER and one.by.source for one in taken_over)


def test_mistakes_are_corrected_and_voided_and_so_are_the_mendings() -> None:
    """Corrections of corrections, voided corrections and voided voidings occur."""
    log = _log(20_000)
    events = {(one.stream, one.version): one.event for one in log}
    kinds = Counter(
        (_mends(one.event), _mends(events[one.stream, _target(one.event)]))
        for one in log
        if isinstance(one.event, Correction | Void)
    )

    assert kinds["corrects", ""] > 300
    assert kinds["voids", ""] > 100
    assert kinds["corrects", "corrects"] > 10
    assert kinds["voids", "corrects"] > 10
    assert kinds["voids", "voids"] > 2


def _target(event: Correction | Void) -> int:
    return event.corrects if isinstance(event, Correction) else event.voids


def _mends(event: Event) -> str:
    return "corrects" if isinstance(event, Correction) else "voids" * isinstance(event, Void)


class _Office:
    """What was recorded so far, and what could be recorded on it."""

    def __init__(self, relied: Sequence[tuple[UUID, UUID]], desk_keys: Mapping[UUID, str]) -> None:
        self._streams: dict[UUID, Stream] = {}
        self._relied = relied
        self._desk_keys = desk_keys

    def take(self, one: Recorded) -> None:
        self._of(one).history.append((one.version, one.event))

    def voids_a_voiding(self, one: Recorded) -> bool:
        history = dict(self._of(one).history)
        return isinstance(one.event, Void) and isinstance(history[one.event.voids], Void)

    def could_record(self, one: Recorded) -> Iterator[Event]:
        """Give what each command records that can say what the event says."""
        stream = self._of(one)
        for kind in stream.aggregate.command_types():
            fields = self._fields(kind, stream, one.event)
            required = {name for name, info in kind.model_fields.items() if info.is_required()}
            # Without its stream a command is not even decided.
            if not required <= fields.keys() or (kind.TARGET and stream.state is None):
                continue
            command = kind.model_construct(**fields)
            try:
                yield from decide(
                    stream.aggregate,
                    stream.history,
                    stream.state,
                    command,
                    self._seen(command, stream.id),
                )
            except (RuleBroken, ValidationError):
                continue

    def _fields(self, kind: type[Command], stream: Stream, event: Event) -> dict[str, Any]:
        said: dict[str, Any] = {**dict(event), "desk_key": self._desk_keys.get(stream.id)}
        if isinstance(event, Correction):
            said["version"] = event.corrects
        elif isinstance(event, Void):
            said["version"] = event.voids
        elif issubclass(kind, Correct | Annul):
            return {}
        # A leaving is asked for with the last day, and takes effect on the day after.
        if isinstance(event, WorkerLeft | MemberLeft):
            said["effective_on"] = event.last_day
        relied = [other for other, by in self._relied if by == stream.id]
        for name, mark in reads_of(kind):
            found = [other for other in relied if mark.aggregate in {ANY, self._kind(other)}]
            if name not in said:
                said[name] = found[0] if found else None
        if kind.TARGET:
            said[kind.TARGET] = stream.id
        return {name: value for name, value in said.items() if name in kind.model_fields}

    def _seen(self, command: Command, stream: UUID) -> Seen:
        kinds = {getattr(command, name): mark.aggregate for name, mark in reads_of(type(command))}
        read = set(kinds)
        keyed = {kind for kind, _ in command.looks_at()}
        read |= {other for other, by in self._relied if by == stream and self._kind(other) in keyed}
        for name, mark in reads_of(type(command)):
            counted, kind = getattr(command, name), mark.relied_on_by
            read |= {
                by for other, by in self._relied if other == counted and self._kind(by) == kind
            }
        if command.TARGET and command.DEPENDENTS:
            target = getattr(command, command.TARGET)
            read |= {
                by
                for other, by in self._relied
                if other == target and self._kind(by) == command.DEPENDENTS
            }
        return Seen(
            {
                one: Holding.of(self._streams[one].history)
                if kinds.get(one) == ANY
                else self._streams[one].state
                for one in read
                if one in self._streams
            }
        )

    def _kind(self, stream: UUID) -> str:
        return self._streams[stream].aggregate.name if stream in self._streams else ""

    def _of(self, one: Recorded) -> Stream:
        owner: Aggregate = OWNER_OF_TOPIC[one.event.TOPIC]
        return self._streams.setdefault(one.stream, Stream(owner, one.stream))
