"""The link between two ids of one person."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
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


def decide(
    link: PersonLink | None, command: c.PersonLinkCommand, _seen: Seen
) -> list[e.PersonLinkEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    match command:
        case c.JoinPersons():
            rules.SAME_ID.require(command.person_id != command.other_id)
            rules.JOINED_ALREADY.require(link is None or not link.joined_on(day))
            return [e.PersonsJoined.model_validate(command.carried())]
        case c.PartPersons():
            assert link is not None  # noqa: S101 - `execute` answers 404 before it comes to this
            rules.NOT_JOINED.require(link.joined_on(day))
            ids = {"person_id": link.person_id, "other_id": link.other_id}
            return [e.PersonsParted.model_validate(command.common() | ids)]
        case _:
            assert_never(command)


def evolve(link: PersonLink | None, event: e.PersonLinkEvent) -> PersonLink:
    """Fold one effective event into the link."""
    link = link or PersonLink(event.person_id, event.other_id)
    match event:
        case e.PersonsJoined() | e.PersonsParted():
            joined = isinstance(event, e.PersonsJoined)
            return replace(link, joined=(*link.joined, (event.effective_on, joined)))
        case _:
            assert_never(event)
