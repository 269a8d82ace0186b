"""Asking a projection: a page of its rows at any moment."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, Protocol, get_type_hints
from uuid import UUID

from application.asking.comparison import Moment
from application.projecting.projection import Projection, Time
from domain.base.marks import marks_of_type
from domain.base.personal import SealedMark

LARGEST_PAGE = 200


class DayNotAsked(ValueError):  # noqa: N818 - an outcome
    """A projection about the record itself was asked for a day in the world."""


class CursorUnread(ValueError):  # noqa: N818 - an outcome
    """A cursor is not one that this question gave."""


class Behind(Exception):  # noqa: N818 - an outcome
    """The projection has not reached the position asked for."""

    def __init__(self, position: int) -> None:
        """Keep the position it has reached."""
        super().__init__(f"the projection is at position {position}")
        self.position = position


class OtherVersion(Exception):  # noqa: N818 - an outcome
    """The rows in force were folded by another version of the projection than this service has."""

    def __init__(self, name: str, version: int) -> None:
        """Keep the version in force."""
        super().__init__(f"version {version} of {name} is in force")
        self.version = version


@dataclass(frozen=True, slots=True)
class Question:
    """Which rows: at `position` (None for now), valid on a day, after a key, with these values."""

    position: int | None
    valid_on: date | None
    after: str | None = None
    limit: int = 50
    where: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row as it stood, who said it (its event), since which day, and when that was recorded."""

    row: Any
    key: str
    stream: UUID
    version: int
    valid_from: date
    position: int
    taken_over: bool
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What a projection answers: the position and version it answers at, and the rows."""

    position: int
    version: int
    rows: Sequence[FoundRow]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which keys: those whose row differs between two moments, after a key, and how many.

    Without a later position it is the one that the projection has reached.
    """

    earlier: Moment
    later_position: int | None
    later_day: date | None
    after: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Differing:
    """The rows that answered for a key at two moments, None for nothing, and what lies between.

    `causes` are the positions of the events that made the difference.
    """

    key: str
    before: FoundRow | None
    after: FoundRow | None
    causes: Sequence[int]


@dataclass(frozen=True, slots=True)
class FoundDifferences:
    """What differs: the later moment, the projection's version, and the keys in their order."""

    later: Moment
    version: int
    rows: Sequence[Differing]


class RowReader(Protocol):
    """Where rows are read from."""

    def find(self, projection: Projection[Any], question: Question) -> Found:
        """Answer a question; raises `Behind` if the position has not been projected yet.

        Raises `OtherVersion` if what is in force was folded by another version.
        """

    def compare(self, projection: Projection[Any], comparison: Comparison) -> FoundDifferences:
        """Give the keys whose rows differ; raises `Behind` as `find` does."""


def day_asked(projection: Projection[Any], valid_on: date | None, today: date) -> date | None:
    """Give the day a question is about; today if none is given. Raises `DayNotAsked`."""
    if projection.time is Time.AS_RECORDED:
        if valid_on is not None:
            raise DayNotAsked(projection.name)
        return None
    return valid_on or today


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a list goes on: after `key`, at the first page's position and on its day.

    `asked` is the moment that the first page was asked for, None for now.
    """

    projection: str
    position: int
    key: str
    day: date | None
    asked: str | None = None


def cursor_of(cursor: Cursor) -> str:
    """Write a cursor as text."""
    day = _written(cursor.day)
    return _packed([cursor.projection, cursor.position, cursor.key, day, cursor.asked])


def read_cursor(text: str) -> Cursor:
    """Read a cursor back; raises `CursorUnread`."""
    try:
        name, position, key, day, asked = _unpacked(text)
        on = _read(day)
    except (ValueError, TypeError):
        raise CursorUnread("this is not a cursor of this service") from None
    texts = (name, key, *([] if asked is None else [asked]))
    if not isinstance(position, int) or not all(isinstance(each, str) for each in texts):
        raise CursorUnread("this is not a cursor of this service")
    return Cursor(name, position, key, on, asked)


def continued(
    projection: Projection[Any], cursor: str, *, valid_on: date | None, asked: str | None
) -> Cursor:
    """Read the cursor of a question's next page.

    Day and moment need not be repeated. Raises `CursorUnread` for a cursor of another list, and if
    another day or moment is named than that of the first page.
    """
    first = read_cursor(cursor)
    same_day = valid_on in {None, first.day}
    same_list = first.projection == projection.name
    has_a_day = projection.time is not Time.AS_RECORDED
    if not (same_list and same_day and asked in {None, first.asked}):
        raise CursorUnread("this cursor belongs to another question")
    if has_a_day is (first.day is None):
        raise CursorUnread("this is not a cursor of this service")
    return first


def cursor_between(earlier: Moment, later: Moment, key: str) -> str:
    """Give the cursor of the page after `key`; it stays at the first page's two moments."""
    moments = [earlier.position, _written(earlier.day), later.position, _written(later.day)]
    return _packed([*moments, key])


def read_cursor_between(cursor: str) -> tuple[Moment, Moment, str]:
    """Read a cursor between two moments back; raises `CursorUnread`."""
    try:
        earlier, earlier_day, later, later_day, key = _unpacked(cursor)
        moments = Moment(earlier, _read(earlier_day)), Moment(later, _read(later_day))
    except (ValueError, TypeError):
        raise CursorUnread("this is not a cursor of this service") from None
    if not (isinstance(earlier, int) and isinstance(later, int) and isinstance(key, str)):
        raise CursorUnread("this is not a cursor of this service")
    return *moments, key


def _packed(content: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


def _unpacked(cursor: str) -> Any:  # noqa: ANN401 - whatever was sent
    return json.loads(base64.urlsafe_b64decode(cursor))


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def sealed_fields(row: type[Any]) -> list[str]:
    """Give the fields of a row that hold references to sealed values."""
    hints = get_type_hints(row, include_extras=True)
    return [f.name for f in fields(row) if marks_of_type(hints[f.name], SealedMark)]
