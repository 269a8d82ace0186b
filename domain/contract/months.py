"""Months of a contract: what it has a team work in one, and how long it lasts in all."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.base.days import last_of_month, lasts
from domain.commission.law.checks import FL_NOTICE
from domain.contract.events import MonthConvention, Terms

WEEKS_OF_A_MONTH = 4
DAYS_OF_A_WEEK = 7
NOTICE_FROM_MONTHS = 6


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
    whole = days == last_of_month(first).day
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
        end = last_of_month(first)
        yield first, min(end, last)
        first = end + timedelta(days=1)


def notice_rule(first: date, last: date) -> str | None:
    """Name the rule on notice that binds a contract which lasts six months or longer."""
    return FL_NOTICE.code if lasts(first, last, NOTICE_FROM_MONTHS) else None
