"""What figures read of effective events: the facts in them, and the definitions published."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from application.asking.plain import plain
from application.figures.values import FigureEvent
from application.recorded import Recorded
from domain.base.figure import FigureDefinition
from domain.figure.events import FigureDefined


def definitions_in_force(
    published: Iterable[Recorded], *, valid_on: date
) -> dict[str, FigureDefinition]:
    """Give the definitions in force on a day, by their codes, from all that were published."""
    found: dict[UUID, tuple[tuple[date, int], FigureDefinition | None]] = {}
    for recorded in published:
        event, order = recorded.event, (recorded.event.effective_on, recorded.position)
        known = found.get(recorded.stream)
        if event.effective_on <= valid_on and (known is None or known[0] < order):
            defined = event.definition if isinstance(event, FigureDefined) else None
            found[recorded.stream] = (order, defined)
    return {d.code: d for _, d in sorted(found.values(), key=lambda f: f[0]) if d is not None}


def versions_of(published: Iterable[Recorded]) -> dict[tuple[str, int], FigureDefinition]:
    """Give every version of every definition, in force or not, by its code and number."""
    defined = (r.event.definition for r in published if isinstance(r.event, FigureDefined))
    return {(definition.code, definition.version): definition for definition in defined}


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
        fields={
            name: plain(value) for name, value in event if name not in {"effective_on", "programme"}
        },
        recorded_at=recorded.recorded_at,
        taken_over=recorded.by.taken_over,
    )
