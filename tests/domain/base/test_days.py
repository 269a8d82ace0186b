"""What holds on a day is what was said last for it, however late; and months are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base.days import last_of_months, lasts, months_later, said_on
from tests.given import day

SAID = [
    (day("2024-04-01"), "first"),
    (day("2024-10-01"), "second"),
    (day("2024-06-01"), "recorded late"),
    (day("2024-10-01"), "said again"),
]


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        ("2024-03-31", None),
        ("2024-04-01", "first"),
        ("2024-05-31", "first"),
        ("2024-06-01", "recorded late"),
        ("2024-09-30", "recorded late"),
        ("2024-10-01", "said again"),
        ("2030-01-01", "said again"),
    ],
)
def test_the_latest_day_counts_and_of_one_day_what_was_recorded_last(
    on: str, holds: str | None
) -> None:
    """Each entry holds from its own day until the day of the next."""
    assert said_on(SAID, day(on)) == holds


def test_nothing_said_is_nothing() -> None:
    """An empty record says nothing of any day."""
    assert said_on([], day("2024-04-01")) is None


@given(st.dates(date(2024, 1, 1), date(2060, 12, 31)), st.integers(1, 12))
def test_months_end_on_the_day_before_the_same_day(first: date, months: int) -> None:
    """Or on the month's last day where there is no such day; a period lasts to its last day."""
    last = last_of_months(first, months)
    assert lasts(first, last, months)
    assert not lasts(first, last - timedelta(days=1), months)
    assert (last + timedelta(days=1)).day in {first.day, 1}


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2024-11-01", 2, "2024-12-31"),
        ("2025-07-01", 2, "2025-08-31"),
        ("2024-11-15", 2, "2025-01-14"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-12-29", 2, "2025-02-28"),
        ("2024-12-28", 2, "2025-02-27"),
        ("2023-12-30", 2, "2024-02-29"),
        ("2024-05-01", 6, "2024-10-31"),
    ],
)
def test_calendar_months(first: str, months: int, last: str) -> None:
    """As the Civil Code has it (143条)."""
    assert last_of_months(day(first), months) == day(last)


@pytest.mark.parametrize(
    ("first", "months", "later"),
    [
        ("2024-04-30", 1, "2024-05-31"),
        ("2024-01-30", 1, "2024-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-11-15", 2, "2025-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_the_last_day_of_a_month_stays_the_last(first: str, months: int, later: str) -> None:
    """And any other day keeps its number, where the month has one."""
    assert months_later(day(first), months) == day(later)
