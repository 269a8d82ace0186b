"""Which share of the consumption tax counts without a qualified invoice."""

import pytest

from domain.base.values.input_tax import creditable_percent
from tests.given import day


@pytest.mark.parametrize(
    ("purchased_on", "percent"),
    [
        ("2023-09-30", 100),
        ("2023-10-01", 80),
        ("2023-10-02", 80),
        ("2026-09-30", 80),
        ("2026-10-01", 70),
        ("2026-10-02", 70),
        ("2028-09-30", 70),
        ("2028-10-01", 50),
        ("2028-10-02", 50),
        ("2030-09-30", 50),
        ("2030-10-01", 30),
        ("2030-10-02", 30),
        ("2031-09-30", 30),
        ("2031-10-01", 0),
        ("2031-10-02", 0),
    ],
)
def test_by_the_reform_it_falls_in_five_steps(purchased_on: str, percent: int) -> None:
    """The day before, the day and the day after each."""
    assert creditable_percent(day(purchased_on), day("2026-04-01")) == percent


@pytest.mark.parametrize(
    ("purchased_on", "percent"),
    [
        ("2023-09-30", 100),
        ("2023-10-01", 80),
        ("2023-10-02", 80),
        ("2026-09-30", 80),
        ("2026-10-01", 50),
        ("2026-10-02", 50),
        ("2029-09-30", 50),
        ("2029-10-01", 0),
        ("2029-10-02", 0),
    ],
)
def test_before_the_reform_it_fell_in_three(purchased_on: str, percent: int) -> None:
    """What was computed by the law of then can be computed again."""
    assert creditable_percent(day(purchased_on), day("2026-03-31")) == percent


@pytest.mark.parametrize(
    ("rule_date", "percent"), [("2026-03-31", 50), ("2026-04-01", 70), ("2026-04-02", 70)]
)
def test_the_law_of_the_rule_date_decides(rule_date: str, percent: int) -> None:
    """And not the day on which something was bought."""
    assert creditable_percent(day("2026-11-25"), day(rule_date)) == percent
