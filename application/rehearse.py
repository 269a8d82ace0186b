"""Rehearsing commands: would they be accepted, one after the other? Nothing is written."""

from collections import defaultdict
from uuid import UUID

from application.decision import Source, prepare
from application.execute import source_of
from application.ports import Log
from domain.base.command import Command
from domain.base.event import Event
from domain.base.marks import marks
from domain.base.personal import Personal

UNSEALED = "0" * 64
"""Stands for a personal value: no decision looks at one."""


class Rehearsal:
    """The record as it would be if all commands accepted so far had been executed."""

    def __init__(self, log: Log) -> None:
        """Begin with what the log holds."""
        self._real = source_of(log)
        self._histories: dict[UUID, list[tuple[int, Event]]] = {}
        self._relied: defaultdict[UUID, list[UUID]] = defaultdict(list)
        self._source = Source(log.namespace, self._history, self._dependents)

    def accept(self, command: Command) -> None:
        """Take in a command; raises `RuleBroken` or `NotFound` as its execution would."""
        prepared = prepare(self._source, command)
        events = prepared.decide(_sealed(command))
        history = self._history(prepared.stream)
        history.extend(enumerate(events, start=len(history) + 1))
        for other in prepared.relied:
            self._relied[other].append(prepared.stream)

    def _history(self, stream: UUID) -> list[tuple[int, Event]]:
        if stream not in self._histories:
            self._histories[stream] = list(self._real.history(stream))
        return self._histories[stream]

    def _dependents(self, stream: UUID) -> list[UUID]:
        return list(dict.fromkeys([*self._real.dependents(stream), *self._relied[stream]]))


def _sealed(command: Command) -> Command:
    personal = {
        name: UNSEALED
        for name, info in type(command).model_fields.items()
        if marks(info, Personal) and getattr(command, name) is not None
    }
    return command.model_copy(update=personal)
