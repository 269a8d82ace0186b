"""What the demonstration tells: the commands of every stream, and the world as it stood at each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from application.decision import Source, prepare, stream_of
from application.demo.story import story
from application.demo.teller import Teller
from application.registry import AGGREGATE_OF
from application.rehearse import with_stand_ins
from domain.base.command import Command
from domain.base.event import Event
from infrastructure.postgres.log import NAMESPACE

SPACE = uuid5(NAMESPACE, "example/sequences")


@dataclass(frozen=True, slots=True)
class Told:
    """One command of the demonstration, and how many were told before it."""

    before: int
    command: Command


@dataclass(frozen=True, slots=True)
class World:
    """All streams of the demonstration, as they stood after any number of its commands."""

    events: Mapping[UUID, Sequence[tuple[int, tuple[int, Event]]]]
    relied: Mapping[UUID, Sequence[tuple[int, UUID]]]
    lines: Mapping[str, Sequence[Sequence[Told]]]
    """Of each kind of stream, what is told of each: the seeds of a sequence's beginning."""
    told: Mapping[type[Command], Sequence[Command]]
    values: Mapping[tuple[str, str], Sequence[Any]]
    """What is told for a field of this name: of commands of one kind of stream, or of any ("")."""

    def history(self, stream: UUID, before: int) -> list[tuple[int, Event]]:
        """Give a stream as it stood after so many commands."""
        return _upto(self.events.get(stream, ()), before)

    def dependents(self, stream: UUID, before: int) -> list[UUID]:
        """Give the streams whose decisions had relied on it by then."""
        return list(dict.fromkeys(_upto(self.relied.get(stream, ()), before)))


def _upto(what: Sequence[tuple[int, Any]], before: int) -> list[Any]:
    return [one for _, one in what[: bisect_left(what, before, key=lambda entry: entry[0])]]


@dataclass(slots=True)
class _Telling:
    events: defaultdict[UUID, list[Any]] = field(default_factory=lambda: defaultdict(list))
    relied: defaultdict[UUID, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def tell(self, number: int, command: Command) -> UUID:
        source = Source(
            SPACE,
            lambda stream: [one for _, one in self.events[stream]],
            lambda stream: list(dict.fromkeys(by for _, by in self.relied[stream])),
        )
        prepared = prepare(source, command)
        new = prepared.decide(with_stand_ins(command))
        for version, event in enumerate(new, start=len(prepared.history) + 1):
            self.events[prepared.stream].append((number, (version, event)))
        for other in prepared.relied:
            self.relied[other].append((number, prepared.stream))
        return prepared.stream


@cache
def world() -> World:
    """Give the world of the demonstration; every command of it is accepted where it is told."""
    telling = _Telling()
    lines: defaultdict[UUID, list[Told]] = defaultdict(list)
    told: defaultdict[type[Command], list[Command]] = defaultdict(list)
    values: defaultdict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for number, (_, one) in enumerate(story(Teller(SPACE)).in_order()):
        command = one.command
        lines[telling.tell(number, command)].append(Told(number, command))
        told[type(command)].append(command)
        kind = AGGREGATE_OF[type(command)].name
        for name, value in command:
            for of in (kind, ""):
                values[of, name].setdefault(repr(value), value)
    by_kind: defaultdict[str, list[list[Told]]] = defaultdict(list)
    for line in lines.values():
        by_kind[AGGREGATE_OF[type(line[0].command)].name].append(line)
    return World(
        events=telling.events,
        relied=telling.relied,
        lines=by_kind,
        told=told,
        values={name: list(each.values()) for name, each in values.items()},
    )


def stream_named(command: Command) -> UUID:
    """Give the stream that a command acts on or would open."""
    return stream_of(SPACE, command)
