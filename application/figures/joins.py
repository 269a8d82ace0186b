"""Which ids are one person.

Two records found to be one person are joined, and parted again if that was wrong. No event is
moved: the relation is resolved whenever persons are counted.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.effective import effective_events
from application.ports import Log
from application.recorded import Recorded
from domain.base.event import Event
from domain.client.events import ClientsMerged, ClientsParted
from domain.person.events import PersonsJoined, PersonsParted

JOINS = ("person.joined", "person.parted", "client.merged", "client.parted")


@dataclass(frozen=True, slots=True)
class JoinStatement:
    """From `effective_on` two ids are said to be one person, or (`joined` false) not to be."""

    one: str
    other: str
    joined: bool
    effective_on: date
    position: int


def joins_in_force(log: Log, *, valid_on: date, position: int) -> dict[str, str]:
    """Give the joins of a day, as recorded up to a position: from each id to its representative."""
    return representatives(joined(effective_events(log, JOINS, position), valid_on=valid_on))


def joined(events: Iterable[Recorded], *, valid_on: date) -> frozenset[tuple[str, str]]:
    """Give the pairs of ids that are one person, or one client, on a day; the smaller id first."""
    statements = [
        JoinStatement(
            str(one), str(other), together, recorded.event.effective_on, recorded.position
        )
        for recorded in events
        for one, other, together in said_of_two(recorded.event)
    ]
    return in_force(statements, valid_on=valid_on)


def said_of_two(event: Event) -> Iterator[tuple[UUID, UUID, bool]]:
    """Give two ids and whether they are said to be one person or client, if an event says that."""
    match event:
        case PersonsJoined() | PersonsParted():
            yield event.person_id, event.other_id, isinstance(event, PersonsJoined)
        case ClientsMerged() | ClientsParted():
            yield event.client_id, event.duplicate_id, isinstance(event, ClientsMerged)


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
