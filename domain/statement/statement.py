"""The stated value: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import Correction, Void
from domain.statement import commands as c
from domain.statement import events as e
from domain.statement import rules


@dataclass(frozen=True, slots=True)
class Statement:
    """One value that a document states."""

    value: int


def decide(
    statement: Statement | None, command: c.StatementCommand, _seen: Seen
) -> list[e.StatementEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    match command:
        case c.StateValue():
            rules.STATED_ALREADY.require(statement is None)
            return [e.ValueStated.model_validate(command.carried())]
        case c.CorrectStatement() | c.VoidStatement():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(statement: Statement | None, event: e.StatementEvent) -> Statement | None:
    """Fold one effective event into the stated value."""
    match event:
        case e.ValueStated():
            return Statement(event.value)
        case Correction() | Void():
            return statement
        case _:
            assert_never(event)
