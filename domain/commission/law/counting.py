"""Counting days as laws count them; pure arithmetic of the calendar."""

from calendar import monthrange
from datetime import date, timedelta

from domain.base.values.closed_days import LAST_KNOWN_YEAR, Counter, closed, open_from, open_until

_FIRST_KNOWN_YEAR = 1949
_MONTHS = 12


def nth_day(first: date, number: int) -> date:
    """Give the day with this number, `first` being day 1 (受領した日から起算して)."""
    return first + timedelta(days=number - 1)


def days_before(day: date, days: int) -> date:
    """Give the day that lies so many days before: the last on which notice is early enough."""
    return day - timedelta(days=days)


def same_day(day: date, months: int) -> date:
    """Give the same day of a later month, or that month's last day where it is too short."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


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


def term_ends(after: date, days: int, counter: Counter) -> date:
    """Give the end of a term counted by the Civil Code (民法140条, 142条).

    The day of `after` is not counted, and a term that would end on a closed day ends on the next
    open one.
    """
    return moved_on(after + timedelta(days=days), counter)


def moved_on(day: date, counter: Counter) -> date:
    """Give the day, or the next open one.

    A year whose holidays nobody knows is taken as it is: nothing is guessed.
    """
    return open_from(day, counter) if _known(day) else day


def moved_back(day: date, counter: Counter) -> date:
    """Give the day, or the last open one before it."""
    return open_until(day, counter) if _known(day) else day


def is_closed(day: date, counter: Counter) -> bool:
    """Say whether a day is known to be closed."""
    return _known(day) and closed(day, counter)


def _known(day: date) -> bool:
    # The turn of a year may lead into the next or the last one.
    return _FIRST_KNOWN_YEAR < day.year < LAST_KNOWN_YEAR
