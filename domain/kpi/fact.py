"""The counted fact: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from uuid import UUID

from domain.base.command import Seen
from domain.kpi import commands as c
from domain.kpi import events as e
from domain.kpi import rules
from domain.kpi.year import ClosedYear


@dataclass(frozen=True, slots=True)
class Fact:
    """One subject counted for one KPI."""

    kpi: str
    subject: UUID


def decide_opening(fact: Fact | None, command: c.CountFact, seen: Seen) -> list[e.FactCounted]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.COUNTED_ALREADY.require(fact is None)
    closed = any(True for _ in seen.every(ClosedYear))
    rules.YEAR_CLOSED.require(not closed or command.after_closing)
    rules.NOT_CLOSED.require(closed or command.after_closing is None)
    return [e.FactCounted.model_validate(command.carried())]


def evolve(_fact: Fact | None, event: e.FactCounted) -> Fact:
    """Fold one effective event into the fact."""
    return Fact(event.kpi, event.subject)
