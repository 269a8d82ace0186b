"""Somebody's part in a course: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.training import commands as c
from domain.training import events as e
from domain.training import rules
from domain.training.state import Enrolment, Training
from domain.worker.worker import Worker


def decide_opening(
    enrolment: Enrolment | None, command: c.Enrol, seen: Seen
) -> list[e.EnrolmentEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    rules.ENROLLED_ALREADY.require(enrolment is None)
    training = seen.the(Training, command.training_id)
    if training is None or not training.offered_on(day):
        rules.NO_SUCH_TRAINING.broken()
    worker = seen.the(Worker, command.worker_id) if command.worker_id else None
    named = worker is not None and worker.person_id == command.person_id and worker.on_roll(day)
    # A mentor need not be a worker; but who is named as one is one.
    needed = training.audience is e.Audience.WORKER or command.worker_id is not None
    rules.TRAINEE_NOT_ON_ROLL.require(named or not needed)
    counted = {
        "training_number": training.number,
        "audience": training.audience,
        "municipality": worker.lives_in(day) if worker else None,
        "programme": training.programme,
    }
    return [e.Enrolled.model_validate(command.carried("worker_id") | counted)]


def decide(enrolment: Enrolment, command: c.EnrolmentStep, seen: Seen) -> list[e.EnrolmentEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | enrolment.counted | {"programme": enrolment.programme}
    if isinstance(command, c.AttendTraining):
        last = enrolment.over or date.max
        rules.OUTSIDE_ENROLMENT.require(enrolment.enrolled_on <= day <= last)
        training = seen.the(Training, command.training_id)
        mine = enrolment.counted["training_id"] == command.training_id
        held = mine and training is not None and training.held.get(command.session) == day
        rules.NOT_HELD.require(held)
        rules.ATTENDED_ALREADY.require(command.session not in enrolment.attended)
        return [e.TrainingAttended.model_validate(fields)]
    rules.ENROLMENT_OVER.require(enrolment.over is None)
    latest = max((enrolment.enrolled_on, *enrolment.attended.values()))
    rules.OUTSIDE_ENROLMENT.require(latest <= day)
    match command:
        case c.CompleteTraining():
            return [e.TrainingCompleted.model_validate(fields)]
        case c.WithdrawFromTraining():
            return [e.TrainingWithdrawn.model_validate(fields)]
        case _:
            assert_never(command)


def sound(enrolment: Enrolment) -> None:
    """Raise the rule that a mended enrolment would break."""
    first, last = enrolment.enrolled_on, enrolment.over or date.max
    rules.OUTSIDE_ENROLMENT.require(first <= last)
    days = enrolment.attended.values()
    rules.OUTSIDE_ENROLMENT.require(all(first <= day <= last for day in days))


def evolve(enrolment: Enrolment | None, event: e.EnrolmentEvent) -> Enrolment:
    """Fold one effective event into the enrolment."""
    day = event.effective_on
    if isinstance(event, e.Enrolled):
        counted = {name: getattr(event, name) for name in e.Counted.model_fields}
        return Enrolment(counted, event.programme, day)
    enrolment = opened(enrolment)
    match event:
        case e.TrainingAttended():
            return replace(enrolment, attended=enrolment.attended | {event.session: day})
        case e.TrainingCompleted():
            return replace(enrolment, completed_on=day)
        case e.TrainingWithdrawn():
            return replace(enrolment, withdrawn_on=day)
        case _:
            assert_never(event)
