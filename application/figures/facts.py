"""From events to the facts that hold on a day: steps 1 to 3 of the figure language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.figures.values import FigureError, FigureEvent
from domain.base.figure import EFFECTIVE_YEAR, STREAM, Condition, Ending, Facts, FieldName, Scalar
from domain.base.values.fiscal_year import fiscal_year_of

Identity = tuple[tuple[str, Scalar], ...]
"""Values with the names of their types, so that true and 1 stay two values in sets and keys."""


def read(event: FigureEvent, name: FieldName) -> Scalar:
    """Return a named value of an event; None where it is null or absent, which are the same.

    Raises `FigureError` for what is no single value, as a list.
    """
    if name == STREAM:
        return str(event.stream)
    if name == EFFECTIVE_YEAR:
        return fiscal_year_of(event.effective_on)
    value: object = event.fields.get(name)
    if value is None or isinstance(value, (str, int)):
        return value
    raise FigureError(f"{event.topic} at {event.position}: {name} is no single value")


def read_integer(event: FigureEvent, name: FieldName) -> int:
    """Return a named integer; raises `FigureError` for anything else, `null` included."""
    value = read(event, name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise FigureError(f"{event.topic} at {event.position}: {name} is not an integer")
    return value


@dataclass(frozen=True, slots=True)
class Identifier:
    """Reads the values that tell facts apart, with joined persons resolved."""

    persons: frozenset[FieldName]
    joins: Mapping[str, str]

    def of(self, event: FigureEvent, names: Iterable[FieldName]) -> Identity:
        """Return the identity under the named fields.

        Raises `FigureError` for `null`: what is unknown is neither the same nor different.
        """
        return tuple(self._one(event, name) for name in names)

    def _one(self, event: FigureEvent, name: FieldName) -> tuple[str, Scalar]:
        value = read(event, name)
        if value is None:
            raise FigureError(
                f"{event.topic} at {event.position}: {name} is null and cannot identify"
            )
        if name in self.persons:
            if not isinstance(value, str):
                raise FigureError(f"{event.topic} at {event.position}: {name} is not a person's id")
            value = self.joins.get(value, value)
        return typed(value)


def typed(value: Scalar) -> tuple[str, Scalar]:
    """Return a value with the name of its type."""
    return (type(value).__name__, value)


def meets(event: FigureEvent, conditions: Iterable[Condition]) -> bool:
    """Say whether an event meets every condition."""
    return all(
        typed(read(event, condition.field)) in map(typed, condition.one_of)
        for condition in conditions
    )


def holding(
    facts: Facts, events: Sequence[FigureEvent], day: date, identifier: Identifier
) -> list[FigureEvent]:
    """Return the events whose facts hold on a day, in the order of the events.

    `events` are those of one scope, sorted by `FigureEvent.order`.
    """
    past = [event for event in events if event.effective_on <= day]
    opened = [event for event in past if event.topic in facts.opens and meets(event, facts.where)]
    if facts.ends is not None:
        opened = _not_ended(opened, facts.ends, past, day, identifier)
    if facts.keep == "all":
        return opened
    # A later fact replaces an earlier one under its key, so reading backwards leaves the first.
    in_turn = opened if facts.keep == "latest" else reversed(opened)
    kept = {identifier.of(event, facts.key): event for event in in_turn}
    return sorted(
        (event for event in kept.values() if meets(event, facts.kept_where)),
        key=lambda event: event.order,
    )


def _not_ended(
    opened: list[FigureEvent],
    ending: Ending,
    past: list[FigureEvent],
    day: date,
    identifier: Identifier,
) -> list[FigureEvent]:
    # The last ending that is over by the day ends all facts before it, so no other need be kept.
    which = (STREAM, *ending.same)
    last: dict[Identity, tuple[date, int]] = {}
    for event in past:
        still_holds = ending.effective == "last_day" and event.effective_on == day
        ends_nothing = any(read(event, name) is None for name in ending.same)
        if event.topic not in ending.topics or still_holds or ends_nothing:
            continue
        if meets(event, ending.where):
            last[identifier.of(event, which)] = event.order
    return [
        event
        for event in opened
        if last.get(identifier.of(event, which), event.order) <= event.order
    ]
