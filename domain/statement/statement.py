"""The stated value: what its record accepts, and what its events make of it."""

from dataclasses import dataclass

from domain.base.command import Seen
from domain.evidence.evidence import EvidenceItem
from domain.statement import commands as c
from domain.statement import events as e
from domain.statement import rules


@dataclass(frozen=True, slots=True)
class Statement:
    """One value that a document states."""

    value: int


def decide_opening(
    statement: Statement | None, command: c.StateValue, seen: Seen
) -> list[e.ValueStated]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.STATED_ALREADY.require(statement is None)
    rules.NO_SUCH_EVIDENCE.require(seen.the(EvidenceItem, command.evidence))
    return [e.ValueStated.model_validate(command.carried())]


def evolve(_statement: Statement | None, event: e.ValueStated) -> Statement:
    """Fold one effective event into the stated value."""
    return Statement(event.value)
