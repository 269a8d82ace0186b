"""Months of a contract: what it has a team work in one, and how long it lasts in all."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from domain.contract.events import MonthConvention, Terms

WEEKS_OF_A_MONTH = 4
DAYS_OF_A_WEEK = 7
NOTICE_FROM_MONTHS = 6
NOTICE_RULE = "fl-5-16"
"""Notice of 30 days before ending or not renewing (フリーランス・事業者間取引適正化等法16条)."""


def contracted(terms: Terms, first: date, last: date, by: MonthConvention) -> int | None:
    """Give the minutes that a contract has a team work from `first` to `last` of one month.

    Four weeks a month is said of whole months only: of a part of one it says nothing (None), and
    neither does a contract that is not by the hour. By the calendar, a week's minutes are spread
    over its seven days and the sum rounded half up to a minute.
    """
    if terms.heads is None or terms.minutes_a_week is None:
        return None
    weekly = terms.heads * terms.minutes_a_week
    days = (last - first).days + 1
    if by is MonthConvention.CALENDAR:
        return (2 * weekly * days + DAYS_OF_A_WEEK) // (2 * DAYS_OF_A_WEEK)
    whole = days == monthrange(first.year, first.month)[1]
    return weekly * WEEKS_OF_A_MONTH if whole else None


def adds_up(terms: Terms) -> bool | None:
    """Say whether the minutes a month that a contract states are those of its convention.

    None where there is nothing to compare: a calendar month has no fixed number of them.
    """
    if terms.month_convention is not MonthConvention.FOUR_WEEKS or terms.minutes_a_month is None:
        return None
    if terms.heads is None or terms.minutes_a_week is None:
        return None
    return terms.heads * terms.minutes_a_week * WEEKS_OF_A_MONTH == terms.minutes_a_month


def months_of(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Give the months from `first` to `last`, each with its first and last day inside."""
    while first <= last:
        end = first.replace(day=monthrange(first.year, first.month)[1])
        yield first, min(end, last)
        first = end + timedelta(days=1)


def notice_rule(first: date, last: date) -> str | None:
    """Name the rule on notice that binds a contract which lasts six months or longer.

    Six months are over with the day before the one of the same number, or with the end of a month
    that has no such day (民法143条2項).
    """
    month = first.month - 1 + NOTICE_FROM_MONTHS
    year, month = first.year + month // 12, month % 12 + 1
    length = monthrange(year, month)[1]
    missing = first.day > length
    over = date(year, month, length if missing else first.day)
    over -= timedelta(days=0 if missing else 1)
    return NOTICE_RULE if last >= over else None
