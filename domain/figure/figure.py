"""The definition of a figure over time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import Event, opened
from domain.figure import commands as c
from domain.figure import events as e
from domain.figure import rules


@dataclass(frozen=True, slots=True)
class Figure:
    """The version last published, and whether it was withdrawn since."""

    version: int
    withdrawn: bool = False


def decide_opening(
    figure: Figure | None, command: c.DefineFigure, _seen: Seen
) -> list[e.FigureEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    version = figure.version if figure else 0
    rules.NOT_THE_NEXT_VERSION.require(command.definition.version == version + 1)
    catalogue = fields_of_events()
    for topic, fields in command.definition.fields_by_topic().items():
        rules.UNKNOWN_FIELDS.require(fields <= catalogue.get(topic, frozenset()))
    return [e.FigureDefined.model_validate(command.carried())]


def decide(figure: Figure, command: c.WithdrawFigure, _seen: Seen) -> list[e.FigureEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.WITHDRAWN_ALREADY.require(not figure.withdrawn)
    return [e.FigureWithdrawn.model_validate(command.carried())]


def evolve(figure: Figure | None, event: e.FigureEvent) -> Figure:
    """Fold one effective event into the figure."""
    match event:
        case e.FigureDefined():
            return Figure(event.definition.version)
        case e.FigureWithdrawn():
            return replace(opened(figure), withdrawn=True)
        case _:
            assert_never(event)


def fields_of_events() -> Mapping[str, frozenset[str]]:
    """Give the fields of every event of the domain, by its topic."""
    found: dict[str, frozenset[str]] = {}
    waiting: list[type[Event]] = [Event]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if "TOPIC" in vars(kind):
            found[kind.TOPIC] = frozenset(kind.model_fields) - {"effective_on", "programme"}
    return found
