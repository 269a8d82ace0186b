"""Which level of which skill each worker had on a day, as views of skills take it."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.worker import events as e

READS = (
    e.WorkerRegistered,
    e.WorkerLeft,
    e.WorkerReturned,
    e.WorkerMoved,
    e.SkillClaimed,
    e.SkillAssessed,
    e.SkillWithdrawn,
    e.SkillFrameworkRemapped,
)
"""What is needed to know levels, and who was on the roll."""


class Skill(NamedTuple):
    """A skill of one version of a framework."""

    framework: str
    framework_version: str
    skill: str


class Held(NamedTuple):
    """A level, and the fact that says so."""

    level: int
    fact: Recorded


class Standing(NamedTuple):
    """One worker on a day: who, where, whether on the roll, and at which levels."""

    worker: UUID
    person: UUID
    municipality: str
    on_roll: bool
    levels: Mapping[Skill, Held]


def standing(facts: Facts, on: date) -> Iterator[Standing]:
    """Give every worker registered by `on`, with what was true on that day."""
    for stream in facts.streams:
        told = [one for one in facts.in_record(stream) if one.event.effective_on <= on]
        if told and isinstance(told[0].event, e.WorkerRegistered):
            yield _standing(facts, stream, told)


def by_person(facts: Facts, on: date) -> Mapping[UUID, Mapping[Skill, Held]]:
    """Give each person's levels on a day; of records that are joined the higher one counts."""
    found: dict[UUID, dict[Skill, Held]] = defaultdict(dict)
    for one in standing(facts, on):
        for skill, held in one.levels.items():
            before = found[one.person].get(skill)
            if before is None or before.level < held.level:
                found[one.person][skill] = held
    return found


def rose(
    before: Mapping[Skill, Held], now: Mapping[Skill, Held], among: Container[Skill] | None = None
) -> bool:
    """Say whether somebody stands higher in a skill that was held before, perhaps of some only.

    A level that was told for the first time shows where someone stands, not that they rose.
    """
    return any(
        before[skill].level < held.level
        for skill, held in now.items()
        if skill in before and (among is None or skill in among)
    )


def _standing(facts: Facts, stream: UUID, told: list[Recorded]) -> Standing:
    person, municipality, here = stream, "", True
    levels: dict[Skill, Held] = {}
    for fact in told:
        match fact.event:
            case e.WorkerRegistered() as event:
                person, municipality = facts.person(event.person_id), event.municipality
            case e.WorkerMoved() as event:
                municipality = event.municipality
            case e.WorkerLeft() | e.WorkerReturned() as event:
                here = isinstance(event, e.WorkerReturned)
            case e.SkillClaimed() | e.SkillAssessed() as event:
                _drop(levels, event)
                held = Skill(event.framework, event.framework_version, event.skill)
                levels[held] = Held(event.level, fact)
            case e.SkillWithdrawn() as event:
                _drop(levels, event)
            case e.SkillFrameworkRemapped() as event:
                _drop(levels, event)
                moved = Skill(event.framework, event.to_version, event.to_skill)
                levels[moved] = Held(event.to_level, fact)
    return Standing(stream, person, municipality, here, levels)


def _drop(levels: dict[Skill, Held], event: e.SkillLevel | e.HeldSkill) -> None:
    """Take a skill out, in whichever version it is held: the latest word about it counts."""
    for skill in [
        one for one in levels if (one.framework, one.skill) == (event.framework, event.skill)
    ]:
        del levels[skill]
