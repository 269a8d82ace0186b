"""Figures as of any moment: the definition in force, the effective events, the joins in force."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from application.figures.effective import definitions_in_force, for_figures, versions_of
from application.figures.interpreter import compute, topics, undefined
from application.figures.joins import JoinStatement, in_force, representatives
from application.figures.values import Figure
from application.ports import Log
from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import EVENT_OF_TOPIC, mended_by
from domain.base.event import Event
from domain.base.figure import FigureDefinition
from domain.client.events import ClientsMerged, ClientsParted
from domain.person.events import PersonsJoined, PersonsParted

DEFINITIONS = ("figure.defined", "figure.withdrawn")
JOINS = ("person.joined", "person.parted", "client.merged", "client.parted")


def figure(  # noqa: PLR0913 - each is one thing that a figure depends on
    log: Log,
    code: str,
    *,
    programme: str,
    fiscal_year: int | None,
    valid_on: date,
    position: int,
    version: int | None = None,
) -> tuple[FigureDefinition | None, Figure]:
    """Compute a figure with what was recorded up to `position`, and give its definition.

    The definition is the one in force on `valid_on` or, where it is named, that `version` of it,
    in force or not; without one the figure has no value.
    """
    if version is None:
        definition = definitions(log, valid_on=valid_on, position=position).get(code)
    else:
        published = versions_of(effective_events(log, DEFINITIONS, position))
        definition = published.get((code, version))
    if definition is None:
        none = undefined(
            code,
            programme=programme,
            fiscal_year=fiscal_year,
            valid_on=valid_on,
            version=version,
        )
        return None, none
    pairs = joined(effective_events(log, JOINS, position), valid_on=valid_on)
    return definition, compute(
        definition,
        map(for_figures, effective_events(log, topics(definition), position)),
        programme=programme,
        fiscal_year=fiscal_year,
        valid_on=valid_on,
        joins=representatives(pairs),
    )


def definitions(log: Log, *, valid_on: date, position: int) -> dict[str, FigureDefinition]:
    """Give the definitions in force on a day, by their codes."""
    return definitions_in_force(effective_events(log, DEFINITIONS, position), valid_on=valid_on)


def effective_events(log: Log, wanted: Iterable[str], position: int) -> Iterator[Recorded]:
    """Give the effective events of some topics, stream by stream."""
    return effective_of(log.events(upto=position, topics=sorted(with_mends(wanted))))


def with_mends(wanted: Iterable[str]) -> set[str]:
    """Give these topics, and those of all that can correct or void one of their events."""
    return mended_by(tuple(EVENT_OF_TOPIC[topic] for topic in sorted(wanted)))


def effective_of(events: Iterable[Recorded]) -> Iterator[Recorded]:
    """Give what is effective of some events, stream by stream; they come as they were recorded."""
    for history in by_stream(events).values():
        yield from in_order_of_days(history)


def by_stream(events: Iterable[Recorded]) -> dict[UUID, list[Recorded]]:
    """Put events together that are of one stream."""
    streams: dict[UUID, list[Recorded]] = defaultdict(list)
    for recorded in events:
        streams[recorded.stream].append(recorded)
    return streams


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
