"""Computes a figure from its definition and effective events: the same input, the same figure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from application.figures.facts import (
    Identifier,
    Identity,
    holding,
    read,
    read_integer,
    typed,
)
from application.figures.values import (
    EventRef,
    Figure,
    FigureError,
    FigureEvent,
    HowRecorded,
    Part,
    Reason,
    Row,
)
from application.recorded import how_recorded
from domain.base.event import COMMON
from domain.base.figure import Count, Difference, FigureDefinition, Ratio, Rounding, Sum
from domain.base.values.fiscal_year import fiscal_year_of, last_day

_Side = Literal["value", "numerator", "denominator"]
_Sign = Literal[1, -1]


@dataclass(frozen=True, slots=True)
class _Term:
    """A count or sum to be taken on a day; a measure of any kind is a list of these."""

    side: _Side
    sign: _Sign
    measure: Count | Sum
    day: date


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every term of one computation has in common."""

    programme: str
    fiscal_year: int | None
    joins: Mapping[str, str]
    by: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Taken:
    """A term with what came of it."""

    term: _Term
    facts: list[FigureEvent]
    value: int
    rows: Mapping[Identity, int]


class _NoValueError(Exception):
    def __init__(self, reason: Reason) -> None:
        self.reason = reason


def topics(definition: FigureDefinition) -> frozenset[str]:
    """Return the topics of all events that can change the figure."""
    return frozenset(definition.fields_by_topic())


def undefined(
    code: str,
    *,
    programme: str,
    fiscal_year: int | None,
    valid_on: date,
    version: int | None = None,
) -> Figure:
    """Return the figure for a code without a definition: no value, and the reason.

    None is in force or, where a version is named, none of that version was published.
    """
    return Figure(
        code=code,
        version=version,
        programme=programme,
        fiscal_year=fiscal_year,
        valid_on=valid_on,
        value=None,
        reason_without_value="not_defined" if version is None else "no_such_version",
    )


def compute(  # noqa: PLR0913 - each is part of what the figure states
    definition: FigureDefinition,
    events: Iterable[FigureEvent],
    *,
    programme: str,
    fiscal_year: int | None,
    valid_on: date,
    joins: Mapping[str, str],
) -> Figure:
    """Compute a figure.

    `events` may come in any order and hold more than is needed: what the definition does not ask
    for and what takes effect after `valid_on` is not counted. `fiscal_year` is the year in which
    the fiscal year begins. `joins` leads from a person's id to the one that stands for it (see
    `joins.py`).

    Raises `FigureError` where a counted event lacks a value that the definition names, where a
    position comes twice, or where a breakdown does not add up.
    """
    wanted = topics(definition)
    seen = sorted(
        (
            event
            for event in events
            if event.programme in (programme, COMMON) and event.topic in wanted
        ),
        key=lambda event: event.order,
    )
    if len({event.position for event in seen}) < len(seen):
        raise FigureError("an event was given twice")

    empty = replace(
        undefined(definition.code, programme=programme, fiscal_year=fiscal_year, valid_on=valid_on),
        version=definition.version,
        by=definition.by,
    )
    try:
        terms = list(_terms(definition, fiscal_year, valid_on))
    except _NoValueError as missing:
        return replace(empty, reason_without_value=missing.reason)

    asked = _Asked(programme, fiscal_year, joins, definition.by)
    taken = [_take(term, seen, asked) for term in terms]
    value, rows = _combine(definition.measure, taken)
    counted = {fact.position: fact for one in taken for fact in one.facts}
    return replace(
        empty,
        value=value,
        reason_without_value="denominator_zero" if value is None else None,
        rows=rows if definition.by else (),
        parts=tuple(_part(one) for one in taken),
        counted=_refs(counted.values()),
        recorded=_how_recorded(counted.values()),
    )


def require_sum(value: int, rows: Mapping[Identity, int]) -> None:
    """Raise `FigureError` where the lines of a breakdown do not add up to the value."""
    if sum(rows.values()) != value:
        raise FigureError(f"the breakdown adds up to {sum(rows.values())}, the figure is {value}")


def _how_recorded(facts: Iterable[FigureEvent]) -> HowRecorded:
    ways = Counter(
        how_recorded(fact.effective_on, fact.recorded_at, taken_over=fact.taken_over)
        for fact in facts
    )
    return HowRecorded(
        as_it_happened=ways["as_it_happened"], late=ways["late"], taken_over=ways["taken_over"]
    )


def _terms(
    definition: FigureDefinition, fiscal_year: int | None, valid_on: date
) -> Iterator[_Term]:
    for side, sign, measure in _signed(definition):
        if measure.basis == "annual" and fiscal_year is None:
            raise _NoValueError("no_fiscal_year")
        day = valid_on
        if measure.basis in ("level", "increment") and fiscal_year is not None:
            day = min(valid_on, last_day(fiscal_year))
        yield _Term(side, sign, measure, day)
        if measure.compared_with is not None:
            earlier = measure.compared_with
            if not isinstance(earlier, date):
                if fiscal_year is None:
                    raise _NoValueError("no_fiscal_year")
                earlier = last_day(fiscal_year - 1)
            if earlier >= day:
                raise _NoValueError("compared_day_not_earlier")
            yield _Term(side, -1 if sign == 1 else 1, measure, earlier)


