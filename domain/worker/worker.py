"""The worker: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
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
from domain.worker.levels import Held, Skill, levels_of

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Worker:
    """One resident's record as far as its rules need it; each entry counts from its day on.

    `skills` is what was told of their levels, in the order of recording.
    """

    person_id: UUID
    roll: tuple[tuple[date, bool], ...]
    homes: tuple[tuple[date, str], ...]
    skills: tuple[e.SkillEvent, ...] = ()
    assessors: frozenset[UUID] = frozenset()
    endorsers: frozenset[UUID] = frozenset()

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

    def levels_on(self, day: date) -> Mapping[Skill, Held[e.SkillEvent]]:
        """Give the level of each skill that stands on the record on `day`."""
        told = [(one, one) for one in self.skills if one.effective_on <= day]
        return levels_of(sorted(told, key=lambda each: each[0].effective_on))

    def version_of(self, skill: e.HeldSkill, day: date) -> str | None:
        """Give in which version of its framework a skill stands on the record on `day`."""
        wanted = (skill.framework, skill.skill)
        held = (one for one in self.levels_on(day) if (one.framework, one.skill) == wanted)
        return next((one.framework_version for one in held), None)

    def rose_by(self, day: date, framework: str) -> bool:
        """Say whether a level that was found to have risen stands on `day` in a framework."""
        levels = self.levels_on(day).items()
        return any(held.rises for skill, held in levels if skill.framework == framework)


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
            # Entered again, it would undo a return of the day after.
            rules.LEAVING_RECORDED.require((day + ONE_DAY, False) not in worker.roll)
            rules.HAS_OPEN_COMMISSIONS.require(not _works_after(worker, day, seen))
            left = command.common() | {"effective_on": day + ONE_DAY, "last_day": day}
            return [e.WorkerLeft.model_validate(left)]
        case c.ClaimSkill():
            return [e.SkillClaimed.model_validate(command.carried())]
        case c.AssessSkill():
            rules.OWN_ASSESSMENT.require(command.assessor != worker.person_id)
            return [e.SkillAssessed.model_validate(command.carried())]
        case c.WithdrawSkill():
            rules.SKILL_NOT_HELD.require(worker.version_of(command, day))
            return [e.SkillWithdrawn.model_validate(command.carried())]
        case c.EndorseSkill():
            rules.SKILL_NOT_HELD.require(worker.version_of(command, day))
            rules.OWN_ENDORSEMENT.require(command.endorser != worker.person_id)
            return [e.SkillEndorsed.model_validate(command.carried())]
        case c.RemapSkill():
            version = worker.version_of(command, day)
            rules.SKILL_NOT_HELD.require(version == command.framework_version)
            rules.MAPS_TO_ITSELF.require(command.to_version != version)
            return [e.SkillFrameworkRemapped.model_validate(command.carried())]
        case _:
            assert_never(command)


def sound(worker: Worker, before: Worker | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that a mended record would break.

    Work may rightly have ended after a last day that was recorded ahead; a correction of a name
    must not be refused for that, but no other last day may come to lie before open work.
    """
    rules.OWN_ASSESSMENT.require(worker.person_id not in worker.assessors)
    rules.OWN_ENDORSEMENT.require(worker.person_id not in worker.endorsers)
    left = min((on for on, here in worker.roll if not here), default=date.max)
    rules.STILL_ON_ROLL.require(all(left <= on for on, back in worker.roll[1:] if back))
    known = _left_early(before, seen) if before else set()
    rules.HAS_OPEN_COMMISSIONS.require(_left_early(worker, seen) <= known)
    unknown = _offered_off_the_roll(before, seen) if before else set()
    rules.OFFERED_BEFORE.require(_offered_off_the_roll(worker, seen) <= unknown)


def _left_early(worker: Worker, seen: Seen) -> set[date]:
    last_days = {on - ONE_DAY for on, here in worker.roll if not here}
    return {last_day for last_day in last_days if _works_after(worker, last_day, seen)}


def _offered_off_the_roll(worker: Worker, seen: Seen) -> set[date]:
    offered = {one.offered_on for one in seen.every(Commission)}
    return {day for day in offered if not worker.on_roll(day)}


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
        case e.SkillClaimed() | e.SkillWithdrawn() | e.SkillFrameworkRemapped():
            return replace(worker, skills=(*worker.skills, event))
        case e.SkillAssessed():
            assessors = worker.assessors | {event.assessor}
            return replace(worker, skills=(*worker.skills, event), assessors=assessors)
        case e.SkillEndorsed():
            return replace(worker, endorsers=worker.endorsers | {event.endorser})
        case _:
            assert_never(event)
