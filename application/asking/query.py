"""Asking a projection: a page of its rows at any moment."""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, Protocol, get_type_hints
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from application.asking.comparison import Moment
from application.asking.moments import AsOf
from application.ports import Log
from application.projecting.projection import Projection
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


class Stopped(Exception):  # noqa: N818 - an outcome
    """The projection has stopped, and reaches the position asked for only after a rebuild."""

    def __init__(self, position: int, failed_at: int) -> None:
        """Keep the position it has reached, and that of the event at which it stopped."""
        super().__init__(f"the projection stopped at position {failed_at}")
        self.position = position
        self.failed_at = failed_at


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
    """What a projection answers: the position and version it answers at, and the rows.

    `stopped` says where the projection is, if it has stopped and at which event.
    """

    position: int
    version: int
    rows: Sequence[FoundRow]
    stopped: Stopped | None = None


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
    stopped: Stopped | None = None


class RowReader(Protocol):
    """Where rows are read from."""

    def find(self, projection: Projection[Any], question: Question) -> Found:
        """Answer a question; raises `Behind` if the position has not been projected yet.

        Raises `Stopped` if it will not be without a rebuild, and `OtherVersion` if what is in
        force was folded by another version.
        """

    def compare(self, projection: Projection[Any], comparison: Comparison) -> FoundDifferences:
        """Give the keys whose rows differ; raises `Behind` as `find` does."""


def day_asked(projection: Projection[Any], valid_on: date | None, today: date) -> date | None:
    """Give the day a question is about; today if none is given. Raises `DayNotAsked`."""
    if not projection.has_day:
        if valid_on is not None:
            raise DayNotAsked(projection.name)
        return None
    return valid_on or today


class Fixed(BaseModel):
    """A moment as a first page fixed it: its position, its day, and how it was asked for."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    position: int
    day: date | None
    asked: str | None


class Cursor(BaseModel):
    """Where an answer goes on: after `key`, at the moments of its first page and of its question.

    A list is about one moment, a difference about two. `where` stands for the conditions.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    projection: str
    moments: tuple[Fixed, ...]
    where: str
    key: str

    def text(self) -> str:
        """Write it as text."""
        return base64.urlsafe_b64encode(self.model_dump_json().encode()).decode()


@dataclass(frozen=True, slots=True)
class Further:
    """What a next page is asked with: after which key, at which moments, and on which days."""

    after: str
    moments: Sequence[AsOf]
    days: Sequence[date | None]


def cursor_after(
    projection: Projection[Any],
    key: str,
    moments: Iterable[tuple[AsOf, date | None]],
    where: Mapping[str, Any] | None = None,
) -> str:
    """Give the cursor of the page after a key; it stays at these moments and days."""
    fixed = (Fixed(position=at.position, day=day, asked=at.asked) for at, day in moments)
    name, digest = projection.name, _digest(where)
    return Cursor(projection=name, moments=tuple(fixed), where=digest, key=key).text()


def continued(
    log: Log,
    projection: Projection[Any],
    cursor: str,
    asked: Sequence[tuple[str | None, date | None]],
    where: Mapping[str, Any] | None = None,
) -> Further:
    """Read the cursor of a question's next page.

    Moments and days, one pair for each of the question, need not be repeated. Raises `CursorUnread`
    for a cursor of another list or under other conditions, if another day or moment is named than
    that of the first page, and for what no first page gave.
    """
    first = _read(cursor)
    has_day = projection.has_day
    if (first.projection, first.where) != (projection.name, _digest(where)) or len(asked) != len(
        first.moments
    ):
        raise CursorUnread("this cursor belongs to another question")
    for fixed, (moment, day) in zip(first.moments, asked, strict=True):
        if moment not in {None, fixed.asked} or day not in {None, fixed.day}:
            raise CursorUnread("this cursor belongs to another question")
        if has_day is (fixed.day is None):
            raise CursorUnread("this is not a cursor of this service")
    moments = [_at(log, fixed) for fixed in first.moments]
    return Further(first.key, moments, [fixed.day for fixed in first.moments])


def _read(text: str) -> Cursor:
    try:
        cursor = Cursor.model_validate_json(base64.urlsafe_b64decode(text))
    except ValueError:
        raise CursorUnread("this is not a cursor of this service") from None
    if "\0" in cursor.key:
        raise CursorUnread("this is not a cursor of this service")
    return cursor


def _at(log: Log, fixed: Fixed) -> AsOf:
    recorded_at = log.time_of(fixed.position)
    if fixed.position != 0 and recorded_at is None:
        raise CursorUnread("this cursor names a position that the log does not hold")
    return AsOf(fixed.position, recorded_at, fixed.asked)


def _digest(where: Mapping[str, Any] | None) -> str:
    conditions = json.dumps(dict(where or {}), sort_keys=True, default=str)
    return blake2b(conditions.encode(), digest_size=8).hexdigest()


def sealed_fields(row: type[Any]) -> list[str]:
    """Give the fields of a row that hold references to sealed values."""
    hints = get_type_hints(row, include_extras=True)
    return [f.name for f in fields(row) if marks_of_type(hints[f.name], SealedMark)]
