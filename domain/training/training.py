"""A course: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.event import opened
from domain.training import commands as c
from domain.training import events as e
from domain.training import rules
from domain.training.state import Enrolment, Training


def decide_opening(
    training: Training | None, command: c.PlanTraining, _seen: Seen
) -> list[e.CourseEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.PLANNED_ALREADY.require(training is None)
    return [e.TrainingPlanned.model_validate(command.carried())]


def decide(training: Training, command: c.TrainingStep, seen: Seen) -> list[e.CourseEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": training.programme}
    cancelled_on = training.cancelled_on
    if isinstance(command, c.CancelTraining):
        rules.CANCELLED.require(cancelled_on is None)
        rules.AFTER_CANCELLING.require(all(on <= day for on in training.held.values()))
        event = e.TrainingCancelled.model_validate(fields)
        sound(evolve(training, event), training, seen)
        return [event]
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


def sound(training: Training, before: Training | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that a mended course would break.

    Nobody comes to have enrolled while it was not offered, but who had already.
    """
    rules.SCHEDULED_FOR_THE_PAST.require(training.in_order)
    for session, on in (*training.held.items(), *training.called_off.items()):
        rules.SESSION_NOT_SCHEDULED.require(training.scheduled.get(session, date.max) <= on)
    last = training.cancelled_on or date.max
    rules.AFTER_CANCELLING.require(all(on <= last for on in training.held.values()))
    known = _enrolled_outside(before, seen) if before else set()
    rules.ENROLLED_OUTSIDE.require(_enrolled_outside(training, seen) <= known)


def _enrolled_outside(training: Training, seen: Seen) -> set[date]:
    # Who enrols on the day of cancelling may have done so before it.
    first, last = training.planned_on, training.cancelled_on or date.max
    enrolled = {one.enrolled_on for one in seen.every(Enrolment)}
    return {day for day in enrolled if not first <= day <= last}


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
