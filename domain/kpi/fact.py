"""The counted fact: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.base.command import Seen
from domain.base.values.fiscal_year import first_day, last_day
from domain.consortium.membership import Membership, Standing
from domain.grant.plan import Plan
from domain.kpi import commands as c
from domain.kpi import events as e
from domain.kpi import rules
from domain.kpi.year import ClosedYear


@dataclass(frozen=True, slots=True)
class Fact:
    """One subject counted for one KPI."""

    kpi: str
    subject: UUID
    on: date
    fiscal_year: int


def decide_opening(fact: Fact | None, command: c.CountFact, seen: Seen) -> list[e.FactCounted]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.COUNTED_ALREADY.require(fact is None)
    for plan in seen.every(Plan):
        rules.NOT_IN_PLAN.require(command.kpi in {kpi for _, kpi in plan.kpis})
        rules.TAKES_NO_PART.require(_takes_part(command, plan, seen))
    closed = any(True for _ in seen.every(ClosedYear))
    rules.YEAR_CLOSED.require(not closed or command.after_closing)
    rules.NOT_CLOSED.require(closed or command.after_closing is None)
    counted = e.FactCounted.model_validate(command.carried())
    sound(evolve(None, counted))
    return [counted]


def _takes_part(command: c.CountFact, plan: Plan, seen: Seen) -> bool:
    day = command.effective_on
    applicants = plan.extent_on(max(day, plan.since)).applicants
    return command.municipality in {"joint", *applicants} or any(
        member.standing_on(day) is Standing.MEMBER for member in seen.every(Membership)
    )


def evolve(_fact: Fact | None, event: e.FactCounted) -> Fact:
    """Fold one effective event into the fact."""
    return Fact(event.kpi, event.subject, event.effective_on, event.fiscal_year)


def sound(fact: Fact) -> None:
    """Raise the rule that a counted fact breaks: its day lies in its fiscal year."""
    within = first_day(fact.fiscal_year) <= fact.on <= last_day(fact.fiscal_year)
    rules.DAY_OUTSIDE_YEAR.require(within)
