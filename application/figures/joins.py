"""Which ids are one person.

Two records found to be one person are joined, and parted again if that was wrong. No event is
moved: the relation is resolved whenever persons are counted.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class JoinStatement:
    """From `effective_on` two ids are said to be one person, or (`joined` false) not to be."""

    one: str
    other: str
    joined: bool
    effective_on: date
    position: int


def in_force(statements: Iterable[JoinStatement], *, valid_on: date) -> frozenset[tuple[str, str]]:
    """Return the pairs that are joined on a day, the smaller id first.

    For each pair the last statement by (`effective_on`, position) up to that day holds. Parting
    takes back the joining of that very pair: ids that are still connected through a third stay one
    person.
    """
    last: dict[tuple[str, str], JoinStatement] = {}
    for statement in statements:
        if statement.effective_on > valid_on:
            continue
        pair = (min(statement.one, statement.other), max(statement.one, statement.other))
        known = last.get(pair)
        if known is None or _order(known) < _order(statement):
            last[pair] = statement
    return frozenset(pair for pair, statement in last.items() if statement.joined)


def representatives(
    pairs: Iterable[tuple[str, str]], preferred: Container[str] = ()
) -> dict[str, str]:
    """Return for each id in the pairs the smallest id of those it is connected to.

    Where some of those are preferred, it is the smallest of these. An id that is in no pair
    represents itself and is left out. The order of the pairs is of no consequence.
    """
    parent: dict[str, str] = {}

    def root(person: str) -> str:
        parent.setdefault(person, person)
        while parent[person] != person:
            parent[person] = parent[parent[person]]
            person = parent[person]
        return person

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    first: dict[str, str] = {}
    for person in sorted(parent, key=lambda one: (one not in preferred, one)):
        first.setdefault(root(person), person)
    return {person: first[root(person)] for person in sorted(parent)}


def _order(statement: JoinStatement) -> tuple[date, int]:
    return (statement.effective_on, statement.position)
