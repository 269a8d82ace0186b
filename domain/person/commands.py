"""Joining two ids of one person, and parting them again."""

from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from domain.base.command import Command
from domain.base.event import COMMON, Programme
from domain.base.fields import PersonId
from domain.base.words import Label
from domain.person import rules

OfAllProgrammes = Annotated[Programme, StringConstraints(pattern=f"^{COMMON}$")]
"""Who is one person is so in every programme."""


class JoinPersons(Command):
    """Record that two ids mean one person. The reason is part of the entry."""

    LABEL = Label("同一人物として統合する", "Join two ids of one person")
    REFUSALS = (rules.SAME_ID, rules.JOINED_ALREADY)

    programme: OfAllProgrammes = COMMON
    person_id: PersonId
    other_id: PersonId

    def opens(self) -> str:
        """One stream for each pair of ids, whichever is named first."""
        return "|".join(sorted(map(str, (self.person_id, self.other_id))))


class PartPersons(Command):
    """Record that two joined ids mean two people after all."""

    LABEL = Label("統合を解く", "Part two joined ids")
    TARGET = "link_id"
    REFUSALS = (rules.NOT_JOINED,)

    programme: OfAllProgrammes = COMMON
    link_id: Annotated[UUID, Label("統合の記録", "person link")]


PersonLinkCommand = JoinPersons | PartPersons
