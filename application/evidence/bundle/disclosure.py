"""Which events a bundle shows whole. Of all others it shows that they are there, and no more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from application.evidence.bundle.question import Question
from domain.base.event import COMMON
from domain.base.families import IN_CONFIDENCE, family_of
from domain.base.figure import FigureDefinition

ALWAYS = frozenset({"log", "figure", "witness"})
"""Families that speak of the record itself."""
PERSONS = frozenset({"person", "client"})
"""Families that say which ids are one; they are needed wherever persons are counted."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is shown whole, and whether topic and scope are shown of everything else.

    Shown whole are the families in `everywhere`, those of `in_common` in the common scope, and all
    of the scope `programme`. What corrects or voids an event is of the same family and scope, so
    whoever is shown the one is shown the other.
    """

    topics: bool = False
    programme: str | None = None
    in_common: frozenset[str] = frozenset()
    everywhere: frozenset[str] = ALWAYS

    def whole(self, topic: str, scope: str) -> bool:
        """Say whether an event of this topic and scope is shown whole."""
        return self._whole(family_of(topic), scope)

    def recomputable(self, definition: FigureDefinition, programme: str) -> bool:
        """Say whether all is shown that a figure of the programme was computed from.

        Where topics are not shown, whatever is withheld could belong to it.
        """
        persons = not _names_persons(definition) or self.everywhere >= PERSONS
        return (
            self.topics
            and persons
            and all(self._whole(family, scope) for family, scope in _reads(definition, programme))
        )

    def _whole(self, family: str, scope: str) -> bool:
        if family in self.everywhere:
            return True
        if family in IN_CONFIDENCE:
            return False
        return scope == self.programme or (scope == COMMON and family in self.in_common)


def disclosure(question: Question, definitions: Iterable[FigureDefinition]) -> Disclosure:
    """Give what a bundle shows whole, whose figures have these definitions."""
    if question.kind == "publication":
        return Disclosure()
    given = list(definitions)
    reads = {pair for definition in given for pair in _reads(definition, question.programme)}
    return Disclosure(
        topics=True,
        programme=question.programme,
        in_common=frozenset(family for family, scope in reads if scope == COMMON),
        everywhere=ALWAYS | PERSONS if any(map(_names_persons, given)) else ALWAYS,
    )


def _reads(definition: FigureDefinition, programme: str) -> Iterator[tuple[str, str]]:
    for part in definition.parts():
        facts = part.facts
        for topic in (*facts.opens, *(facts.ends.topics if facts.ends else ())):
            yield family_of(topic), COMMON if facts.scope == "common" else programme


def _names_persons(definition: FigureDefinition) -> bool:
    return any(part.facts.persons for part in definition.parts())
