"""The worker: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.event import Correction
from domain.worker import commands as c
from domain.worker import events as e
from domain.worker import rules

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Worker:
    """One resident's record as far as its rules need it."""

    person_id: UUID
    registered_on: date
    municipality: str
    left: tuple[date, ...] = ()
    returned: tuple[date, ...] = ()
    skills: frozenset[tuple[str, str]] = frozenset()

    def on_roll(self, day: date) -> bool:
        """Say whether the registration is in force on `day`, by all that is recorded."""
        if day < self.registered_on:
            return False
        last_left = max((left for left in self.left if left <= day), default=date.min)
        last_back = max((back for back in self.returned if back <= day), default=date.min)
        return last_left == date.min or last_back >= last_left


def decide(
    worker: Worker | None, command: c.WorkerCommand, _seen: Seen
) -> list[e.WorkerEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    if isinstance(command, c.RegisterWorker):
        rules.ALREADY_REGISTERED.require(worker is None)
        return [e.WorkerRegistered.model_validate(command.carried())]
    assert worker is not None  # noqa: S101 - `execute` answers 404 before it comes to this
    if isinstance(command, c.Return):
        rules.STILL_ON_ROLL.require(day >= worker.registered_on and not worker.on_roll(day))
        return [e.WorkerReturned.model_validate(command.carried())]
    rules.NOT_ON_ROLL.require(worker.on_roll(day))
    match command:
        case c.ChangeName():
            return [e.NameChanged.model_validate(command.carried())]
        case c.ChangeContact():
            return [e.ContactChanged.model_validate(command.carried())]
        case c.MoveWorker():
            rules.LIVES_THERE_ALREADY.require(command.municipality != worker.municipality)
            return [e.WorkerMoved.model_validate(command.carried())]
        case c.Leave():
            left = command.common() | {"effective_on": day + ONE_DAY, "last_day": day}
            return [e.WorkerLeft.model_validate(left)]
        case c.ClaimSkill():
            return [e.SkillClaimed.model_validate(command.carried())]
        case c.AssessSkill():
            rules.OWN_ASSESSMENT.require(command.assessor != worker.person_id)
            return [e.SkillAssessed.model_validate(command.carried())]
        case c.WithdrawSkill():
            rules.SKILL_NOT_HELD.require((command.framework, command.skill) in worker.skills)
            return [e.SkillWithdrawn.model_validate(command.carried())]
        case c.CorrectSkill() | c.CorrectRegistration():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(worker: Worker | None, event: e.WorkerEvent) -> Worker | None:
    """Fold one effective event into the worker."""
    if isinstance(event, e.WorkerRegistered):
        return Worker(event.person_id, event.effective_on, event.municipality)
    if worker is None:
        return None
    match event:
        case e.NameChanged() | e.ContactChanged():
            return worker
        case e.WorkerMoved():
            return replace(worker, municipality=event.municipality)
        case e.WorkerLeft():
            return replace(worker, left=(*worker.left, event.effective_on))
        case e.WorkerReturned():
            return replace(worker, returned=(*worker.returned, event.effective_on))
        case e.SkillClaimed() | e.SkillAssessed():
            held = worker.skills | {(event.framework, event.skill)}
            return replace(worker, skills=held)
        case e.SkillWithdrawn():
            held = worker.skills - {(event.framework, event.skill)}
            return replace(worker, skills=held)
        case Correction():
            return worker
        case _:
            assert_never(event)
