"""Mock work and a worker's part in it, as far as the rules need them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.base.command import Seen
from domain.mock_work.events import ResultUse


@dataclass(frozen=True, slots=True)
class MockTask:
    """One piece of mock work as far as its rules need it."""

    number: str
    programme: str
    capacity: int
    first_day: date
    last_day: date
    opened_on: date | None = None
    closed_on: date | None = None
    cancelled_on: date | None = None

    def open_on(self, day: date) -> bool:
        """Say whether workers can join on `day`; the days of closing and the last count."""
        until = min(self.last_day, self.closed_on or date.max)
        if self.opened_on is None or self.cancelled_on is not None:
            return False
        return self.opened_on <= day <= until


@dataclass(frozen=True, slots=True)
class Participation:
    """One worker's part in one piece of mock work; `steps` are the days of what came of it."""

    counted: dict[str, Any]
    programme: str
    joined_on: date
    supporters: frozenset[UUID] = frozenset()
    steps: tuple[date, ...] = ()
    completed_on: date | None = None
    dropped_on: date | None = None
    use: ResultUse = ResultUse.PRACTICE

    @property
    def over(self) -> date | None:
        """Give the day on which it ended, either way."""
        return self.completed_on or self.dropped_on


def taking_part(seen: Seen) -> list[Participation]:
    """Give those that take up a place: whoever has not ended taking part before completing."""
    return [one for one in seen.every(Participation) if one.dropped_on is None]
