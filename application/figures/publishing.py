"""The standard definitions, as they are published in a consortium that has none yet."""

from collections.abc import Iterator
from datetime import date

from application.figures.standard import STANDARD
from application.ports import Log
from domain.figure.commands import DefineFigure
from domain.figure.events import FigureDefined


def to_publish(log: Log, since: date) -> Iterator[DefineFigure]:
    """Give a command for each standard definition of whose code nothing was published."""
    said = (one.event for one in log.events(topics=[FigureDefined.TOPIC]))
    known = {event.definition.code for event in said if isinstance(event, FigureDefined)}
    for definition in STANDARD:
        if definition.code not in known:
            yield DefineFigure(effective_on=since, definition=definition)
