"""An employment: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.employment import commands as c
from domain.employment import events as e
from domain.employment import rules


@dataclass(frozen=True, slots=True)
class Employment:
    """One employment of a person: what it is, its first and its last day."""

    work: dict[str, Any]
    programme: str
    began_on: date
    ended_on: date | None = None


def decide_opening(
    employment: Employment | None, command: c.BeginEmployment, _seen: Seen
) -> list[e.EmploymentEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.BEGAN_ALREADY.require(employment is None)
    return [e.EmploymentBegan.model_validate(command.carried())]


def decide(
    employment: Employment, command: c.EndEmployment, _seen: Seen
) -> list[e.EmploymentEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.ENDED_ALREADY.require(employment.ended_on is None)
    rules.ENDS_BEFORE_BEGIN.require(employment.began_on <= command.effective_on)
    fields = command.carried() | employment.work | {"programme": employment.programme}
    return [e.EmploymentEnded.model_validate(fields)]


def evolve(employment: Employment | None, event: e.EmploymentEvent) -> Employment:
    """Fold one effective event into the employment."""
    match event:
        case e.EmploymentBegan():
            work = {name: getattr(event, name) for name in e.Work.model_fields}
            return Employment(work, event.programme, event.effective_on)
        case e.EmploymentEnded():
            return replace(opened(employment), ended_on=event.effective_on)
        case _:
            assert_never(event)
