"""The way of every command: load -> seal -> decide -> append."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from application.aggregate import decide
from application.ports import Append, Log, Receipt, SealedValue, StreamMoved, Vault
from application.recorded import Entry, Provenance, Recorded
from application.registry import AGGREGATE_OF, AGGREGATES, OWNER_OF_TOPIC
from domain.base.command import Command, Correct, Reads, Seen
from domain.base.event import Event
from domain.base.marks import marks
from domain.base.personal import Personal, SealedMark


class NotFound(Exception):  # noqa: N818 - an outcome
    """The command's stream does not exist."""


class Stale(Exception):  # noqa: N818
    """The stream is not at the version that the caller saw."""

    def __init__(self, version: int) -> None:
        """Keep the version at which the stream really is."""
        super().__init__(f"the record is at version {version}")
        self.version = version


def execute(  # noqa: PLR0913 - each is one thing that a request says
    log: Log,
    vault: Vault,
    command: Command,
    entry: Entry,
    *,
    key: str,
    expected: int | None = None,
    at: datetime | None = None,
) -> Receipt:
    """Record what `command` asks for, once per `key`, and answer with version and position.

    `expected` is the version of the stream that the caller saw; `at` the time, in a simulated log
    only. Raises `RuleBroken`, `NotFound`, `Stale`, `StreamMoved`, `KeyReused`, `ClockRefused` or
    `Unavailable`; then nothing has been written.
    """
    fingerprint = vault.fingerprint(_content(command, entry))
    if before := log.answered(key, fingerprint):
        return before
    aggregate = AGGREGATE_OF[type(command)]
    stream = stream_of(log.namespace, command)
    history = log.read(stream)
    state = aggregate.fold(_versions(history))
    if command.TARGET and state is None:
        raise NotFound(stream)
    if expected is not None and expected != len(history):
        raise Stale(len(history))
    seen = _load(log, command, stream)
    sealer = _Sealer(vault, command, state, uuid5(log.namespace, f"key|{key}"))
    events = decide(aggregate, _versions(history), state, sealer.command(command), seen)
    by = _provenance(entry, sealer, uuid5(log.namespace, f"command|{key}"))
    append = Append(
        key=key,
        fingerprint=fingerprint,
        stream=stream,
        version=len(history) + len(events),
        expected={stream: len(history), **seen.versions},
        relied=seen.relied,
        dependents=seen.dependents,
        sealed=sealer.sealed,
        at=at,
    )
    recorded = [
        Recorded(stream, number, event, Provenance(**by, salt=os.urandom(16).hex()))
        for number, event in enumerate(events, start=len(history) + 1)
    ]
    try:
        return log.append(recorded, append)
    except StreamMoved as moved:
        if expected is not None and stream in moved.streams:
            raise Stale(len(log.read(stream))) from moved
        raise


def stream_of(namespace: UUID, command: Command) -> UUID:
    """Give the stream a command acts on: the one it names, or one derived from its natural key."""
    if command.TARGET:
        target: UUID = getattr(command, command.TARGET)
        return target
    return stream_id(namespace, AGGREGATE_OF[type(command)].name, command.opens())


def stream_id(namespace: UUID, aggregate: str, natural_key: str) -> UUID:
    """Derive a stream's id from what is unique about it, so that it cannot exist twice."""
    return uuid5(namespace, f"{aggregate}|{natural_key}")


def reads_of(command: type[Command]) -> Iterator[tuple[str, str]]:
    """Give the fields of a command that name another stream, each with that stream's kind."""
    for name, info in command.model_fields.items():
        for mark in marks(info, Reads):
            yield name, mark.aggregate


@dataclass(frozen=True, slots=True)
class _Loaded(Seen):
    versions: Mapping[UUID, int]
    relied: frozenset[UUID]
    dependents: Mapping[UUID, int]


def _load(log: Log, command: Command, target: UUID) -> _Loaded:
    named = {
        stream: AGGREGATES[kind]
        for field, kind in reads_of(type(command))
        if (stream := getattr(command, field)) is not None
    }
    histories = {stream: (kind, log.read(stream)) for stream, kind in named.items()}
    dependents: dict[UUID, int] = {}
    if command.DEPENDENTS:
        streams = log.dependents(target)
        dependents[target] = len(streams)
        for stream in streams:
            history = log.read(stream)
            kind = OWNER_OF_TOPIC[history[0].event.TOPIC]
            if kind.name == command.DEPENDENTS:
                histories[stream] = (kind, history)
    return _Loaded(
        states={s: kind.fold(_versions(history)) for s, (kind, history) in histories.items()},
        versions={s: len(history) for s, (_, history) in histories.items()},
        relied=frozenset(named),
        dependents=dependents,
    )


def _versions(history: Sequence[Recorded]) -> list[tuple[int, Event]]:
    return [(recorded.version, recorded.event) for recorded in history]


def _content(command: Command, entry: Entry) -> bytes:
    content = f"{type(command).__name__}\n{command.model_dump_json()}\n{entry.model_dump_json()}"
    return content.encode()


def _provenance(entry: Entry, sealer: "_Sealer", correlation: UUID) -> dict[str, Any]:
    return {
        **entry.model_dump(exclude={"note"}),
        "note": sealer.seal("note", entry.note) if entry.note else None,
        "correlation": entry.correlation or correlation,
    }


class _Sealer:
    """Seals what is personal in a command, under its person's key or, for nobody, one of its own."""

    def __init__(self, vault: Vault, command: Command, state: Any, own_key: UUID) -> None:
        self._vault = vault
        self._subject: UUID = (
            getattr(command, "person_id", None) or getattr(state, "person_id", None) or own_key
        )
        self.sealed: list[SealedValue] = []

    def seal(self, group: str, text: str) -> str:
        value = self._vault.seal(self._subject, group, text)
        self.sealed.append(value)
        return value.digest

    def command(self, command: Command) -> Command:
        fields: dict[str, Any] = {
            name: self.seal(mark.group, text)
            for name, info in type(command).model_fields.items()
            for mark in marks(info, Personal)
            if (text := getattr(command, name)) is not None
        }
        if isinstance(command, Correct):
            groups = _sealed_fields(command)
            fields["now"] = {
                name: self.seal(groups[name], value) if name in groups and value else value
                for name, value in command.now.items()
            }
        return command.model_copy(update=fields)


def _sealed_fields(command: Correct) -> dict[str, str]:
    return {
        name: found[0].group
        for event in command.EVENT.MENDS
        for name, info in event.model_fields.items()
        if (found := marks(info, SealedMark))
    }
