"""Withholding from one payment of a fee that is subject to it."""

import pytest

from domain.base.values.withholding import withholding


@pytest.mark.parametrize(
    ("gross", "withheld"),
    [
        (0, 0),
        (1, 0),
        (9, 0),
        (10, 1),
        (10_000, 1_021),
        (33_333, 3_403),
        (100_000, 10_210),
        (999_999, 102_099),
        (1_000_000, 102_100),
        (1_000_001, 102_100),
        (1_000_005, 102_101),
        (1_500_000, 204_200),
        (2_000_000, 306_300),
    ],
)
def test_it_is_ten_per_cent_and_of_what_exceeds_a_million_twenty(gross: int, withheld: int) -> None:
    """With the surtax for reconstruction, and truncated below one yen."""
    assert withholding(gross) == withheld


def test_nothing_is_withheld_from_less_than_nothing() -> None:
    """A negative payment is a mistake, and is not computed with."""
    with pytest.raises(ValueError, match="less than nothing"):
        withholding(-1)
