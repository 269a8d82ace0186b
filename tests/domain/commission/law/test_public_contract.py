"""Inspection and payment where a town orders: the first day is not counted, a closed one moves."""

from datetime import timedelta

import pytest

from domain.commission.law import public_contract
from domain.commission.law.rule_sets import RULE_SETS, PublicContractAct
from tests.given import day

ACT = next(each for each in RULE_SETS if isinstance(each, PublicContractAct))


@pytest.mark.parametrize(
    ("received", "by"),
    [
        # Ten days after a Monday is a Thursday.
        ("2024-07-01", "2024-07-11"),
        ("2024-07-03", "2024-07-16"),  # Saturday, Sunday and 海の日.
        ("2024-07-04", "2024-07-16"),
        ("2024-12-19", "2025-01-06"),  # 29 December to 3 January, and a weekend.
        ("2024-12-17", "2024-12-27"),
    ],
)
def test_it_is_inspected_within_ten_days(received: str, by: str) -> None:
    """On the last of them it is in time, on the day after it is one day late."""
    receipt, last = day(received), day(by)
    assert public_contract.inspect_by(ACT, receipt) == last
    for days, late in ((-1, 0), (0, 0), (1, 1)):
        inspected = last + timedelta(days=days)
        assert public_contract.days_late(ACT, receipt, inspected) == late


@pytest.mark.parametrize(
    ("claimed", "by"),
    [
        ("2024-07-01", "2024-07-31"),
        ("2024-07-02", "2024-08-01"),
        ("2024-07-04", "2024-08-05"),  # A Saturday moves to the Monday.
        ("2024-12-02", "2025-01-06"),  # 1 January.
        ("2024-11-27", "2024-12-27"),
    ],
)
def test_it_is_paid_within_thirty_days_of_the_claim(claimed: str, by: str) -> None:
    """The day of the claim is not counted."""
    assert public_contract.pay_by(ACT, day(claimed)) == day(by)


def test_unwritten_it_is_paid_within_fifteen_days() -> None:
    """From Monday 1 July to Tuesday 16 July."""
    assert public_contract.pay_by(ACT, day("2024-07-01"), written=False) == day("2024-07-16")


@pytest.mark.parametrize(
    ("late", "by"), [(0, "2024-07-31"), (1, "2024-07-30"), (29, "2024-07-02"), (30, "2024-07-01")]
)
def test_days_of_a_late_inspection_are_taken_off(late: int, by: str) -> None:
    """Down to none: then it is due with the claim."""
    assert public_contract.pay_by(ACT, day("2024-07-01"), late=late) == day(by)
    assert public_contract.pay_by(ACT, day("2024-07-01"), late=31) == day("2024-07-01")
