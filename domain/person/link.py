"""The link between two ids of one person."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.person import commands as c
from domain.person import events as e
from domain.person import rules


@dataclass(frozen=True, slots=True)
class PersonLink:
    """Two ids, and from which days on they are joined or parted."""

    person_id: UUID
    other_id: UUID
    joined: tuple[tuple[date, bool], ...] = ()

    def joined_on(self, day: date) -> bool:
        """Say whether the two ids mean one person on `day`."""
        return said_on(self.joined, day) is True


def decide_opening(
    link: PersonLink | None, command: c.JoinPersons, _seen: Seen
) -> list[e.PersonLinkEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.SAME_ID.require(command.person_id != command.other_id)
    joined = link is not None and link.joined_on(command.effective_on)
    rules.JOINED_ALREADY.require(not joined)
    return [e.PersonsJoined.model_validate(command.carried())]


def decide(link: PersonLink, command: c.PartPersons, _seen: Seen) -> list[e.PersonLinkEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_JOINED.require(link.joined_on(command.effective_on))
    ids = {"person_id": link.person_id, "other_id": link.other_id}
    return [e.PersonsParted.model_validate(command.common() | ids)]


def evolve(link: PersonLink | None, event: e.PersonLinkEvent) -> PersonLink:
    """Fold one effective event into the link."""
    day = event.effective_on
    match event:
        case e.PersonsJoined():
            link = link or PersonLink(event.person_id, event.other_id)
            return replace(link, joined=(*link.joined, (day, True)))
        case e.PersonsParted():
            link = opened(link)
            return replace(link, joined=(*link.joined, (day, False)))
        case _:
            assert_never(event)
