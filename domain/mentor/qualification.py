"""A mentor's qualification: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.mentor import commands as c
from domain.mentor import events as e
from domain.mentor import rules
from domain.training.events import Audience
from domain.training.state import Enrolment

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Qualification:
    """One person's qualification: from each day on until when it holds, None if it does not.

    `ended` are the first days without it.
    """

    person_id: UUID
    programme: str
    said: tuple[tuple[date, date | None], ...] = ()
    ended: tuple[date, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Say whether the person is qualified on `day`; the day it is valid until counts."""
        until = said_on(self.said, day)
        return until is not None and day <= until

    def ends_what_holds(self) -> bool:
        """Say whether the person was qualified on the day before each end."""
        return all(self.holds_on(day - ONE_DAY) for day in self.ended)


def decide_opening(
    qualification: Qualification | None, command: c.QualifyMentor, seen: Seen
) -> list[e.QualificationEvent]:
    """Decide what a command records that opens the stream or goes on with it."""
    day = command.effective_on
    rules.UNTIL_BEFORE_FROM.require((command.valid_until or day) >= day)
    by: dict[str, object] = {"training_number": None}
    if command.enrolment_id is not None:
        training = seen.the(Enrolment, command.enrolment_id)
        if (
            training is None
            or training.counted["audience"] is not Audience.MENTOR
            or not training.completed_by(command.person_id, day)
        ):
            rules.TRAINING_NOT_COMPLETED.broken()
        by = {"training_number": training.counted["training_number"]}
    programme = qualification.programme if qualification else command.programme
    event = e.MentorQualified.model_validate(command.carried() | by | {"programme": programme})
    return [_in_order(qualification, event)]


def decide(
    qualification: Qualification, command: c.EndQualification, _seen: Seen
) -> list[e.QualificationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_QUALIFIED.require(qualification.holds_on(command.effective_on - ONE_DAY))
    who = {"person_id": qualification.person_id, "programme": qualification.programme}
    event = e.MentorQualificationEnded.model_validate(command.carried() | who)
    return [_in_order(qualification, event)]


def _in_order(
    qualification: Qualification | None, event: e.QualificationEvent
) -> e.QualificationEvent:
    # An entry about an earlier day must leave in order what is recorded of later days.
    OTHERS_BUILD_ON_IT.require(evolve(qualification, event).ends_what_holds())
    return event


def sound(qualification: Qualification) -> None:
    """Raise the rule that a mended qualification would break."""
    for day, until in qualification.said:
        rules.UNTIL_BEFORE_FROM.require(until is None or day <= until)
    rules.NOT_QUALIFIED.require(qualification.ends_what_holds())


def evolve(qualification: Qualification | None, event: e.QualificationEvent) -> Qualification:
    """Fold one effective event into the qualification."""
    day = event.effective_on
    match event:
        case e.MentorQualified():
            now = qualification or Qualification(event.person_id, event.programme)
            return replace(now, said=(*now.said, (day, event.valid_until or date.max)))
        case e.MentorQualificationEnded():
            now = opened(qualification)
            return replace(now, said=(*now.said, (day, None)), ended=(*now.ended, day))
        case _:
            assert_never(event)
