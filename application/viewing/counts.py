"""Counts of people, which may show one of them, and shares."""

from dataclasses import fields, replace
from functools import cache
from typing import Annotated, Any, Final, TypeVar, get_type_hints

from domain.base.marks import marks_of_type
from domain.base.words import Label

R = TypeVar("R")


class CountsPeople:
    """Mark a column whose number is a count of people."""


PEOPLE: Final = CountsPeople()
FEW = 5
"""Below this, a count of people may show one of them; the programme's usual threshold."""
Few = Annotated[bool, Label("5人未満（公表しない）", "fewer than 5: not for publication")]
"""Filled in from the columns marked `PEOPLE`: one of them is small, but not nobody."""


def with_few(row: R) -> R:
    """Say of a row with a column `few` whether one of its counts of people is small."""
    marked: Any = row
    columns = _of_people(marked.__class__)
    if not columns:
        return row
    small = any(0 < (getattr(row, name) or 0) < FEW for name in columns)
    said: R = replace(marked, few=small)
    return said


def percent(part: int, whole: int) -> int | None:
    """Give a share in per cent, a half rounded up; None of nothing."""
    return per_head(100 * part, whole)


def per_head(total: int, heads: int) -> int | None:
    """Give what falls to each, a half rounded up; None if there is nobody."""
    return (2 * total + heads) // (2 * heads) if heads else None


@cache
def _of_people(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any class of rows
    hints = get_type_hints(kind, include_extras=True)
    return tuple(one.name for one in fields(kind) if marks_of_type(hints[one.name], CountsPeople))
