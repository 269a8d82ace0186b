"""The figure language: integers, equality and one order, run over effective events.

Written from docs/bundle.md and from the page of the language (domain/base/figure.py) alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from .archive import EVENTS
from .events import Event
from .forms import Definition
from .strict import Malformed

JOINS = {
    "person.joined": ("person_id", "other_id"),
    "person.parted": ("person_id", "other_id"),
    "client.merged": ("client_id", "duplicate_id"),
    "client.parted": ("client_id", "duplicate_id"),
}
_RANKS: dict[type, int] = {type(None): 0, bool: 1, int: 2, str: 3}
Typed = tuple[int, Any]
"""A value behind the rank of its type: so `true` is not 1, and there is one order for all."""


class NoFigure(ValueError):  # noqa: N818 - an outcome
    """An event lacks what the definition asks of it."""


class Term(NamedTuple):
    """One count or sum on one day: where it stands, and its facts."""

    side: str
    sign: int
    day: str
    measure: Definition
    facts: list[Event]


class Figures:
    """Computes figures of a programme as of a day, from all effective events in their order."""

    def __init__(self, events: Iterable[Event], programme: str, valid_on: str) -> None:
        """Sort the events by topic, and find out which ids are one person on the day."""
        self._asked = {"programme": programme, "valid_on": valid_on}
        self._events = defaultdict[str, list[Event]](list)
        said: dict[frozenset[Any], bool] = {}
        for event in events:
            self._events[event.topic].append(event)
            if event.topic in JOINS and event.day <= valid_on:
                ids = [event.fields.get(name) for name in JOINS[event.topic]]
                if not all(type(one) is str for one in ids):
                    raise Malformed(f"{EVENTS}:{event.position}", "state")
                said[frozenset(ids)] = not event.topic.endswith(".parted")
        self._persons = _smallest(pair for pair, joined in said.items() if joined)

    def figure(self, definition: Definition, year: int) -> dict[str, Any]:
        """Compute a figure for a fiscal year; raises `NoFigure`."""
        measure, by = definition["measure"], definition["by"]
        terms = self._terms(definition, year)
        for term in terms:
            term.facts.extend(self._facts(term.measure, term.day, year))
        groups = defaultdict[tuple[Typed, ...], list[Term]](list)
        for term in terms if by else ():
            its = defaultdict[tuple[Typed, ...], list[Event]](list)
            for fact in term.facts:
                its[tuple(_typed(_field(fact, name)) for name in by)].append(fact)
            for group, of_group in its.items():
                groups[group].append(term._replace(facts=of_group))
        value = self._value(measure, terms)
        none = "denominator_zero" if terms else "compared_day_not_earlier"
        counted = {fact.position: fact.how for term in terms for fact in term.facts}
        how = [*counted.values()]
        return {
            **{key: definition[key] for key in ("code", "version", "by")},
            **self._asked,
            "fiscal_year": year,
            "value": value,
            "reason_without_value": none if value is None else None,
            "rows": [
                {"by": [value for _, value in group], "value": self._value(measure, groups[group])}
                for group in sorted(groups)
            ],
            "parts": [
                {
                    "side": term.side,
                    "sign": term.sign,
                    "day": term.day,
                    "value": self._amount(term),
                    "counted": sorted(fact.position for fact in term.facts),
                }
                for term in terms
            ],
            "counted": sorted(counted),
            "recorded": {
                each: how.count(each) for each in ("as_it_happened", "late", "taken_over")
            },
        }

    def _terms(self, definition: Definition, year: int) -> list[Term]:
        """Give the terms in their order; none at all where a day compared with is not earlier."""
        terms = []
        for side, sign, part in definition["parts"]:
            over_years = part["basis"] in {"annual", "cumulative"}
            day = self._asked["valid_on"]
            day = day if over_years else min(day, f"{year + 1}-03-31")
            terms.append(Term(side, sign, day, part, []))
            if before := part["compared_with"]:
                before = f"{year}-03-31" if before == "day_before_year" else before
                terms.append(Term(side, -sign, before, part, []))
                if before >= day:
                    return []
        return terms

    def _facts(self, part: Definition, day: str, year: int) -> list[Event]:
        """Open, end, keep, year: give the facts that hold on a day, in their order."""
        facts, ends, keep = part["facts"], part["facts"]["ends"], part["facts"]["keep"]
        scope = "common" if facts["scope"] == "common" else self._asked["programme"]

        def past(topics: Iterable[str], where: Sequence[Definition]) -> list[Event]:
            every = [event for topic in {*topics} for event in self._events[topic]]
            ours = [event for event in every if event.scope == scope and event.day <= day]
            return sorted(_meeting(ours, where), key=lambda event: event.order)

        def told_apart(event: Event, names: Iterable[str]) -> tuple[Typed, ...]:
            return tuple(self._told_apart(event, name, facts["persons"]) for name in names)

        found = past(facts["opens"], facts["where"])
        if ends:
            same, over = ["stream", *ends["same"]], ends["effective"] == "first_day_without"
            # An ending in which a field of `same` is null ends nothing.
            last = {
                told_apart(event, same): event.order
                for event in past(ends["topics"], ends["where"])
                if (over or event.day < day)
                and all(_field(event, name) is not None for name in same)
            }
            found = [f for f in found if last.get(told_apart(f, same), f.order) <= f.order]
        if keep != "all":
            in_turn = found if keep == "latest" else found[::-1]
            kept = {told_apart(fact, facts["key"]): fact for fact in in_turn}
            found = sorted(kept.values(), key=lambda fact: fact.order)
            found = _meeting(found, facts["kept_where"])
        if part["basis"] in {"annual", "cumulative"}:
            earlier, name = part["basis"] == "cumulative", part["year_field"] or "effective_year"
            found = [
                fact
                for fact in found
                if (its := _integer(fact, name)) == year or (earlier and its < year)
            ]
        return found

    def _told_apart(self, event: Event, name: str, persons: Sequence[str]) -> Typed:
        """Give what a fact is told apart by: joined ids are one person."""
        found, person = _field(event, name), name in persons
        if found is None or (person and type(found) is not str):
            raise NoFigure(f"position {event.position} lacks {name}")
        return _typed(self._persons.get(found, found) if person else found)

    def _amount(self, term: Term) -> int:
        measure, facts = term.measure, term.facts
        if measure["kind"] == "sum":
            return sum(_integer(fact, measure["field"]) for fact in facts)
        if name := measure["distinct_by"]:
            return len({self._told_apart(f, name, measure["facts"]["persons"]) for f in facts})
        return len(facts)

    def _value(self, measure: Definition, terms: Iterable[Term]) -> int | None:
        totals = Counter[str]()
        for term in terms:
            totals[term.side] += term.sign * self._amount(term)
        if measure["kind"] != "ratio":
            return totals.get("value")
        below = totals.get("denominator")
        if not below:
            return None
        above = measure["scale"] * totals["numerator"]
        half = abs(below) if measure["rounding"] == "half_up" else 0
        size: int = (2 * abs(above) + half) // (2 * abs(below))
        return size if (above < 0) == (below < 0) else -size


def _smallest(pairs: Iterable[Iterable[str]]) -> dict[str, str]:
    """Give for each id in the pairs, unless it is that one, the smallest connected with it."""
    smaller: dict[str, str] = {}

    def smallest(one: str) -> str:
        while one in smaller:
            # Each step shortens the way for whoever comes next.
            smaller[one] = one = smaller.get(smaller[one], smaller[one])
        return one

    for pair in pairs:
        first, *others = sorted({smallest(one) for one in pair})
        smaller |= dict.fromkeys(others, first)
    return {one: smallest(one) for one in [*smaller]}


def _meeting(events: Iterable[Event], where: Iterable[Definition]) -> list[Event]:
    """Give the events that meet all of these conditions."""
    tests = [(each["field"], {_typed(one) for one in each["one_of"]}) for each in where]
    return [e for e in events if all(_typed(_field(e, name)) in ones for name, ones in tests)]


def _field(event: Event, name: str) -> Any:  # noqa: ANN401 - whatever stands there
    if name == "stream":
        return event.stream
    if name == "effective_year":
        return int(event.day[:4]) - (event.day[5:] < "04-01")
    return event.fields.get(name)


def _typed(found: object) -> Typed:
    if (rank := _RANKS.get(type(found))) is None:
        raise NoFigure(f"neither a code nor a number: {found!r:.80}")
    return rank, found


def _integer(event: Event, name: str) -> int:
    if type(found := _field(event, name)) is not int:
        raise NoFigure(f"position {event.position}: {name} is not a number")
    return found
