"""The definition of a figure over time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, assert_never, get_args, get_origin

from pydantic import BaseModel

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
    """Give the fields of every event of the domain that hold one value each, by its topic."""
    found: dict[str, frozenset[str]] = {}
    waiting: list[type[Event]] = [Event]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if "TOPIC" in vars(kind):
            single = [n for n, info in kind.model_fields.items() if _is_single(info.annotation)]
            found[kind.TOPIC] = frozenset(single) - {"effective_on", "programme"}
    return found


def _is_single(annotation: Any) -> bool:  # noqa: ANN401 - any type form
    """Say whether a type is one of codes, numbers and days, and no list or group of them."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return True
    plain = origin or annotation
    if isinstance(plain, type) and issubclass(plain, (BaseModel, Collection)):
        return issubclass(plain, str)
    return all(map(_is_single, inner[:1] if origin is Annotated else inner))
