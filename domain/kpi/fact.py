"""The counted fact: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.event import Correction, Void
from domain.kpi import commands as c
from domain.kpi import events as e
from domain.kpi import rules


@dataclass(frozen=True, slots=True)
class Fact:
    """One subject counted for one KPI."""

    kpi: str
    subject: UUID


def decide(fact: Fact | None, command: c.FactCommand, _seen: Seen) -> list[e.FactEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    match command:
        case c.CountFact():
            rules.COUNTED_ALREADY.require(fact is None)
            return [e.FactCounted.model_validate(command.carried())]
        case c.CorrectFact() | c.VoidFact():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(fact: Fact | None, event: e.FactEvent) -> Fact | None:
    """Fold one effective event into the fact."""
    match event:
        case e.FactCounted():
            return Fact(event.kpi, event.subject)
        case Correction() | Void():
            return fact
        case _:
            assert_never(event)
