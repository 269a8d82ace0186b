"""A course and somebody's part in it, as far as the rules of both need them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from domain.training import events as e


@dataclass(frozen=True, slots=True)
class Training:
    """One course as far as its rules need it.

    Schedules are kept with the day on which they were made first, sessions held with their day.
    """

    number: str
    audience: e.Audience
    programme: str
    planned_on: date
    scheduled: dict[int, date] = field(default_factory=dict)
    in_order: bool = True
    held: dict[int, date] = field(default_factory=dict)
    called_off: dict[int, date] = field(default_factory=dict)
    cancelled_on: date | None = None

    def settled(self) -> set[int]:
        """Give the sessions that were held or do not take place."""
        return self.held.keys() | self.called_off.keys()

    def offered_on(self, day: date) -> bool:
        """Say whether people can take part on `day`."""
        return self.planned_on <= day and (self.cancelled_on is None or day < self.cancelled_on)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person's part in one course; sessions attended are kept with their days."""

    counted: dict[str, Any]
    programme: str
    enrolled_on: date
    attended: dict[int, date] = field(default_factory=dict)
    completed_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def over(self) -> date | None:
        """Give the day on which it ended, either way."""
        return self.completed_on or self.withdrawn_on

    def completed_by(self, person: UUID, day: date) -> bool:
        """Say whether this person had completed the course by `day`."""
        mine = self.counted["person_id"] == person
        return mine and (self.completed_on or date.max) <= day
