"""Which days are closed, and where a term ends that ends on one."""

import pytest

from domain.base.values.closed_days import Counter, closed, open_from, open_until
from tests.given import day


@pytest.mark.parametrize(
    ("on", "office", "bank"),
    [
        ("2024-11-01", False, False),
        ("2024-11-02", True, True),
        ("2024-11-04", True, True),
        ("2025-05-06", True, True),
        ("2025-05-07", False, False),
        ("2024-12-27", False, False),
        ("2024-12-30", True, False),
        ("2024-12-31", True, True),
        ("2025-01-03", True, True),
        ("2025-01-06", False, False),
    ],
)
def test_offices_and_banks_are_closed_on_their_own_days(on: str, office: bool, bank: bool) -> None:  # noqa: FBT001
    """Weekends and holidays close both; 30 December, a Monday, closes offices alone."""
    assert closed(day(on), Counter.OFFICE) is office
    assert closed(day(on), Counter.BANK) is bank


def test_a_closed_day_moves_on_or_back_to_an_open_one() -> None:
    """The turn of the year is the longest way."""
    assert open_from(day("2024-12-28"), Counter.OFFICE) == day("2025-01-06")
    assert open_until(day("2025-01-05"), Counter.OFFICE) == day("2024-12-27")
    assert open_from(day("2025-01-06"), Counter.OFFICE) == day("2025-01-06")


def test_a_year_whose_holidays_nobody_knows_is_not_guessed_at() -> None:
    """No day of it is taken for an open one."""
    with pytest.raises(ValueError, match="2100"):
        closed(day("2100-01-04"), Counter.BANK)
