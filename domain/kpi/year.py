"""The fiscal year of a KPI: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date

from domain.base.command import Seen
from domain.base.values.fiscal_year import last_day
from domain.kpi import commands as c
from domain.kpi import events as e
from domain.kpi import rules


@dataclass(frozen=True, slots=True)
class ClosedYear:
    """A fiscal year of a KPI that was closed."""

    closed_on: date


def decide_opening(
    year: ClosedYear | None, command: c.CloseKpiYear, _seen: Seen
) -> list[e.KpiYearClosed]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.CLOSED_ALREADY.require(year is None)
    ended = last_day(command.fiscal_year) <= command.effective_on
    rules.CLOSED_BEFORE_ITS_END.require(ended)
    return [e.KpiYearClosed.model_validate(command.carried())]


def evolve(_year: ClosedYear | None, event: e.KpiYearClosed) -> ClosedYear:
    """Fold one effective event into the year."""
    return ClosedYear(event.effective_on)
