"""The worker: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never
from uuid import UUID

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.commission.state import Commission
from domain.worker import commands as c
from domain.worker import events as e
from domain.worker import rules

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Worker:
    """One resident's record as far as its rules need it; each entry counts from its day on."""

    person_id: UUID
    roll: tuple[tuple[date, bool], ...]
    homes: tuple[tuple[date, str], ...]
    skills: tuple[tuple[date, tuple[str, str], bool], ...] = ()
    assessors: frozenset[UUID] = frozenset()

    def on_roll(self, day: date) -> bool:
        """Say whether the registration is in force on `day`, by all that is recorded."""
        return said_on(self.roll, day) is True

    def stays_on_roll(self, day: date, until: date) -> bool:
        """Say whether the registration is in force on every day from `day` to `until`."""
        days = [day, *(on for on, _ in self.roll if day < on <= until)]
        return all(self.on_roll(one) for one in days)

    def back_on(self, last_day: date) -> date:
        """Give the day of the first return after `last_day`; far ahead if there is none."""
        return min((on for on, here in self.roll if here and on > last_day), default=date.max)

    def known_on(self, day: date) -> bool:
        """Say whether `day` is not before the registration."""
        return said_on(self.roll, day) is not None

    def lives_in(self, day: date) -> str | None:
        """Give the municipality of residence on `day`."""
        return said_on(self.homes, day)

    def holds(self, skill: e.HeldSkill, day: date) -> bool:
        """Say whether a skill stands on the record on `day`."""
        one = (skill.framework, skill.skill)
        return said_on([(on, held) for on, each, held in self.skills if each == one], day) is True


def decide_opening(
    worker: Worker | None, command: c.RegisterWorker, _seen: Seen
) -> list[e.WorkerEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_REGISTERED.require(worker is None)
    return [e.WorkerRegistered.model_validate(command.carried())]


def decide(worker: Worker, command: c.WorkerStep, seen: Seen) -> list[e.WorkerEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    if isinstance(command, c.Return):
        rules.STILL_ON_ROLL.require(worker.known_on(day) and not worker.on_roll(day))
        return [e.WorkerReturned.model_validate(command.carried())]
    rules.NOT_ON_ROLL.require(worker.on_roll(day))
    match command:
        case c.ChangeName():
            return [e.NameChanged.model_validate(command.carried())]
        case c.ChangeContact():
            return [e.ContactChanged.model_validate(command.carried())]
        case c.MoveWorker():
            rules.LIVES_THERE_ALREADY.require(command.municipality != worker.lives_in(day))
            return [e.WorkerMoved.model_validate(command.carried())]
        case c.Leave():
            rules.HAS_OPEN_COMMISSIONS.require(not _works_after(worker, day, seen))
            left = command.common() | {"effective_on": day + ONE_DAY, "last_day": day}
            return [e.WorkerLeft.model_validate(left)]
        case c.ClaimSkill():
            return [e.SkillClaimed.model_validate(command.carried())]
        case c.AssessSkill():
            rules.OWN_ASSESSMENT.require(command.assessor != worker.person_id)
            return [e.SkillAssessed.model_validate(command.carried())]
        case c.WithdrawSkill():
            rules.SKILL_NOT_HELD.require(worker.holds(command, day))
            return [e.SkillWithdrawn.model_validate(command.carried())]
        case _:
            assert_never(command)


def sound(worker: Worker, before: Worker | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that a mended record would break.

    Work may rightly have ended after a last day that was recorded ahead; a correction of a name
    must not be refused for that, but no other last day may come to lie before open work.
    """
    rules.OWN_ASSESSMENT.require(worker.person_id not in worker.assessors)
    known = _left_early(before, seen) if before else set()
    rules.HAS_OPEN_COMMISSIONS.require(_left_early(worker, seen) <= known)


def _left_early(worker: Worker, seen: Seen) -> set[date]:
    last_days = {on - ONE_DAY for on, here in worker.roll if not here}
    return {last_day for last_day in last_days if _works_after(worker, last_day, seen)}


def _works_after(worker: Worker, last_day: date, seen: Seen) -> bool:
    # What was offered after a return has nothing to do with a leaving before it.
    back = worker.back_on(last_day)
    return any(one.offered_on < back and one.open_after(last_day) for one in seen.every(Commission))


def evolve(worker: Worker | None, event: e.WorkerEvent) -> Worker:
    """Fold one effective event into the worker."""
    day = event.effective_on
    if isinstance(event, e.WorkerRegistered):
        return Worker(event.person_id, ((day, True),), ((day, event.municipality),))
    worker = opened(worker)
    match event:
        case e.NameChanged() | e.ContactChanged():
            return worker
        case e.WorkerMoved():
            return replace(worker, homes=(*worker.homes, (day, event.municipality)))
        case e.WorkerLeft() | e.WorkerReturned():
            back = isinstance(event, e.WorkerReturned)
            return replace(worker, roll=(*worker.roll, (day, back)))
        case e.SkillClaimed() | e.SkillAssessed() | e.SkillWithdrawn():
            held = not isinstance(event, e.SkillWithdrawn)
            skill = (event.framework, event.skill)
            by = {event.assessor} if isinstance(event, e.SkillAssessed) else set()
            skills = (*worker.skills, (day, skill, held))
            return replace(worker, skills=skills, assessors=worker.assessors | by)
        case _:
            assert_never(event)
