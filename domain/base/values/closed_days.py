"""Closed days: on which days an office or a bank does not work, and what that does to a term.

A term that ends on a closed day ends on the next open one where its own law says so (民法142条);
what a contract lets fall due on a closed day is paid before or after it, as the contract says.
The holidays themselves come from a table of the laws that is kept up by others; it reaches 2099.
"""

from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from holidays import country_holidays

from domain.base.words import Code

LAST_KNOWN_YEAR: Final = 2099
DAYS_IN_MEMORY: Final = 10_000
_SATURDAY: Final = 5
_YEAR_END_OF_OFFICES: Final = {(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)}
_YEAR_END_OF_BANKS: Final = {(12, 31), (1, 2), (1, 3)}


class Counter(Code):
    """Whose closed days count."""

    OFFICE = "office", "官公庁", "public office"
    BANK = "bank", "金融機関", "bank"


def closed(day: date, counter: Counter) -> bool:
    """Say whether `day` is closed: a weekend, a national holiday, or the turn of the year.

    Offices are closed from 29 December to 3 January (地方自治法4条の2), banks from 31 December to
    3 January (銀行法施行令5条). Raises ValueError for a year whose holidays nobody knows.
    """
    turn = _YEAR_END_OF_OFFICES if counter is Counter.OFFICE else _YEAR_END_OF_BANKS
    return (
        day.weekday() >= _SATURDAY
        or (day.month, day.day) in turn
        or day in _national_holidays(day.year)
    )


@lru_cache(DAYS_IN_MEMORY)
def open_from(day: date, counter: Counter) -> date:
    """Give `day`, or the first open day after it: where a term ends that ends on a closed day."""
    while closed(day, counter):
        day += timedelta(days=1)
    return day


@lru_cache(DAYS_IN_MEMORY)
def open_until(day: date, counter: Counter) -> date:
    """Give `day`, or the last open day before it."""
    while closed(day, counter):
        day -= timedelta(days=1)
    return day


@cache
def _national_holidays(year: int) -> frozenset[date]:
    if not 1949 <= year <= LAST_KNOWN_YEAR:  # noqa: PLR2004 - the first full year of the act
        raise ValueError(f"the holidays of {year} are not known")
    return frozenset(country_holidays("JP", years=year, categories="public"))
