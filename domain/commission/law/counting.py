"""Counting days as laws count them; pure arithmetic of the calendar."""

from datetime import date, timedelta

from domain.base.values.closed_days import LAST_KNOWN_YEAR, Counter, closed, open_from, open_until

_FIRST_KNOWN_YEAR = 1949


def nth_day(first: date, number: int) -> date:
    """Give the day with this number, `first` being day 1 (受領した日から起算して)."""
    return first + timedelta(days=number - 1)


def days_before(day: date, days: int) -> date:
    """Give the day that lies so many days before: the last on which notice is early enough."""
    return day - timedelta(days=days)


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
