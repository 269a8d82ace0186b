"""What a command is decided on: its stream's history and state, and the streams it looks at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from application.aggregate import Aggregate, decide
from application.registry import AGGREGATE_OF, AGGREGATES, OWNER_OF_TOPIC
from domain.base.command import ANY, Annul, Command, Holding, Reads, Seen
from domain.base.event import Event
from domain.base.marks import marks
from domain.base.values.text import search_key

History = Sequence[tuple[int, Event]]


class NotFound(Exception):  # noqa: N818 - an outcome
    """The command's stream does not exist."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where histories come from: the log, or a rehearsal laid over it."""

    namespace: UUID
    history: Callable[[UUID], History]
    dependents: Callable[[UUID], Sequence[UUID]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A command with all that its decision depends on, and the versions that it relied on."""

    aggregate: Aggregate
    stream: UUID
    history: History
    state: Any
    seen: Seen
    expected: Mapping[UUID, int]
    relied: frozenset[UUID]
    dependents: Mapping[UUID, int]

    def decide(self, command: Command) -> Sequence[Event]:
        """Decide; raises `RuleBroken`. Personal values in `command` are sealed by now."""
        return decide(self.aggregate, self.history, self.state, command, self.seen)


def prepare(source: Source, command: Command) -> Prepared:
    """Load what a command is decided on; raises `NotFound` if its stream does not exist."""
    aggregate = AGGREGATE_OF[type(command)]
    stream = stream_of(source.namespace, command)
    history = source.history(stream)
    state = aggregate.fold(history)
    if command.TARGET and state is None:
        raise NotFound(stream)
    read = {
        other: (kind, source.history(other))
        for kind, other in _looked_at(source.namespace, command)
    }
    dependents = {
        other: (source.dependents(other), kind) for other, kind in _relied_on(stream, command)
    }
    seen = read | {
        one: past
        for others, kind in dependents.values()
        for one, past in _of_kind(source, others, kind)
        if one != stream
    }
    return Prepared(
        aggregate=aggregate,
        stream=stream,
        history=history,
        state=state,
        seen=Seen(
            {other: seen_as(kind, past) for other, (kind, past) in seen.items()},
            relied_on=isinstance(command, Annul) and _built_on(source, dependents[stream][0]),
        ),
        expected={stream: len(history)} | {other: len(past) for other, (_, past) in seen.items()},
        relied=frozenset(read),
        dependents={other: len(others) for other, (others, _) in dependents.items()},
    )


def seen_as(kind: str, history: History) -> object:
    """Give what a decision sees of another stream: its state, or what holds of it."""
    return Holding.of(history) if kind == ANY else AGGREGATES[kind].fold(history)


def stream_of(namespace: UUID, command: Command) -> UUID:
    """Give the stream a command acts on: the one it names, or one derived from its natural key."""
    if command.TARGET:
        target: UUID = getattr(command, command.TARGET)
        return target
    return stream_id(namespace, AGGREGATE_OF[type(command)].name, command.opens())


def stream_id(namespace: UUID, aggregate: str, natural_key: str) -> UUID:
    """Derive a stream's id from what is unique about it, so that it cannot exist twice.

    Width, case and spaces of a number tell nothing apart: Ｒ６－９ is R6-9.
    """
    return uuid5(namespace, f"{aggregate}|{search_key(natural_key)}")


def reads_of(command: type[Command]) -> Iterator[tuple[str, Reads]]:
    """Give the fields of a command that name another stream, each with what it says of that."""
    for name, info in command.model_fields.items():
        for mark in marks(info, Reads):
            yield name, mark


def _looked_at(namespace: UUID, command: Command) -> Iterator[tuple[str, UUID]]:
    for name, mark in reads_of(type(command)):
        if (other := getattr(command, name)) is not None:
            yield mark.aggregate, other
    for kind, natural_key in command.looks_at():
        yield kind, stream_id(namespace, kind, natural_key)


def _relied_on(stream: UUID, command: Command) -> Iterator[tuple[UUID, str | None]]:
    if command.DEPENDENTS or isinstance(command, Annul):
        yield stream, command.DEPENDENTS
    for name, mark in reads_of(type(command)):
        if mark.relied_on_by and (other := getattr(command, name)) is not None:
            yield other, mark.relied_on_by


def _built_on(source: Source, dependents: Sequence[UUID]) -> bool:
    return any(not _owner(source.history(each)).shows_only for each in dependents)


def _owner(history: History) -> Aggregate:
    return OWNER_OF_TOPIC[history[0][1].TOPIC]


def _of_kind(
    source: Source, streams: Sequence[UUID], kind: str | None
) -> Iterator[tuple[UUID, tuple[str, History]]]:
    if kind is None:
        return
    for stream in streams:
        past = source.history(stream)
        if _owner(past).name == kind:
            yield stream, (kind, past)
