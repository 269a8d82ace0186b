"""What a contract has a team work in a month, under either convention, and how long it lasts."""

import pytest

from domain.commission.law.checks import FL_NOTICE
from domain.contract.events import MonthConvention
from domain.contract.months import adds_up, contracted, months_of, notice_rule
from tests.domain.contract.examples import NO_HOURS, concluded
from tests.given import day

FOUR_WEEKS, CALENDAR = MonthConvention.FOUR_WEEKS, MonthConvention.CALENDAR
MAY = (day("2024-05-01"), day("2024-05-31"))


@pytest.mark.parametrize(("weekly", "heads", "hours"), [(600, 3, 120), (300, 2, 40)])
def test_a_month_of_four_weeks(weekly: int, heads: int, hours: int) -> None:
    """10 hours × 3 are 120 a month, and 5 hours × 2 are 40; ten months are 1,200 and 400."""
    terms = concluded(minutes_a_week=weekly, heads=heads, minutes_a_month=hours * 60)
    months = list(months_of(day("2024-05-01"), day("2025-02-28")))
    assert adds_up(terms) is True
    assert contracted(terms, *MAY, FOUR_WEEKS) == hours * 60
    every = [contracted(terms, *month, FOUR_WEEKS) or 0 for month in months]
    assert (len(months), sum(every)) == (10, hours * 60 * 10)


def test_a_calendar_month_is_longer() -> None:
    """By the calendar the same ten months are 43.4 weeks: what is called over may not be.

    Each month is rounded by itself, which makes three minutes in ten months.
    """
    terms = concluded()
    months = months_of(day("2024-05-01"), day("2025-02-28"))
    assert contracted(terms, *MAY, CALENDAR) == 7971
    assert sum(contracted(terms, *month, CALENDAR) or 0 for month in months) == 78168


def test_of_a_part_of_a_month_four_weeks_say_nothing() -> None:
    """It is not guessed at; the calendar knows every day."""
    half = (day("2024-05-16"), day("2024-05-31"))
    assert contracted(concluded(), *half, FOUR_WEEKS) is None
    assert contracted(concluded(), *half, CALENDAR) == 4114
    assert contracted(concluded(**NO_HOURS), *MAY, FOUR_WEEKS) is None


def test_a_stated_month_is_held_against_its_convention() -> None:
    """Where there is something to compare."""
    assert adds_up(concluded(minutes_a_month=7199)) is False
    assert adds_up(concluded(minutes_a_month=None)) is None
    assert adds_up(concluded(month_convention="calendar")) is None
    assert adds_up(concluded(**NO_HOURS)) is None


def test_months_begin_and_end_with_the_period() -> None:
    """Also where it begins or ends within one."""
    assert list(months_of(day("2024-01-20"), day("2024-03-05"))) == [
        (day("2024-01-20"), day("2024-01-31")),
        (day("2024-02-01"), day("2024-02-29")),
        (day("2024-03-01"), day("2024-03-05")),
    ]


@pytest.mark.parametrize(
    ("first", "last", "binds"),
    [
        ("2024-05-01", "2024-10-30", False),
        ("2024-05-01", "2024-10-31", True),
        ("2024-05-01", "2024-11-01", True),
        ("2024-08-31", "2025-02-27", False),
        ("2024-08-31", "2025-02-28", True),
        ("2024-08-28", "2025-02-26", False),
        ("2024-08-28", "2025-02-27", True),
        ("2024-12-16", "2025-06-14", False),
        ("2024-12-16", "2025-06-15", True),
    ],
)
def test_from_six_months_on_a_notice_rule_is_named(first: str, last: str, *, binds: bool) -> None:
    """The day before six months are full, the day itself, and across the ends of months."""
    assert notice_rule(day(first), day(last)) == (FL_NOTICE.code if binds else None)
