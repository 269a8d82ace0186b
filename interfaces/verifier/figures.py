"""The language of figures: integers, equality and one order, run over effective events.

Written from docs/bundle.md and from the page of the language (domain/base/figure.py) alone. What
is wrong with a definition comes out as one of `NO_DEFINITION`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .events import Event

NO_DEFINITION = (KeyError, TypeError, AttributeError, RecursionError)
_RANKS: dict[type, int] = {type(None): 0, bool: 1, int: 2, str: 3}
_JOINING = {
    "person.joined": ("person_id", "other_id"),
    "person.parted": ("person_id", "other_id"),
    "client.merged": ("client_id", "duplicate_id"),
    "client.parted": ("client_id", "duplicate_id"),
}
Definition = Mapping[str, Any]
Effective = Mapping[str, Sequence[Event]]
"""Effective events under their topics, each in their order."""
Typed = tuple[int, Any]
"""A value behind the rank of its type: so `true` is not 1, and there is one order for all."""


class NoFigure(ValueError):  # noqa: N818 - an outcome
    """The events lack what the definition asks of them."""


class Asked(NamedTuple):
    """What a figure is asked for; `persons` leads from an id to the one that stands for it."""

    programme: str
    fiscal_year: int
    valid_on: str
    persons: Mapping[str, str]


class Term(NamedTuple):
    """One count or sum on one day: where it goes, with which sign, and its facts."""

    side: str
    sign: int
    day: str
    measure: Definition
    facts: list[Event]


def representatives(events: Effective, valid_on: str) -> dict[str, str]:
    """Lead from each joined id to the smallest one that it is connected with."""
    statements = [event for topic in _JOINING for event in events.get(topic, ())]
    said: dict[frozenset[str], bool] = {}
    for event in sorted(statements, key=lambda event: event.order):
        if event.day <= valid_on:
            pair = frozenset(event.fields[name] for name in _JOINING[event.topic])
            said[pair] = not event.topic.endswith(".parted")
    groups: dict[str, set[str]] = {}
    for pair in (pair for pair, joined in said.items() if joined):
        group = set[str]().union(*(groups.get(one, {one}) for one in pair))
        groups.update(dict.fromkeys(group, group))
    return {one: min(group) for one, group in groups.items()}


def parts(measure: Definition) -> Iterator[tuple[str, int, Definition]]:
    """Give every count and sum of a measure with its side and sign."""
    wholes = {"value": measure}
    if measure["kind"] == "ratio":
        wholes = {side: measure[side] for side in ("numerator", "denominator")}
    for side, whole in wholes.items():
        signed = [(1, [whole])]
        if whole["kind"] == "difference":
            signed = [(1, whole["of"]), (-1, whole["minus"])]
        for sign, one in ((sign, one) for sign, ones in signed for one in ones):
            if one["kind"] not in {"count", "sum"}:
                raise KeyError(one["kind"])
            yield side, sign, one


def topics(facts: Definition) -> list[str]:
    """Give the topics whose events open or end these facts."""
    return [*facts["opens"], *(facts.get("ends") or {}).get("topics", ())]


def scope(facts: Definition, programme: str) -> str:
    """Give the scope of the events that these facts are."""
    return {"common": "common", "programme": programme}[facts.get("scope", "programme")]


def figure(definition: Definition, events: Effective, asked: Asked) -> dict[str, Any]:
    """Compute a figure; raises `NoFigure` where an event lacks what is asked of it."""
    by, measure = definition.get("by") or [], definition["measure"]
    terms = _terms(measure, asked)
    for term in terms:
        term.facts.extend(_facts(term.measure, term.day, events, asked))
    groups: dict[tuple[Typed, ...], list[list[Event]]] = {}
    for number, term in enumerate(terms):
        for fact in term.facts:
            group = tuple(_typed(_field(fact, name)) for name in by)
            groups.setdefault(group, [[] for _ in terms])[number].append(fact)
    value = _value(measure, terms, asked) if terms else None
    rows = [
        (group, [t._replace(facts=facts) for t, facts in zip(terms, groups[group], strict=True)])
        for group in (sorted(groups) if by else ())
    ]
    counted = {fact.position: fact for term in terms for fact in term.facts}
    how = [fact.how for fact in counted.values()]
    return {
        "code": definition["code"],
        "version": definition["version"],
        "programme": asked.programme,
        "fiscal_year": asked.fiscal_year,
        "valid_on": asked.valid_on,
        "value": value,
        "reason_without_value": (
            None if value is not None else "denominator_zero" if terms else _NOT_EARLIER
        ),
        "by": by,
        "rows": [
            {
                "by": [one if rank else None for rank, one in group],
                "value": _value(measure, its, asked),
            }
            for group, its in rows
        ],
        "parts": [
            {
                "side": term.side,
                "sign": term.sign,
                "day": term.day,
                "value": _amount(term, asked),
                "counted": sorted(fact.position for fact in term.facts),
            }
            for term in terms
        ],
        "counted": sorted(counted),
        "recorded": {name: how.count(name) for name in ("as_it_happened", "late", "taken_over")},
    }


_NOT_EARLIER = "compared_day_not_earlier"


def _terms(measure: Definition, asked: Asked) -> list[Term]:
    """Give the terms in their order; none at all where a day compared with is not earlier."""
    terms, year = [], asked.fiscal_year
    for side, sign, one in parts(measure):
        dated = {"annual": False, "cumulative": False, "level": True, "increment": True}
        last = f"{year + 1}-03-31" if dated[one["basis"]] else asked.valid_on
        terms.append(Term(side, sign, min(asked.valid_on, last), one, []))
        if one["basis"] == "increment":
            before = one["compared_with"]
            before = f"{year}-03-31" if before == "day_before_year" else before
            if before >= terms[-1].day:
                return []
            terms.append(Term(side, -sign, before, one, []))
    return terms


def _facts(measure: Definition, day: str, events: Effective, asked: Asked) -> list[Event]:
    """Open, end, keep, year: give the facts that hold on a day."""
    of, year = measure["facts"], asked.fiscal_year
    found = sorted(_meeting(of, "opens", day, events, asked, of), key=lambda fact: fact.order)
    if ends := of.get("ends"):
        still = {"last_day": True, "first_day_without": False}[ends.get("effective", "last_day")]
        endings: dict[str, list[Event]] = defaultdict(list)
        for event in _meeting(ends, "topics", day, events, asked, of):
            if event.day < day or not still:
                endings[event.stream].append(event)
        found = [fact for fact in found if not _ended(fact, endings[fact.stream], of, asked)]
    if (keep := of.get("keep", "all")) != "all":
        key = of["key"]
        kept = {
            tuple(_told_apart(fact, name, of, asked) for name in key): fact
            for fact in {"latest": found, "first": found[::-1]}[keep]
        }
        found = [fact for fact in kept.values() if _meets(fact, _tests(of.get("kept_where")))]
    if measure["basis"] in {"annual", "cumulative"}:
        name, annual = measure.get("year_field") or "effective_year", measure["basis"] == "annual"
        years = [(fact, _integer(fact, name)) for fact in found]
        found = [fact for fact, its in years if its == year or (its < year and not annual)]
    return found


def _meeting(  # noqa: PLR0913, PLR0917 - the steps of the language
    those: Definition, topics: str, day: str, events: Effective, asked: Asked, of: Definition
) -> Iterator[Event]:
    tests, its = _tests(those.get("where")), scope(of, asked.programme)
    for topic in dict.fromkeys(those[topics]):
        for event in events.get(topic, ()):
            if event.scope == its and event.day <= day and _meets(event, tests):
                yield event


def _ended(fact: Event, endings: Iterable[Event], of: Definition, asked: Asked) -> bool:
    same = of["ends"].get("same", ())
    wanted = [_told_apart(fact, name, of, asked) for name in same]
    return any(
        ending.order > fact.order
        and all(_field(ending, name) is not None for name in same)
        and [_told_apart(ending, name, of, asked) for name in same] == wanted
        for ending in endings
    )


def _tests(conditions: Iterable[Definition] | None) -> list[tuple[str, set[Typed]]]:
    return [(each["field"], {_typed(one) for one in each["one_of"]}) for each in conditions or ()]


def _meets(event: Event, tests: Iterable[tuple[str, set[Typed]]]) -> bool:
    return all(_typed(_field(event, name)) in allowed for name, allowed in tests)


def _field(event: Event, name: str) -> Any:  # noqa: ANN401 - whatever stands there
    if name == "stream":
        return event.stream
    if name == "effective_year":
        return int(event.day[:4]) - (event.day[5:] < "04-01")
    return event.fields.get(name)


def _typed(found: object) -> Typed:
    if (rank := _RANKS.get(type(found))) is None:
        raise NoFigure(f"neither a code nor a number: {found!r:.80}")
    return rank, found if rank else 0


def _told_apart(event: Event, name: str, of: Definition, asked: Asked) -> Typed:
    """Give what an event is told apart by: joined ids are one person."""
    found, person = _field(event, name), name in of.get("persons", ())
    if found is None or (person and type(found) is not str):
        raise NoFigure(f"position {event.position} lacks {name}")
    return _typed(asked.persons.get(found, found) if person else found)


def _integer(event: Event, name: str) -> int:
    if type(found := _field(event, name)) is not int:
        raise NoFigure(f"position {event.position}: {name} is not a number")
    return found


def _amount(term: Term, asked: Asked) -> int:
    if term.measure["kind"] == "sum":
        return sum(_integer(fact, term.measure["field"]) for fact in term.facts)
    if name := term.measure.get("distinct_by"):
        of = term.measure["facts"]
        return len({_told_apart(fact, name, of, asked) for fact in term.facts})
    return len(term.facts)


def _value(measure: Definition, terms: Iterable[Term], asked: Asked) -> int | None:
    totals = {"value": 0, "numerator": 0, "denominator": 0}
    for term in terms:
        totals[term.side] += term.sign * _amount(term, asked)
    if measure["kind"] != "ratio":
        return totals["value"]
    above, below = measure["scale"] * totals["numerator"], totals["denominator"]
    if not below:
        return None
    half = {"half_up": abs(below), "down": 0}[measure["rounding"]]
    size: int = (2 * abs(above) + half) // (2 * abs(below))
    return size if (above < 0) == (below < 0) else -size
