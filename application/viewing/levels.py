"""Which level of which skill each worker had on a day, as views of skills take it."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.worker import events as e
from domain.worker.levels import Held, Skill, levels_of

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
Levels = Mapping[Skill, Held[Recorded]]
"""The level of each skill, with the fact that says so."""


class Standing(NamedTuple):
    """One worker on a day: who, where, whether on the roll, and at which levels."""

    worker: UUID
    person: UUID
    municipality: str
    on_roll: bool
    levels: Levels


def standing(facts: Facts, on: date) -> Iterator[Standing]:
    """Give every worker registered by `on`, with what was true on that day."""
    for stream in facts.streams:
        told = [one for one in facts.in_record(stream) if one.event.effective_on <= on]
        if told and isinstance(told[0].event, e.WorkerRegistered):
            yield _standing(facts, stream, told)


def by_person(facts: Facts, on: date) -> Mapping[UUID, Levels]:
    """Give each person's levels on a day; of records that are joined the higher one counts."""
    found: dict[UUID, dict[Skill, Held[Recorded]]] = defaultdict(dict)
    for one in standing(facts, on):
        for skill, held in one.levels.items():
            before = found[one.person].get(skill)
            if before is None or before.level < held.level:
                found[one.person][skill] = held
    return found


def rose(before: Levels, now: Levels, among: Container[Skill] | None = None) -> bool:
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
    for fact in told:
        match fact.event:
            case e.WorkerRegistered() as event:
                person, municipality = facts.person(event.person_id), event.municipality
            case e.WorkerMoved() as event:
                municipality = event.municipality
            case e.WorkerLeft() | e.WorkerReturned() as event:
                here = isinstance(event, e.WorkerReturned)
    skills = ((fact.event, fact) for fact in told if isinstance(fact.event, e.SkillEvent))
    return Standing(stream, person, municipality, here, levels_of(skills))
