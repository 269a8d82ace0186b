"""What a projection is: one question someone asks, answered by a pure fold over each stream."""

from collections.abc import Callable, ItemsView
from dataclasses import dataclass, field, fields
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Generic, Literal, NamedTuple, TypeVar, dataclass_transform

from application.recorded import Recorded
from domain.base.event import Event, Fields
from domain.base.words import Label

R = TypeVar("R")


@dataclass_transform(frozen_default=True)
def rowclass(kind: type[R]) -> type[R]:
    """Make a class the row of a projection: a dataclass whose fields nobody assigns to.

    The type checker sees to that. At run time a frozen dataclass takes three times as long to
    make, and a rebuild makes millions of rows.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


class Time(Enum):
    """The kind of time of a projection's rows."""

    ASSERTION = "assertion"
    """True from a day until said otherwise; valid on D is the latest said for each key."""
    DATED = "dated"
    """Happened on a day; valid on D is everything up to and including D."""
    AS_RECORDED = "as recorded"
    """About the record itself; to ask for a day in the world makes no sense."""


class Said(NamedTuple):
    """One row as one event said it: from `valid_from` on, `row` holds for `key`, or nothing does.

    `version` is the event's place in its stream, `position` its place in the log.
    """

    key: str
    version: int
    valid_from: date
    position: int
    taken_over: bool
    row: Any | None


class Rows(Generic[R]):
    """The rows of one stream while it is folded; `about` is what the fold keeps in mind of it.

    Values in `about` are replaced and never changed: a fold can be taken up from a copy.
    """

    __slots__ = ("_changes", "_rows", "about")

    def __init__(self) -> None:
        """Start with nothing."""
        self.about: dict[str, Any] = {}
        self._rows: dict[str, R] = {}
        self._changes: dict[str, R | None] = {}

    def put(self, key: str, row: R) -> None:
        """Say that `row` holds for `key` from the event's day on. Keys are unique among streams."""
        was = self._rows.get(key)
        if was is None or was != row:
            self._rows[key] = row
            self._changes[key] = row

    def end(self, key: str) -> None:
        """Say that nothing holds for `key` from the event's day on."""
        if self._rows.pop(key, None) is not None:
            self._changes[key] = None

    def get(self, key: str) -> R | None:
        """Give the row that holds for `key`."""
        return self._rows.get(key)

    def items(self) -> ItemsView[str, R]:
        """Give all rows that hold; a copy, so that they can be changed meanwhile."""
        return dict(self._rows).items()

    def copy(self) -> "Rows[R]":
        """Give the same rows, to go on from without changing these."""
        same: Rows[R] = Rows()
        same.about, same._rows = self.about.copy(), self._rows.copy()
        return same

    def take_changes(self) -> dict[str, R | None]:
        """Give what was said since this was last asked."""
        changes = self._changes
        if changes:
            self._changes = {}
        return changes


def changed(row: R, **now: Any) -> R:  # noqa: ANN401 - fields of a row
    """Give a row with some fields replaced: `dataclasses.replace` for rows, a few times as fast."""
    kind: Any = type(row)
    names, values_of = fields_of(kind)
    made: R = kind(**dict(zip(names, values_of(row), strict=True)) | now)
    return made


@cache
def fields_of(
    kind: Any,  # noqa: ANN401 - a row's class
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Give the names of a row's fields, and what reads all their values."""
    names = tuple(field.name for field in fields(kind))
    if len(names) == 1:
        # Asked for one name alone, an attrgetter gives the value and no tuple.
        value = attrgetter(*names)
        return names, lambda row: (value(row),)
    return names, attrgetter(*names)


def said_in(event: Event, group: type[Fields]) -> dict[str, Any]:
    """Give those fields of an event that belong to a group of fields which it shares."""
    return {name: getattr(event, name) for name in _names(group)}


@cache
def _names(group: type[Fields]) -> tuple[str, ...]:
    return tuple(group.model_fields)


@dataclass(frozen=True)
class Condition:
    """A condition that a list can be asked for besides the values of its fields.

    Of a row it is asked whether one of these columns is as given, or lies on this side of it. A day
    that is asked of `position` is the day of recording, in Japan.
    """

    name: str
    label: Label
    of: Any
    columns: tuple[str, ...]
    side: Literal["=", ">=", "<="] = "="


@dataclass(frozen=True)
class Projection(Generic[R]):
    """Name, version, kind of time, row, topics and fold: everything else is derived.

    A change of the fold or the row needs a new version. The fold gets effective events in the
    order of their days (for `AS_RECORDED`, all events as they came); it makes no ids, reads no
    clock and asks no other projection.
    """

    name: str
    version: int
    time: Time
    label: Label
    row: type[R]
    reads: tuple[type[Event], ...]
    fold: Callable[[Rows[R], Recorded], None]
    filters: tuple[str, ...] = field(default=())
    conditions: tuple[Condition, ...] = ()

    @property
    def has_day(self) -> bool:
        """Whether it can be asked for a day in the world."""
        return self.time is not Time.AS_RECORDED
