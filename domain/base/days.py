"""What was said from a day on, and what of it holds on a day; months as laws count them."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")
MONTHS_OF_A_YEAR = 12


def said_on(said: Iterable[tuple[date, T]], day: date) -> T | None:
    """Give what holds on `day`, or None if nothing had been said for it.

    `said` is in the order of recording. The latest day up to `day` counts, and of that day what
    was recorded last, so an entry about an earlier day does not undo what is true later.
    """
    until = [each for each in said if each[0] <= day]
    return max(reversed(until), key=lambda each: each[0])[1] if until else None


def same_day(day: date, months: int) -> date:
    """Give the same day of a later month, or that month's last day where it is too short."""
    year, month = divmod(day.year * MONTHS_OF_A_YEAR + day.month - 1 + months, MONTHS_OF_A_YEAR)
    last = last_of_month(date(year, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def last_of_months(first: date, months: int) -> date:
    """Give the last day of so many months that begin with `first` (民法143条2項).

    It is the day before the same day of the last month; where there is no such day, that month's
    last day.
    """
    end = same_day(first, months)
    return end if end.day < first.day else end - timedelta(days=1)


def lasts(first: date, last: date, months: int) -> bool:
    """Say whether it is at least so many months from `first` to `last`, both included."""
    return last_of_months(first, months) <= last


def last_of_month(day: date) -> date:
    """Give the last day of the month that a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """Give the same day so many months later.

    The last day of a month stays the last day, and where a month has no such day it is the last:
    30 April and 31 May, 30 January and 28 February. So count from the day that was agreed on, not
    from one that a short month has moved.
    """
    later = same_day(day, months)
    return last_of_month(later) if day == last_of_month(day) else later
