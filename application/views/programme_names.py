"""Names of the grant (交付金の名称): what was it called, from when until when, and who says so?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.values.era import to_japanese
from domain.base.words import Label
from domain.grant.events import ProgrammeNamed
from domain.grant.terms import ProgrammeName


class ProgrammeNamesAsks(Asks):
    """Of which project."""

    programme: Programme


@rowclass
class ProgrammeNameRow:
    """One name of the national grant; the one without an end holds on the day asked for."""

    name: ProgrammeName
    since: Annotated[date, Label("から", "since")]
    since_words: Annotated[str, Label("から（和暦）", "since, in Japanese years")]
    next_since: Annotated[date | None, Label("次の名称の初日", "first day of the next name")]
    evidence: Evidence | None


def compute(facts: Facts, asks: ProgrammeNamesAsks) -> Iterator[Line[ProgrammeNameRow]]:
    """Give the names in the order of their days."""
    found = [each for each in facts.of(ProgrammeNamed) if each[0].programme == asks.programme]
    for number, (named, fact) in enumerate(found, start=1):
        since = named.effective_on
        until = found[number][0].effective_on if number < len(found) else None
        row = ProgrammeNameRow(named.name, since, to_japanese(since), until, named.evidence)
        yield Line(row, (fact,))


PROGRAMME_NAMES = View(
    name="programme-names",
    label=Label("交付金の名称", "Names of the grant"),
    asks=ProgrammeNamesAsks,
    row=ProgrammeNameRow,
    reads=(ProgrammeNamed,),
    compute=compute,
)
