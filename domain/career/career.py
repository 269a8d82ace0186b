"""Career support: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.career import commands as c
from domain.career import events as e
from domain.career import rules
from domain.worker.worker import Worker


@dataclass(frozen=True, slots=True)
class Career:
    """One worker's career support as far as its rules need it; aims with their days."""

    counted: dict[str, Any]
    programme: str
    begun_on: date
    held: frozenset[int] = frozenset()
    aims: dict[int, date] = field(default_factory=dict)
    reviewed: tuple[tuple[date, int], ...] = ()


def decide_opening(
    career: Career | None, command: c.BeginCareerSupport, seen: Seen
) -> list[e.CareerEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    rules.BEGUN_ALREADY.require(career is None)
    worker = seen.the(Worker, command.worker_id)
    if worker is None or not worker.on_roll(day):
        rules.WORKER_NOT_ON_ROLL.broken()
    who = {"person_id": worker.person_id, "municipality": worker.lives_in(day)}
    return [e.CareerSupportBegun.model_validate(command.carried() | who)]


def decide(career: Career, command: c.CareerStep, _seen: Seen) -> list[e.CareerEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | career.counted | {"programme": career.programme}
    rules.BEFORE_BEGIN.require(career.begun_on <= day)
    match command:
        case c.HoldConsultation():
            rules.HELD_ALREADY.require(command.consultation not in career.held)
            return [e.CareerConsultationHeld.model_validate(fields)]
        case c.SetCareerAim():
            rules.AIM_SET_ALREADY.require(command.aim not in career.aims)
            return [e.CareerAimSet.model_validate(fields)]
        case c.ReviewCareerAim():
            rules.AIM_NOT_SET.require(career.aims.get(command.aim, date.max) <= day)
            return [e.CareerAimReviewed.model_validate(fields)]
        case _:
            assert_never(command)


def sound(career: Career) -> None:
    """Raise the rule that mended career support would break."""
    for day, aim in career.reviewed:
        rules.AIM_NOT_SET.require(career.aims.get(aim, date.max) <= day)


def evolve(career: Career | None, event: e.CareerEvent) -> Career:
    """Fold one effective event into the career support."""
    day = event.effective_on
    if isinstance(event, e.CareerSupportBegun):
        counted = {name: getattr(event, name) for name in e.Counted.model_fields}
        return Career(counted, event.programme, day)
    career = opened(career)
    match event:
        case e.CareerConsultationHeld():
            return replace(career, held=career.held | {event.consultation})
        case e.CareerAimSet():
            return replace(career, aims=career.aims | {event.aim: day})
        case e.CareerAimReviewed():
            return replace(career, reviewed=(*career.reviewed, (day, event.aim)))
        case _:
            assert_never(event)
