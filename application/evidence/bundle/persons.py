"""Whom facts are about, as their kinds of event and their records say, whatever is asked of them.

A kind of event names persons where a field, or a field of what a field holds, bears the mark of a
person's or a resident's id. A fact is about whom it names, or, where it names nobody, about whom
its record (its stream) was opened with: no payment says who is paid, what was committed does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args
from uuid import UUID

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from application.effective import effective_of, with_mends
from application.figures.facts import read
from application.figures.values import FigureEvent
from application.plain import plain
from application.ports import Log
from application.registry import EVENT_OF_TOPIC, OWNER_OF_TOPIC
from domain.base.fields import PerhapsPerson, Refers
from domain.base.figure import FigureDefinition
from domain.base.marks import marks

OF_PERSONS = frozenset({"person", "worker"})
"""What a field refers to that names a person: the person, or their registration as a worker."""

Records = Mapping[UUID, Mapping[str, str]]
"""By stream: whom a record that is one person's names, by the names of the fields."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Finds whom a fact is about, with joined persons resolved."""

    joins: Mapping[str, str]
    records: Records

    def of(self, fact: FigureEvent, name: str) -> object:
        """Give whom a fact, or else its record, names under a field; None if nobody."""
        named = read(fact, name) or self.records.get(fact.stream, {}).get(name)
        if not named:
            return None
        # Of several persons in one field nobody knows who is who: they are one for each fact.
        return self.joins.get(named, named) if isinstance(named, str) else fact.position


def person_fields(kind: type[BaseModel]) -> frozenset[str]:
    """Give the fields of a kind of event that can name a person."""
    return frozenset(name for name, info in kind.model_fields.items() if _names_one(info))


def names_of(topics: Iterable[str]) -> frozenset[str]:
    """Give the fields under which facts of these topics, or their records, can name a person."""
    kinds = (kind for topic in topics for kind in _kinds_beside(topic))
    return frozenset(name for kind in kinds for name in person_fields(kind))


def records(log: Log, definition: FigureDefinition, position: int) -> Records:
    """Give whom the records name that the facts of a figure can stand in."""
    opened = {topic for part in definition.parts() for topic in part.facts.opens}
    kinds = {kind for topic in opened for kind in _kinds_beside(topic) if person_fields(kind)}
    if not kinds:
        return {}
    wanted = sorted(with_mends(kind.TOPIC for kind in kinds))
    said = list(log.events(upto=position, topics=wanted))
    # An enrolment is one person's. A meeting is not, at which somebody was given a task, or of
    # which it is told who was there.
    theirs = {one.stream for one in said if one.version == 1}
    found: dict[UUID, dict[str, str]] = {}
    for one in effective_of(said):
        if one.stream in theirs:
            named = {
                name: plain(getattr(one.event, name)) for name in person_fields(type(one.event))
            }
            of_one = {name: value for name, value in named.items() if isinstance(value, str)}
            found.setdefault(one.stream, {}).update(of_one)
    return found


def _kinds_beside(topic: str) -> tuple[type[Any], ...]:
    """Give all kinds of event that a record with this topic can hold."""
    owner = OWNER_OF_TOPIC.get(topic)
    if owner is not None:
        return owner.event_types()
    return (EVENT_OF_TOPIC[topic],) if topic in EVENT_OF_TOPIC else ()


def _names_one(info: FieldInfo) -> bool:
    return (
        any(mark.aggregate in OF_PERSONS for mark in marks(info, Refers))
        # What may be a person is taken for one: a pilot left out does less harm than a person told.
        or bool(marks(info, PerhapsPerson))
        or any(person_fields(held) for held in _held(info.annotation))
    )


def _held(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any type form
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _held(argument)
