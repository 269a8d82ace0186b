"""A course: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.training import commands as c
from domain.training import events as e
from domain.training import rules


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


def decide_opening(
    training: Training | None, command: c.PlanTraining, _seen: Seen
) -> list[e.CourseEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.PLANNED_ALREADY.require(training is None)
    return [e.TrainingPlanned.model_validate(command.carried())]


def decide(training: Training, command: c.TrainingStep, _seen: Seen) -> list[e.CourseEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": training.programme}
    cancelled_on = training.cancelled_on
    if isinstance(command, c.CancelTraining):
        rules.CANCELLED.require(cancelled_on is None)
        rules.AFTER_CANCELLING.require(all(on <= day for on in training.held.values()))
        return [e.TrainingCancelled.model_validate(fields)]
    rules.CANCELLED.require(cancelled_on is None or day <= cancelled_on)
    if isinstance(command, c.ScheduleTraining):
        rules.SCHEDULED_FOR_THE_PAST.require(command.planned_for >= day)
        rules.SESSION_SETTLED.require(command.session not in training.settled())
        return [e.TrainingScheduled.model_validate(fields)]
    rules.SESSION_NOT_SCHEDULED.require(training.scheduled.get(command.session, date.max) <= day)
    rules.SESSION_SETTLED.require(command.session not in training.settled())
    match command:
        case c.HoldTraining():
            return [e.TrainingHeld.model_validate(fields)]
        case c.CallOffSession():
            return [e.SessionCalledOff.model_validate(fields)]
        case _:
            assert_never(command)


def sound(training: Training) -> None:
    """Raise the rule that a mended course would break."""
    rules.SCHEDULED_FOR_THE_PAST.require(training.in_order)
    for session, on in (*training.held.items(), *training.called_off.items()):
        rules.SESSION_NOT_SCHEDULED.require(training.scheduled.get(session, date.max) <= on)
    last = training.cancelled_on or date.max
    rules.AFTER_CANCELLING.require(all(on <= last for on in training.held.values()))


def evolve(training: Training | None, event: e.CourseEvent) -> Training:
    """Fold one effective event into the course."""
    day = event.effective_on
    if isinstance(event, e.TrainingPlanned):
        return Training(event.number, event.audience, event.programme, day)
    training = opened(training)
    match event:
        case e.TrainingScheduled():
            first = min(day, training.scheduled.get(event.session, date.max))
            return replace(
                training,
                scheduled=training.scheduled | {event.session: first},
                in_order=training.in_order and day <= event.planned_for,
            )
        case e.TrainingHeld():
            return replace(training, held=training.held | {event.session: day})
        case e.SessionCalledOff():
            return replace(training, called_off=training.called_off | {event.session: day})
        case e.TrainingCancelled():
            return replace(training, cancelled_on=day)
        case _:
            assert_never(event)
