"""Rehearsing commands: would they be accepted, one after the other? Nothing is written."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.checkable import require_checkable
from application.decision import NotFound, Source, prepare, stream_of
from application.execute import Stale, source_of
from application.individual_numbers import Confirmed, ask_about_numbers
from application.ports import Log
from application.recording_day import require_happened
from application.sealing import sealed_fields
from domain.base.command import Command, Correct
from domain.base.event import Event
from domain.base.marks import marks
from domain.base.personal import Personal
from domain.base.rule import RuleBroken

UNSEALED = "0" * 64
"""Stands for a personal value: no decision looks at one."""


class Refused(Exception):  # noqa: N818 - an outcome
    """One of several commands would not be accepted; `reason` says why, Japanese first."""

    def __init__(self, command: Command, reason: str) -> None:
        """Keep which command, and why."""
        super().__init__(reason)
        self.command = command
        self.reason = reason


class Rehearsal:
    """The record as it would be if all commands accepted so far had been executed."""

    def __init__(
        self,
        log: Log | UUID,
        confirms: frozenset[Confirmed] = frozenset(),
        today: date | None = None,
    ) -> None:
        """Begin with what the log holds, or with nothing in a log of this namespace.

        `confirms` is what the caller answers already, `today` the day of recording, if it matters.
        """
        self._today = today
        self._confirms = confirms
        self._real = _nothing(log) if isinstance(log, UUID) else source_of(log)
        self._histories: dict[UUID, list[tuple[int, Event]]] = {}
        self._relied: defaultdict[UUID, list[UUID]] = defaultdict(list)
        self._taken: list[tuple[list[Any], int]] = []
        self._source = Source(self._real.namespace, self._history, self._dependents)

    def accept(self, command: Command) -> Sequence[Event]:
        """Take in a command and give what it records; raises as its execution would."""
        ask_about_numbers(command, {}, self._confirms)
        prepared = prepare(self._source, command)
        events = prepared.decide(with_stand_ins(command))
        for event in events:
            require_checkable(event)
        if self._today:
            require_happened(command, prepared.history, events, self._today)
        history = self._history(prepared.stream)
        history.extend(enumerate(events, start=len(history) + 1))
        self._taken.append((history, len(events)))
        for other in prepared.relied:
            self._relied[other].append(prepared.stream)
            self._taken.append((self._relied[other], 1))
        return events

    def accept_all(self, commands: Sequence[Command]) -> list[int]:
        """Take in all of these commands or none; raises `Refused`.

        Gives the version at which the stream of each was found.
        """
        self._taken.clear()
        found = []
        for command in commands:
            try:
                found.append(len(self._history(stream_of(self._source.namespace, command))))
                self.accept(command)
            except (RuleBroken, NotFound) as refusal:
                for taken, count in reversed(self._taken):
                    del taken[len(taken) - count :]
                raise Refused(command, reason_of(refusal)) from refusal
        return found

    def _history(self, stream: UUID) -> list[tuple[int, Event]]:
        if stream not in self._histories:
            self._histories[stream] = list(self._real.history(stream))
        return self._histories[stream]

    def _dependents(self, stream: UUID) -> list[UUID]:
        return list(dict.fromkeys([*self._real.dependents(stream), *self._relied[stream]]))


def _nothing(namespace: UUID) -> Source:
    return Source(namespace, lambda _stream: (), lambda _stream: ())


def reason_of(refusal: Exception) -> str:
    """Say why something was refused, Japanese first and with the rule's code."""
    match refusal:
        case RuleBroken():
            return f"{refusal.rule.ja} / {refusal.rule.code}"
        case NotFound():
            return (
                "その記録がありません。先に始まりを記録するか、表では上の行に書いてください"
                " / there is no such record; record its beginning first, or in a row above"
            )
        case Stale():
            return (
                "比べた後に、同じ記録が動いたか、上の行が記録できませんでした。もう一度取り込んで"
                "ください / since it was compared the record has moved, or a row above was refused;"
                " import it again"
            )
        case _:
            return f"同時に別の記録がありました。もう一度取り込んでください / {refusal}"


def with_stand_ins(command: Command) -> Command:
    """Give a command as it is decided, with something in the place of each personal value."""
    personal: dict[str, Any] = {
        name: UNSEALED
        for name, info in type(command).model_fields.items()
        if marks(info, Personal) and getattr(command, name) is not None
    }
    if isinstance(command, Correct):
        corrected = {name: UNSEALED for name in sealed_fields(command) if command.now.get(name)}
        personal["now"] = command.now | corrected
    return command.model_copy(update=personal)
