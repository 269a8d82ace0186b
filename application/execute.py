"""The way of every command: load -> seal -> decide -> append."""

import os
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from application.checkable import require_checkable
from application.closed_years import ask_why
from application.decision import NotFound, Prepared, Source, prepare, stream_of
from application.evidence.drawing import require_drawn
from application.individual_numbers import ask_about_numbers
from application.ports import Append, Log, Receipt, StreamMoved, Vault
from application.recorded import JAPAN, Entry, Provenance, Recorded
from application.recording_day import require_happened
from application.sealing import Sealer
from domain.base.command import Command
from domain.base.event import Event
from domain.base.rule import RuleBroken


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
    today: date | None = None,
) -> Receipt:
    """Record what `command` asks for, once per `key`, and answer with version and position.

    `expected` is the version of the stream that the caller saw; `at` the time, in a simulated log
    only. `today` is the day of recording in Japan, where `at` does not say it: what is recorded as
    happened is held to it. Raises `RuleBroken`, `NotFound`, `Stale`, `StreamMoved`, `KeyReused`,
    `ClockRefused` or `Unavailable`; then nothing has been written.
    """
    fingerprint = vault.fingerprint(_content(command, entry))
    if before := log.answered(key, fingerprint):
        return before
    try:
        ask_about_numbers(command, dict(entry), entry.confirms)
        prepared = prepare(source_of(log), command)
        _require_seen(prepared, expected)
        sealer = Sealer(vault, command, prepared.state, uuid5(log.namespace, f"key|{key}"))
        events = prepared.decide(sealer.command(command))
        by = _provenance(entry, sealer, uuid5(log.namespace, f"command|{key}"))
        recorded = [
            Recorded(prepared.stream, version, event, Provenance(**by, salt=os.urandom(16).hex()))
            for version, event in enumerate(events, start=len(prepared.history) + 1)
        ]
        for one in recorded:
            require_checkable(one.by, one.event)
        if day := at.astimezone(JAPAN).date() if at else today:
            require_happened(command, prepared.history, events, day)
        ask_why(log, prepared.history, recorded)
        for event in events:
            require_drawn(log, event)
        append = Append(
            key=key,
            fingerprint=fingerprint,
            stream=prepared.stream,
            version=len(prepared.history) + len(events),
            expected=prepared.expected,
            relied=prepared.relied,
            dependents=prepared.dependents,
            sealed=sealer.sealed,
            at=at,
        )
        return log.append(recorded, append)
    except (RuleBroken, NotFound, Stale, StreamMoved) as refused:
        # The same request may have won a race with itself, and be what now stands in the way.
        if before := log.answered(key, fingerprint):
            return before
        stream = stream_of(log.namespace, command)
        if isinstance(refused, StreamMoved) and expected is not None and stream in refused.streams:
            raise Stale(len(log.read(stream))) from refused
        raise


def source_of(log: Log) -> Source:
    """Decide on what the log holds."""

    def history(stream: UUID) -> list[tuple[int, Event]]:
        return [(recorded.version, recorded.event) for recorded in log.read(stream)]

    return Source(log.namespace, history, log.dependents)


def _require_seen(prepared: Prepared, expected: int | None) -> None:
    version = len(prepared.history)
    if expected is not None and expected != version:
        raise Stale(version)


def _content(command: Command, entry: Entry) -> bytes:
    content = f"{type(command).__name__}\n{command.model_dump_json()}\n{entry.model_dump_json()}"
    return content.encode()


def _provenance(entry: Entry, sealer: Sealer, correlation: UUID) -> dict[str, Any]:
    return {
        **entry.model_dump(exclude={"note"}),
        "note": sealer.seal("note", entry.note) if entry.note else None,
        "correlation": entry.correlation or correlation,
    }
