"""Which values a field can be given: those that were told for it, and those that its type names."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from application.registry import AGGREGATE_OF
from domain.base.command import Command
from domain.base.fields import Refers
from domain.base.marks import marks, marks_of_type
from domain.base.titles import type_of
from domain.base.words import Label
from tests.domain.sequences.told import stream_named, world

NOBODYS = UUID(int=0xFFFF)
"""An id that nothing has."""
SUMS = (1, 2, 3, 1000)
OFFSETS = (0, 0, 0, 1, 1, 7, 30, 90, 365, -1, -30)
MOST = 12
"""How many values of a field are enough for sequences to meet the same one again."""


@cache
def pool(model: type[BaseModel], name: str) -> tuple[Any, ...]:
    """Give valid values of a model's field: told for its name, or named by its type.

    Of a field that names another stream they are streams of that kind.
    """
    annotation = type_of(model.model_fields[name])
    valid = TypeAdapter(annotation)
    found: dict[str, Any] = {}
    refers = marks(model.model_fields[name], Refers)
    streams = [stream for mark in refers for stream in _streams(mark.aggregate)]
    for value in (*(streams or _told(model, name)[:MOST]), *_named(annotation)):
        try:
            read = valid.validate_python(value)
        except ValidationError:
            continue
        found.setdefault(repr(read), read)
    return tuple(found.values())


def _streams(kind: str) -> Iterator[UUID]:
    for line in world().lines.get(kind, ())[:MOST]:
        yield stream_named(line[0].command)


def _told(model: type[BaseModel], name: str) -> list[Any]:
    values = world().values
    kind = AGGREGATE_OF[model].name if issubclass(model, Command) else ""
    return [*values.get((kind, name), ()), *values.get(("", name), ())]


def _named(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - any type form
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from (label.example for label in marks_of_type(annotation, Label) if label.example)
        yield from _named(arguments[0])
    elif origin in {Union, UnionType}:
        for each in arguments:
            yield from _named(each)
    elif origin is Literal:
        yield from arguments
    elif origin is tuple:
        yield ()
        yield from ((each,) for each in _named(arguments[0]))
    elif annotation is NoneType:
        yield None
    elif isinstance(annotation, type):
        yield from _of_class(annotation)


def _of_class(kind: type) -> Iterator[Any]:
    if issubclass(kind, Enum):
        yield from kind
    elif kind is bool:
        yield from (False, True)
    elif kind is int:
        yield from SUMS
    elif kind is UUID:
        yield NOBODYS
    elif kind is str:
        yield from ("架空", "a" * 64)
    elif kind is date:
        yield date(2025, 4, 1)


def varied(model: type[BaseModel], name: str, value: object) -> st.SearchStrategy[Any]:
    """Give another value of a field than the one it has: near it, or out of the pool."""
    near: list[Any] = []
    if isinstance(value, int) and not isinstance(value, bool):
        near = [value + 1, max(0, value - 1), value * 2, value // 2]
    elif isinstance(value, date):
        near = [value + timedelta(each) for each in OFFSETS]
    elif isinstance(value, tuple) and value:
        near = [value[1:], value[:1]]
    return st.sampled_from([*near, *pool(model, name)] or [value])
