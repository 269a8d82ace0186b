"""Whether a mentor has to be qualified: what its record accepts, and what holds on a day."""

from dataclasses import dataclass, replace
from datetime import date

from domain.base.command import Seen
from domain.base.days import said_on
from domain.mentor import commands as c
from domain.mentor import events as e
from domain.mentor import rules


@dataclass(frozen=True, slots=True)
class MentorRequirement:
    """What was laid down, from which days on."""

    said: tuple[tuple[date, tuple[bool, str]], ...] = ()


def decide_opening(
    requirement: MentorRequirement | None, command: c.SetMentorRequirement, _seen: Seen
) -> list[e.MentorRequirementSet]:
    """Decide what a command records that opens the stream or goes on with it."""
    said = requirement.said if requirement else ()
    now = said_on(said, command.effective_on)
    rules.SAID_ALREADY.require(now != (command.required, command.wording))
    return [e.MentorRequirementSet.model_validate(command.carried())]


def evolve(
    requirement: MentorRequirement | None, event: e.MentorRequirementSet
) -> MentorRequirement:
    """Fold one effective event into what was laid down."""
    now = requirement or MentorRequirement()
    return replace(now, said=(*now.said, (event.effective_on, (event.required, event.wording))))
