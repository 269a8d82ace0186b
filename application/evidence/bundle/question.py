"""What a bundle is asked for, and what is put in where it is not said."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from application.effective import effective_events
from application.evidence.bundle import refusals
from application.ports import Log
from application.service import Consortium
from domain.base.values.fiscal_year import fiscal_year_of
from domain.export.events import ExportMade
from domain.grant.events import PlanAmended, PlanSubmitted

Kind = Literal["evaluation", "publication"]

SUPPRESSED_BELOW = 5
"""Counts of persons below this are not published, unless a consortium says otherwise."""

MOST_YEARS = 200
"""As many as a bundle may be about (docs/bundle.md, 2)."""


@dataclass(frozen=True, slots=True)
class BundleAsked:
    """A bundle as somebody asks for it.

    Without a programme it is about the only grant programme whose plan is in the record; without a
    day, about today; without fiscal years, about all from the plan's first to that of the day.
    `as_of` is an earlier size that was signed, `previous` an earlier checkpoint as it was signed.
    """

    kind: Kind
    programme: str | None = None
    valid_on: date | None = None
    fiscal_years: tuple[int, ...] = ()
    as_of: int | None = None
    previous: str | None = None
    suppressed_below: int = SUPPRESSED_BELOW


@dataclass(frozen=True, slots=True)
class Question:
    """What a bundle answers: of which size of the log, which programme, on which day, which years.

    `suppressed_below` is None where nothing is suppressed.
    """

    kind: Kind
    size: int
    programme: str
    valid_on: date
    fiscal_years: tuple[int, ...]
    suppressed_below: int | None


def question(consortium: Consortium, asked: BundleAsked, size: int) -> Question:
    """Give the whole question; raises `RuleBroken` where it cannot be completed."""
    day = asked.valid_on or consortium.today()
    programme = asked.programme or _only_programme(consortium.log, size)
    _known(consortium.log, size, programme)
    years = asked.fiscal_years or _years(consortium.log, size, programme, day)
    refusals.TOO_MANY_YEARS.require(len(years) <= MOST_YEARS)
    return Question(
        kind=asked.kind,
        size=size,
        programme=programme,
        valid_on=day,
        fiscal_years=tuple(sorted(set(years))),
        suppressed_below=asked.suppressed_below if asked.kind == "publication" else None,
    )


def _known(log: Log, size: int, programme: str) -> None:
    """Demand that something is recorded of it; that a bundle was made is nothing of it."""
    others = set()
    for leaf in log.leaves(upto=size):
        if leaf.topic != ExportMade.TOPIC:
            if leaf.scope == programme:
                return
            others.add(leaf.scope)
    refusals.PROGRAMME_UNKNOWN.broken(programme=programme, programmes=sorted(others))


def _plans(log: Log, size: int) -> list[PlanSubmitted | PlanAmended]:
    topics = (PlanSubmitted.TOPIC, PlanAmended.TOPIC)
    said = (recorded.event for recorded in effective_events(log, topics, size))
    return [event for event in said if isinstance(event, PlanSubmitted | PlanAmended)]


def _only_programme(log: Log, size: int) -> str:
    found = {plan.programme for plan in _plans(log, size)}
    if len(found) != 1:
        refusals.PROGRAMME_NOT_SAID.broken(programmes=sorted(found))
    return found.pop()


def _years(log: Log, size: int, programme: str, day: date) -> tuple[int, ...]:
    firsts = [plan.first_year for plan in _plans(log, size) if plan.programme == programme]
    years = tuple(range(min(firsts), fiscal_year_of(day) + 1)) if firsts else ()
    if not years:
        refusals.YEARS_NOT_SAID.broken(programme=programme)
    return years
