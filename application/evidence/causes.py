"""Causes: which events made a figure what it is now and was not at an earlier position."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.figures.facts import meets, read, typed
from application.figures.joins import representatives, said_of_two
from application.figures.values import Figure, FigureEvent
from application.recorded import Recorded
from domain.base.event import COMMON, Correction, Event, Void
from domain.base.figure import Facts, FigureDefinition, Scalar
from domain.figure.events import FigureDefined

Pair = tuple[str, str]
Read = tuple[date, tuple[tuple[str, Scalar], ...]]
"""All that a definition reads of one event: its day, and the fields that it names."""


@dataclass(frozen=True, slots=True)
class Account:
    """A figure with what it was computed from: effective events, and the persons joined.

    `events` are by position and may hold more than the definition asks for.
    """

    figure: Figure
    events: Mapping[int, FigureEvent]
    joined: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Cause:
    """An event that makes a difference; `about` is what it corrects or voids, as recorded."""

    recorded: Recorded
    about: Event | None


def causes(
    definition: FigureDefinition,
    then: Account,
    now: Account,
    log: Sequence[Recorded],
    *,
    after: int,
) -> list[Cause]:
    """Give the events after a position that make the difference between `then` and `now`.

    Both are of one question and one version of the definition; `log` holds all that was recorded,
    of the topics read, up to `now`. Given are the events that entered, left or changed a fact in
    one of the streams where what is counted differs, all that corrects or voids them, joinings and
    partings of persons counted, and the definition if it was not published before.
    """
    changed = _changed(definition, then, now)
    pairs = _joins_that_matter(definition, then, now)
    at = {(recorded.stream, recorded.version): recorded for recorded in log}
    found = []
    for recorded in log:
        base = _base(recorded, at)
        if recorded.position > after and (
            (base is not None and base.position in changed)
            or (_pair(recorded.event) in pairs and _in_time(recorded, now.figure))
            or _publishes(recorded.event, definition)
        ):
            mends = isinstance(recorded.event, Correction | Void)
            found.append(Cause(recorded, base.event if base and mends else None))
    return found


def _base(recorded: Recorded, at: Mapping[tuple[UUID, int], Recorded]) -> Recorded | None:
    """Give what a correction or a voiding reaches in the end; None if nobody reads such events."""
    found: Recorded | None = recorded
    while found is not None and isinstance(found.event, Correction | Void):
        event = found.event
        version = event.corrects if isinstance(event, Correction) else event.voids
        found = at.get((found.stream, version))
    return found


def _in_time(recorded: Recorded, figure: Figure) -> bool:
    return recorded.event.effective_on <= figure.valid_on


def _publishes(event: Event, definition: FigureDefinition) -> bool:
    return isinstance(event, FigureDefined) and event.definition == definition


def _changed(definition: FigureDefinition, then: Account, now: Account) -> set[int]:
    """Give the positions of the events whose part in the figure entered, left or changed."""
    counted = _differing(_counted(definition, then), _counted(definition, now))
    both = [*_inputs(definition, then), *_inputs(definition, now)]
    concerned = [event for event in both if event.position in counted]
    streams = {event.stream for event in concerned}
    # Where one fact is kept of several, what moves a fact may stand in another one's stream.
    joins = representatives(then.joined | now.joined)
    for part in definition.parts():
        facts = part.facts
        if facts.keep != "all":
            keys = {_key(event, facts, joins) for event in concerned if event.topic in facts.opens}
            streams |= {
                event.stream
                for event in both
                if event.topic in facts.opens and _key(event, facts, joins) in keys
            }
    inputs = _differing(
        {event.position: _read(definition, event) for event in _inputs(definition, then)},
        {event.position: _read(definition, event) for event in _inputs(definition, now)},
    )
    return inputs & {event.position for event in both if event.stream in streams}


def _differing(one: Mapping[int, object], other: Mapping[int, object]) -> set[int]:
    return {at for at in one.keys() | other.keys() if one.get(at) != other.get(at)}


def _counted(definition: FigureDefinition, account: Account) -> dict[int, tuple[set[int], Read]]:
    """Give by position in which parts of the figure an event is counted, and what is read of it."""
    parts: dict[int, set[int]] = {}
    for number, part in enumerate(account.figure.parts):
        for ref in part.counted:
            parts.setdefault(ref.position, set()).add(number)
    return {at: (of, _read(definition, account.events[at])) for at, of in parts.items()}


def _inputs(definition: FigureDefinition, account: Account) -> Iterator[FigureEvent]:
    """Give the events that open or end a fact by the day of the figure."""
    figure = account.figure
    for event in account.events.values():
        if event.effective_on <= figure.valid_on and any(
            event.programme == (figure.programme if part.facts.scope == "programme" else COMMON)
            and _opens_or_ends(event, part.facts)
            for part in definition.parts()
        ):
            yield event


def _opens_or_ends(event: FigureEvent, facts: Facts) -> bool:
    opens = event.topic in facts.opens and meets(event, facts.where)
    ends = facts.ends
    return opens or (ends is not None and event.topic in ends.topics and meets(event, ends.where))


def _read(definition: FigureDefinition, event: FigureEvent) -> Read:
    names = sorted(definition.fields_by_topic()[event.topic])
    return event.effective_on, tuple(typed(read(event, name)) for name in names)


def _key(event: FigureEvent, facts: Facts, joins: Mapping[str, str]) -> tuple[Scalar, ...]:
    return tuple(_person(event, name, facts, joins) for name in facts.key)


def _person(event: FigureEvent, name: str, facts: Facts, joins: Mapping[str, str]) -> Scalar:
    value = read(event, name)
    return joins.get(value, value) if name in facts.persons and isinstance(value, str) else value


def _joins_that_matter(definition: FigureDefinition, then: Account, now: Account) -> set[Pair]:
    """Give the pairs of ids joined at one time alone that make one of several persons counted."""
    persons = {
        value
        for account in (then, now)
        for part in definition.parts()
        for event in _persons_in(definition, account, part.facts)
        for name in part.facts.persons
        if isinstance(value := read(event, name), str)
    }
    # An id at the end of a chain that is not counted makes one of nobody.
    pairs = set(then.joined | now.joined)
    while loose := {pair for pair in pairs if _is_loose(pair, pairs, persons)}:
        pairs -= loose
    return pairs & (then.joined ^ now.joined)


def _is_loose(pair: Pair, pairs: set[Pair], persons: set[str]) -> bool:
    return any(one not in persons and sum(one in each for each in pairs) == 1 for one in pair)


def _persons_in(
    definition: FigureDefinition, account: Account, facts: Facts
) -> Iterable[FigureEvent]:
    # Where facts displace or end each other, persons matter whose facts are not counted.
    if facts.keep != "all" or facts.ends is not None:
        return _inputs(definition, account)
    return [account.events[ref.position] for ref in account.figure.counted]


def _pair(event: Event) -> Pair | None:
    for one, other, _ in said_of_two(event):
        low, high = sorted((str(one), str(other)))
        return low, high
    return None
