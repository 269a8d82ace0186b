"""Which figures are not what they would be without one event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from application.effective import by_stream, with_mends
from application.figures.facts import read
from application.figures.figures import definitions
from application.figures.interpreter import compute, topics, undefined
from application.figures.joins import joins_in_force
from application.figures.values import Figure, FigureEvent, for_figures
from application.ports import Log
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from domain.base.event import COMMON
from domain.base.figure import Count, FigureDefinition, Sum
from domain.base.values.fiscal_year import fiscal_year_of

Aspect = Literal["definition", "value", "breakdown", "counted", "parts", "recorded"]
"""What can differ of a figure; `recorded` is how its facts came to be recorded."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One figure of one programme and year, without an event and with it.

    `every_programme` says that it counts the common scope alone, so that it is the same for
    whichever programme it is asked.
    """

    before: Figure
    after: Figure
    definition: FigureDefinition
    every_programme: bool

    def aspects(self) -> list[Aspect]:
        """Give what differs of it."""
        before, after = _aspects(self.before), _aspects(self.after)
        return [aspect for aspect in before if before[aspect] != after[aspect]]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one figure depends on, without the event or with it; the rest of the log is the same."""

    definition: FigureDefinition | None
    joins: Mapping[str, str]
    own: Sequence[FigureEvent] = ()


def moved(log: Log, event: Recorded, *, valid_on: date) -> Iterator[Moved]:
    """Give every figure that differs on a day between the positions before and of an event.

    Tried are the programmes and the fiscal years that occur in what the figure reads, and no year
    where it needs none. The log is read once for each definition.
    """
    positions = (event.position - 1, event.position)
    defined = [definitions(log, valid_on=valid_on, position=at) for at in positions]
    same = [joins_in_force(log, valid_on=valid_on, position=at) for at in positions]
    for code in sorted(defined[0].keys() | defined[1].keys()):
        before, after = (_Side(defined[n].get(code), same[n]) for n in (0, 1))
        yield from _of_code(log, event, code, before, after, valid_on)


def _of_code(  # noqa: PLR0913, PLR0917 - the parts of one question
    log: Log, event: Recorded, code: str, before: _Side, after: _Side, valid_on: date
) -> Iterator[Moved]:
    known = [side.definition for side in (before, after) if side.definition]
    persons = any(part.facts.persons for one in known for part in one.parts())
    # A definition, or who is one person with whom, can move it for every programme.
    at_large = before.definition != after.definition or (persons and before.joins != after.joins)
    wanted = frozenset[str]().union(*map(topics, known))
    if not at_large and event.event.TOPIC not in with_mends(wanted):
        return
    topics_read = sorted(with_mends(wanted))
    streams = by_stream(log.events(upto=event.position, topics=topics_read))
    own = streams.pop(event.stream, [])
    before = replace(before, own=_effective(r for r in own if r.position < event.position))
    after = replace(after, own=_effective(own))
    if not at_large and before.own == after.own:
        return
    others = [one for history in streams.values() for one in _effective(history)]
    facts = [*others, *before.own, *after.own]
    years = _years(known, facts, valid_on)
    programmes = _programmes(known, facts)
    touched = {one.programme for one in (*before.own, *after.own)}
    if not at_large and COMMON not in touched:
        programmes &= touched
    for programme in sorted(programmes):
        within = [one for one in others if one.programme in (programme, COMMON)]
        for year in years:
            was, now = (
                _figure(code, side, within, programme, year, valid_on) for side in (before, after)
            )
            if was != now:
                yield Moved(was, now, known[-1], _counts_common_alone(known))


def _effective(history: Iterable[Recorded]) -> list[FigureEvent]:
    return [for_figures(recorded) for recorded in in_order_of_days(list(history))]


def _figure(  # noqa: PLR0913, PLR0917 - each is one thing that a figure depends on
    code: str,
    side: _Side,
    others: Sequence[FigureEvent],
    programme: str,
    year: int | None,
    valid_on: date,
) -> Figure:
    if side.definition is None:
        return undefined(code, programme=programme, fiscal_year=year, valid_on=valid_on)
    return compute(
        side.definition,
        [*others, *side.own],
        programme=programme,
        fiscal_year=year,
        valid_on=valid_on,
        joins=side.joins,
    )


def _counts_common_alone(known: Sequence[FigureDefinition]) -> bool:
    return all(part.facts.scope == COMMON for one in known for part in one.parts())


def _programmes(known: Sequence[FigureDefinition], facts: Sequence[FigureEvent]) -> set[str]:
    if _counts_common_alone(known):
        return {COMMON}
    return {one.programme for one in facts} or {COMMON}


def _years(
    known: Sequence[FigureDefinition], facts: Sequence[FigureEvent], valid_on: date
) -> list[int | None]:
    found: set[int] = set()
    parts = [part for one in known for part in one.parts()]
    for part in parts:
        ends = part.facts.ends.topics if part.facts.ends else ()
        for one in facts:
            if part.year_field is None and one.topic in (*part.facts.opens, *ends):
                found.add(fiscal_year_of(one.effective_on))
            elif part.year_field is not None and one.topic in part.facts.opens:
                year = read(one, part.year_field)
                found |= {year} if isinstance(year, int) else set()
    needed = [{_needs_year(part) for part in one.parts()} for one in known]
    without: list[int | None] = [None] if any(True not in each for each in needed) else []
    # Where no fact says a year, that of the day stands for all.
    return [*without, *sorted(found or {fiscal_year_of(valid_on)})]


def _needs_year(part: Count | Sum) -> bool:
    return part.basis == "annual" or part.compared_with == "day_before_year"


def _aspects(figure: Figure) -> dict[Aspect, object]:
    return {
        "definition": figure.version,
        "value": (figure.value, figure.reason_without_value),
        "breakdown": (figure.by, figure.rows),
        "counted": figure.counted,
        "parts": figure.parts,
        "recorded": figure.recorded,
    }
