"""The shape of a law, and those shapes that many laws have."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from domain.base.event import Event
from tests.domain.sequences import laws

Facts = Sequence[Any]
"""What holds of a stream: its effective events in the order of recording."""
Kinds = type[Event] | tuple[type[Event], ...]


class Law(NamedTuple):
    """A sentence, and whether it holds of a stream."""

    says: str
    holds: Callable[[Facts], bool]


@cache
def laws_of(kind: str) -> Sequence[Law]:
    """Give the laws of a kind of stream."""
    return [law for each in _found() for law in each.get(kind, ())]


def kinds_with_laws() -> set[str]:
    """Name the kinds of stream of which there is a law."""
    return {kind for each in _found() for kind in each}


def _found() -> Iterator[Mapping[str, Sequence[Law]]]:
    for module in iter_modules(laws.__path__):
        yield import_module(f"{laws.__name__}.{module.name}").LAWS


def of(facts: Facts, kinds: Kinds) -> list[Any]:
    """Give the facts of some kinds."""
    return [fact for fact in facts if isinstance(fact, kinds)]


def by_day(facts: Facts) -> list[Any]:
    """Put facts into the order of their days; those of one day as they were recorded."""
    return sorted(facts, key=lambda fact: fact.effective_on)


def until(facts: Facts) -> Iterator[list[Any]]:
    """Give what had happened by each day on which something did."""
    for day in {fact.effective_on for fact in facts}:
        yield [fact for fact in by_day(facts) if fact.effective_on <= day]


def total(facts: Iterable[Any], amount: str = "amount") -> int:
    """Add up."""
    return sum(getattr(fact, amount) for fact in facts)


def _classes(kinds: Kinds) -> tuple[type[Event], ...]:
    return kinds if isinstance(kinds, tuple) else (kinds,)


def once(*kinds: type[Event]) -> Callable[[Facts], bool]:
    """Only one fact of all these kinds."""
    return lambda facts: len(of(facts, kinds)) <= 1


def once_each(kinds: Kinds, *fields: str) -> Callable[[Facts], bool]:
    """Only one fact of these kinds for the same values of these fields."""

    def holds(facts: Facts) -> bool:
        keys = Counter(tuple(getattr(f, name) for name in fields) for f in of(facts, kinds))
        return all(count == 1 for count in keys.values())

    return holds


def in_turn(begins: Kinds, ends: Kinds) -> Callable[[Facts], bool]:
    """In the order of days one begins, then the other ends it, and so on."""

    def holds(facts: Facts) -> bool:
        both = _classes(begins) + _classes(ends)
        turns = [isinstance(fact, begins) for fact in by_day(of(facts, both))]
        return turns == [number % 2 == 0 for number in range(len(turns))]

    return holds


def nothing_after(ends: Kinds, but: Kinds = ()) -> Callable[[Facts], bool]:
    """Nothing is recorded once one of these is, but what may follow it."""

    def holds(facts: Facts) -> bool:
        ended = [number for number, fact in enumerate(facts) if isinstance(fact, ends)]
        return not ended or all(isinstance(fact, but) for fact in facts[ended[0] + 1 :])

    return holds


def nothing_later(ends: Kinds, but: Kinds = ()) -> Callable[[Facts], bool]:
    """Nothing is of a later day than one of these, but what may follow it."""

    def holds(facts: Facts) -> bool:
        last = min((fact.effective_on for fact in of(facts, ends)), default=date.max)
        return all(fact.effective_on <= last or isinstance(fact, but) for fact in facts)

    return holds


def nothing_before(opening: Kinds, but: Kinds = ()) -> Callable[[Facts], bool]:
    """Nothing is of an earlier day than the first of these, but what may precede it."""

    def holds(facts: Facts) -> bool:
        first = min((fact.effective_on for fact in of(facts, opening)), default=date.min)
        return all(fact.effective_on >= first or isinstance(fact, but) for fact in facts)

    return holds


def rests_on(kinds: Kinds, earlier: Kinds, *fields: str) -> Callable[[Facts], bool]:
    """Each fact of these kinds has an earlier one of the others, with the same fields."""

    def holds(facts: Facts) -> bool:
        return all(
            any(
                one.effective_on <= fact.effective_on
                and all(getattr(one, name) == getattr(fact, name) for name in fields)
                for one in of(facts, earlier)
            )
            for fact in of(facts, kinds)
        )

    return holds