def _signed(definition: FigureDefinition) -> Iterator[tuple[_Side, _Sign, Count | Sum]]:
    measure = definition.measure
    sides: list[tuple[_Side, Count | Sum | Difference]]
    if isinstance(measure, Ratio):
        sides = [("numerator", measure.numerator), ("denominator", measure.denominator)]
    else:
        sides = [("value", measure)]
    for side, whole in sides:
        if isinstance(whole, Difference):
            yield from ((side, 1, part) for part in whole.of)
            yield from ((side, -1, part) for part in whole.minus)
        else:
            yield side, 1, whole


def _take(term: _Term, events: Sequence[FigureEvent], asked: _Asked) -> _Taken:
    measure = term.measure
    identifier = Identifier(frozenset(measure.facts.persons), asked.joins)
    scope = asked.programme if measure.facts.scope == "programme" else COMMON
    within = [event for event in events if event.programme == scope]
    facts = [
        event
        for event in holding(measure.facts, within, term.day, identifier)
        if _in_years(event, measure, asked.fiscal_year)
    ]
    groups: dict[Identity, list[FigureEvent]] = {}
    for fact in facts:
        groups.setdefault(tuple(typed(read(fact, name)) for name in asked.by), []).append(fact)
    value = _amount(measure, facts, identifier)
    rows = {group: _amount(measure, members, identifier) for group, members in groups.items()}
    # Someone counted in two lines is one in the total, so only what is not distinct must add up.
    if isinstance(measure, Sum) or measure.distinct_by is None:
        require_sum(value, rows)
    return _Taken(term, facts, value, rows)


def _in_years(event: FigureEvent, measure: Count | Sum, fiscal_year: int | None) -> bool:
    if measure.basis in ("level", "increment") or fiscal_year is None:
        return True
    if measure.year_field is None:
        year = fiscal_year_of(event.effective_on)
    else:
        year = read_integer(event, measure.year_field)
    return year == fiscal_year if measure.basis == "annual" else year <= fiscal_year


def _amount(measure: Count | Sum, facts: Sequence[FigureEvent], identifier: Identifier) -> int:
    if isinstance(measure, Sum):
        return sum(read_integer(fact, measure.field) for fact in facts)
    if measure.distinct_by is None:
        return len(facts)
    return len({identifier.of(fact, [measure.distinct_by]) for fact in facts})


def _combine(
    measure: Count | Sum | Difference | Ratio, taken: Sequence[_Taken]
) -> tuple[int | None, tuple[Row, ...]]:
    totals: Counter[_Side] = Counter()
    lines: Counter[tuple[_Side, Identity]] = Counter()
    for one in taken:
        totals[one.term.side] += one.term.sign * one.value
        for group, amount in one.rows.items():
            lines[one.term.side, group] += one.term.sign * amount

    groups = sorted({group for _, group in lines}, key=_line_order)
    if not isinstance(measure, Ratio):
        rows = (Row(_plain(group), lines["value", group]) for group in groups)
        return totals["value"], tuple(rows)
    shares = (
        Row(_plain(group), _share(measure, lines["numerator", group], lines["denominator", group]))
        for group in groups
    )
    return _share(measure, totals["numerator"], totals["denominator"]), tuple(shares)


def _share(ratio: Ratio, numerator: int, denominator: int) -> int | None:
    return (
        None if denominator == 0 else _divide(ratio.scale * numerator, denominator, ratio.rounding)
    )


def _divide(dividend: int, divisor: int, rounding: Rounding) -> int:
    # Rounded by magnitude, since // rounds negative numbers away from zero.
    quotient, rest = divmod(abs(dividend), abs(divisor))
    if rounding == "half_up" and 2 * rest >= abs(divisor):
        quotient += 1
    return quotient if (dividend < 0) == (divisor < 0) else -quotient


def _plain(group: Identity) -> tuple[str | int | bool | None, ...]:
    return tuple(value for _, value in group)


def _line_order(group: Identity) -> tuple[tuple[str, int, str], ...]:
    # Lines are sorted by kind of value, then numbers as numbers and words as words.
    return tuple(
        (kind, value if isinstance(value, int) else 0, value if isinstance(value, str) else "")
        for kind, value in group
    )


def _part(taken: _Taken) -> Part:
    term = taken.term
    return Part(term.side, term.sign, term.day, taken.value, _refs(taken.facts))


def _refs(facts: Iterable[FigureEvent]) -> tuple[EventRef, ...]:
    return tuple(sorted((fact.ref for fact in facts), key=lambda ref: ref.position))
