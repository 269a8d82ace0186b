"""The link between two ids of one person."""

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.person import commands as c
from domain.person import events as e
from domain.person import rules


@dataclass(frozen=True, slots=True)
class PersonLink:
    """Two ids, and whether they are joined."""

    person_id: UUID
    other_id: UUID
    joined: bool = True


def decide(
    link: PersonLink | None, command: c.PersonLinkCommand, _seen: Seen
) -> list[e.PersonLinkEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    match command:
        case c.JoinPersons():
            rules.SAME_ID.require(command.person_id != command.other_id)
            rules.JOINED_ALREADY.require(link is None or not link.joined)
            return [e.PersonsJoined.model_validate(command.carried())]
        case c.PartPersons():
            assert link is not None  # noqa: S101 - `execute` answers 404 before it comes to this
            rules.NOT_JOINED.require(link.joined)
            ids = {"person_id": link.person_id, "other_id": link.other_id}
            return [e.PersonsParted.model_validate(command.common() | ids)]
        case _:
            assert_never(command)


def evolve(link: PersonLink | None, event: e.PersonLinkEvent) -> PersonLink:
    """Fold one effective event into the link."""
    match event:
        case e.PersonsJoined():
            return PersonLink(event.person_id, event.other_id)
        case e.PersonsParted():
            link = link or PersonLink(event.person_id, event.other_id)
            return replace(link, joined=False)
        case _:
            assert_never(event)
