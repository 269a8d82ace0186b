"""The pilot: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import COMMON, opened
from domain.base.values.fiscal_year import fiscal_year_of
from domain.pilot import commands as c
from domain.pilot import events as e
from domain.pilot import rules


@dataclass(frozen=True, slots=True)
class Pilot:
    """One pilot as far as its rules need it.

    `linked_as_of` are the fiscal years in which, by its links with policies, it was begun.
    `failed_as_of` are the days of lessons that are from failure because it had been given up.
    """

    programme: str
    municipality: str
    started_on: date
    ended: bool = False
    given_up_on: date | None = None
    lessons: int = 0
    failed_as_of: tuple[date, ...] = ()
    policies: tuple[str, ...] = ()
    linked_as_of: frozenset[int] = frozenset()

    def given_up_by(self, day: date) -> bool:
        """Say whether it had been given up by `day`."""
        return self.given_up_on is not None and self.given_up_on <= day


def decide_opening(pilot: Pilot | None, command: c.StartPilot, _seen: Seen) -> list[e.PilotEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.STARTED_ALREADY.require(pilot is None)
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    return [e.PilotStarted.model_validate(command.carried())]


def decide(pilot: Pilot, command: c.PilotStep, _seen: Seen) -> list[e.PilotEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.BEFORE_THE_START.require(pilot.started_on <= command.effective_on)
    # What happens to a pilot stays with its programme and municipality: figures join nothing.
    of_pilot = {"programme": pilot.programme, "municipality": pilot.municipality}
    fields = command.carried() | of_pilot
    match command:
        case c.CompletePilot():
            rules.ENDED.require(not pilot.ended)
            return [e.PilotCompleted.model_validate(fields)]
        case c.AbandonPilot():
            rules.ENDED.require(not pilot.ended)
            return [e.PilotAbandoned.model_validate(fields)]
        case c.RecordLesson():
            return [e.LessonRecorded.model_validate(fields | _lesson(pilot, command))]
        case c.LinkPolicy():
            rules.LINKED_ALREADY.require(command.policy not in pilot.policies)
            begun_in = fiscal_year_of(pilot.started_on)
            return [e.PolicyLinked.model_validate(fields | {"begun_in": begun_in})]
        case _:
            assert_never(command)


def _lesson(pilot: Pilot, command: c.RecordLesson) -> dict[str, Any]:
    failed = command.learnt_from is e.LessonKind.FAILURE
    return {
        "lesson": pilot.lessons + 1,
        "shared_beyond": e.shared_beyond(command.shared_with, pilot.municipality),
        "from_failure": failed or pilot.given_up_by(command.effective_on),
    }


def evolve(pilot: Pilot | None, event: e.PilotEvent) -> Pilot:
    """Fold one effective event into the pilot."""
    if isinstance(event, e.PilotStarted):
        return Pilot(event.programme, event.municipality, event.effective_on)
    pilot = opened(pilot)
    match event:
        case e.PilotCompleted():
            return replace(pilot, ended=True)
        case e.PilotAbandoned():
            return replace(pilot, ended=True, given_up_on=event.effective_on)
        case e.LessonRecorded():
            failed = event.from_failure and event.learnt_from is not e.LessonKind.FAILURE
            return replace(
                pilot,
                lessons=max(pilot.lessons, event.lesson),
                failed_as_of=(*pilot.failed_as_of, *((event.effective_on,) if failed else ())),
            )
        case e.PolicyLinked():
            return replace(
                pilot,
                policies=(*pilot.policies, event.policy),
                linked_as_of=pilot.linked_as_of | {event.begun_in},
            )
        case _:
            assert_never(event)


def sound(pilot: Pilot) -> None:
    """Raise the rule that a mended pilot breaks."""
    rules.LINKED_ALREADY.require(len(set(pilot.policies)) == len(pilot.policies))
    rules.LESSON_SAYS_FAILURE.require(all(map(pilot.given_up_by, pilot.failed_as_of)))
    rules.LINKS_SAY_ANOTHER_YEAR.require(pilot.linked_as_of <= {fiscal_year_of(pilot.started_on)})
