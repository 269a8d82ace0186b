"""The wiring: which stream has which events and commands, and what is asked of them.

The kinds of stream stand in `streams.py`. Projections and views are those of their folders, one
file for each question: to add the file is to add the question.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TypeVar

from application import projections, views
from application.aggregate import Aggregate, members
from application.projecting.projection import Projection
from application.streams import STREAMS
from application.viewing.view import View
from domain.base.command import Command
from domain.base.event import Correction, Event, Void
from domain.log.events import LogEvent

Q = TypeVar("Q")


def _questions(folder: ModuleType, kind: type[Q]) -> Iterator[Q]:
    for found in iter_modules(folder.__path__):
        module = import_module(f"{folder.__name__}.{found.name}")
        yield from (one for one in vars(module).values() if isinstance(one, kind))


AGGREGATES = {aggregate.name: aggregate for aggregate in STREAMS}
AGGREGATE_OF: dict[type[Command], Aggregate] = {
    command: aggregate for aggregate in STREAMS for command in aggregate.command_types()
}
OWNER_OF_TOPIC = {
    event.TOPIC: aggregate for aggregate in STREAMS for event in aggregate.event_types()
}
EVENT_OF_TOPIC: dict[str, type[Event]] = {
    # What the log says of itself is decided by nobody's command.
    **{event.TOPIC: event for event in members(LogEvent)},
    **{event.TOPIC: event for aggregate in STREAMS for event in aggregate.event_types()},
}
PROJECTIONS: dict[str, Projection[Any]] = {
    projection.name: projection for projection in _questions(projections, Projection)
}
VIEWS: dict[str, View[Any, Any]] = {view.name: view for view in _questions(views, View)}


@cache
def mended_by(events: tuple[type[Event], ...]) -> frozenset[str]:
    """Give the topics of these events and of all that can correct or void one of them."""
    kinds = set(events)
    mends = {
        event.TOPIC
        for event in EVENT_OF_TOPIC.values()
        if issubclass(event, Correction | Void) and kinds & set(event.MENDS)
    }
    return frozenset({event.TOPIC for event in events} | mends)


TOPICS_OF_PROJECTION = {
    name: mended_by(p.reads) if p.has_day else frozenset(EVENT_OF_TOPIC)
    for name, p in PROJECTIONS.items()
}
