"""What was said to be true from a day on, and what of it is true on a day; days a month later."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

T = TypeVar("T")


def said_on(said: Iterable[tuple[date, T]], day: date) -> T | None:
    """Give what holds on `day`, or None if nothing had been said for it.

    `said` is in the order of recording. The latest day up to `day` counts, and of that day what
    was recorded last, so an entry about an earlier day does not undo what is true later.
    """
    until = [each for each in said if each[0] <= day]
    return max(reversed(until), key=lambda each: each[0])[1] if until else None


def months_later(day: date, months: int) -> date:
    """Give the same day so many months later.

    The last day of a month stays the last day, and where a month has no such day it is the last:
    30 April and 31 May, 30 January and 28 February. So count from the day that was agreed on, not
    from one that a short month has moved.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if is_last else min(day.day, last))
