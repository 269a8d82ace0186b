"""What holds on a day is what was said last for it, however late it was recorded."""

import pytest

from domain.base.days import said_on
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
