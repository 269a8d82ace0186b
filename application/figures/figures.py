"""Figures as of any moment: the definition in force, the effective events, the joins in force."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from application.figures.interpreter import compute, topics, undefined
from application.figures.joins import JoinStatement, in_force, representatives
from application.figures.values import Figure, FigureEvent
from application.ports import Log
from application.projections.fold import in_order_of_days
from application.recorded import Recorded
from application.registry import EVENT_OF_TOPIC, mended_by
from domain.base.figure import FigureDefinition
from domain.figure.events import FigureDefined
from domain.person.events import PersonsJoined, PersonsParted


def figure(  # noqa: PLR0913 - each is one thing that a figure depends on
    log: Log,
    code: str,
    *,
    programme: str,
    fiscal_year: int | None,
    valid_on: date,
    position: int,
) -> tuple[FigureDefinition | None, Figure]:
    """Compute a figure with what was recorded up to `position`, and give its definition.

    The definition is the one in force on `valid_on`; without one the figure has no value.
    """
    definition = definitions(log, valid_on=valid_on, position=position).get(code)
    if definition is None:
        none = undefined(code, programme=programme, fiscal_year=fiscal_year, valid_on=valid_on)
        return None, none
    events = [
        for_figures(recorded) for recorded in effective_events(log, topics(definition), position)
    ]
    return definition, compute(
        definition,
        events,
        programme=programme,
        fiscal_year=fiscal_year,
        valid_on=valid_on,
        joins=joins(log, valid_on=valid_on, position=position),
    )


def definitions(log: Log, *, valid_on: date, position: int) -> dict[str, FigureDefinition]:
    """Give the definitions in force on a day, by their codes."""
    found: dict[UUID, tuple[tuple[date, int], FigureDefinition | None]] = {}
    for recorded in effective_events(log, ("figure.defined", "figure.withdrawn"), position):
        event, order = recorded.event, (recorded.event.effective_on, recorded.position)
        known = found.get(recorded.stream)
        if event.effective_on <= valid_on and (known is None or known[0] < order):
            defined = event.definition if isinstance(event, FigureDefined) else None
            found[recorded.stream] = (order, defined)
    return {d.code: d for _, d in sorted(found.values(), key=lambda f: f[0]) if d is not None}


def effective_events(log: Log, wanted: Iterable[str], position: int) -> Iterator[Recorded]:
    """Give the effective events of some topics, stream by stream."""
    for history in histories(log, wanted, position).values():
        yield from in_order_of_days(history)


def histories(log: Log, wanted: Iterable[str], position: int) -> dict[UUID, list[Recorded]]:
    """Give all events of some topics, and all that mends them, by stream and as recorded."""
    streams: dict[UUID, list[Recorded]] = defaultdict(list)
    for recorded in log.events(upto=position, topics=sorted(read_for(wanted))):
        streams[recorded.stream].append(recorded)
    return streams


def read_for(wanted: Iterable[str]) -> set[str]:
    """Give the topics to read for the effective events of some topics: these, and what mends."""
    return mended_by(tuple(EVENT_OF_TOPIC[topic] for topic in sorted(wanted)))


def for_figures(recorded: Recorded) -> FigureEvent:
    """Give an effective event as the figure language sees it."""
    event = recorded.event
    return FigureEvent(
        stream=recorded.stream,
        version=recorded.version,
        position=recorded.position,
        topic=event.TOPIC,
        effective_on=event.effective_on,
        programme=event.programme,
        fields=event.model_dump(mode="json", exclude={"effective_on", "programme"}),
        recorded_at=recorded.recorded_at,
        taken_over=recorded.by.taken_over,
    )


def joins(log: Log, *, valid_on: date, position: int) -> dict[str, str]:
    """Give, for each id of a person joined on a day, the id that stands for it."""
    statements: Sequence[JoinStatement] = [
        JoinStatement(
            one=str(recorded.event.person_id),
            other=str(recorded.event.other_id),
            joined=isinstance(recorded.event, PersonsJoined),
            effective_on=recorded.event.effective_on,
            position=recorded.position,
        )
        for recorded in effective_events(log, ("person.joined", "person.parted"), position)
        if isinstance(recorded.event, PersonsJoined | PersonsParted)
    ]
    return representatives(in_force(statements, valid_on=valid_on))
