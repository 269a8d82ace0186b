"""Due dates and their limits: the vectors, and for each the day before, the day, the day after."""

from datetime import timedelta

import pytest

from domain.commission.law import due
from domain.commission.law.counting import nth_day
from domain.commission.law.due import Agreed, MonthlyClosing
from domain.commission.law.rule_sets import RULE_SETS, FreelanceAct
from tests.given import day

ACT = next(each for each in RULE_SETS if isinstance(each, FreelanceAct))
ONE_DAY = timedelta(days=1)
MONTH_END = MonthlyClosing(closing_day=31, pay_months=1, pay_day=31)
VECTORS = [
    ("2024-11-01", "2024-12-30", "2024-11-30", "2024-12-31"),
    ("2024-11-15", "2025-01-13", "2024-12-14", "2024-12-31"),
    ("2025-05-15", "2025-07-13", "2025-06-13", "2025-06-30"),
    ("2025-07-01", "2025-08-29", "2025-07-30", "2025-08-31"),
    ("2024-12-31", "2025-02-28", "2025-01-29", "2025-01-31"),
    ("2024-01-31", "2024-03-30", "2024-02-29", "2024-02-29"),
]
"""Received; the 60th day; the 30th day; closed at the month's end and paid at the next one's."""


@pytest.mark.parametrize(("received", "sixtieth"), [(row[0], row[1]) for row in VECTORS])
def test_the_limit_is_the_sixtieth_day(received: str, sixtieth: str) -> None:
    """The day of receipt is day 1; up to the day it counts as agreed, after it, that day counts."""
    receipt, last = day(received), day(sixtieth)
    assert due.limit(ACT, receipt, Agreed()) == last
    for agreed in (last - ONE_DAY, last):
        assert due.due(ACT, receipt, Agreed(day=agreed)) == agreed
    assert due.due(ACT, receipt, Agreed(day=last + ONE_DAY)) == last


@pytest.mark.parametrize(("received", "thirtieth"), [(row[0], row[2]) for row in VECTORS])
def test_the_target_is_the_thirtieth_day(received: str, thirtieth: str) -> None:
    """The guideline's, and re-entrusted work's limit, count alike."""
    assert nth_day(day(received), 30) == day(thirtieth)
    assert due.limit(ACT, day(received), Agreed(upstream=day(received))) == day(thirtieth)


@pytest.mark.parametrize(("received", "sixtieth", "_thirtieth", "paid"), VECTORS)
def test_a_monthly_closing_is_paid_at_the_end_of_the_next_month(
    received: str, sixtieth: str, _thirtieth: str, paid: str
) -> None:
    """Also where that is the 61st or 62nd day: it is operated as two months."""
    agreed = Agreed(closing=MONTH_END)
    assert MONTH_END.due(day(received)) == day(paid)
    assert due.due(ACT, day(received), agreed) == day(paid)
    assert due.limit(ACT, day(received), agreed) >= day(sixtieth)


@pytest.mark.parametrize(
    ("received", "number"), [("2024-11-01", 61), ("2025-07-01", 62), ("2024-11-15", 47)]
)
def test_which_day_the_closing_comes_to(received: str, number: int) -> None:
    """The vectors' day 61 and day 62."""
    assert (MONTH_END.due(day(received)) - day(received)).days + 1 == number


def test_without_the_closing_the_sixty_first_day_is_too_late() -> None:
    """2024-12-31 is allowed after a receipt of 2024-11-01 only with an agreed monthly closing."""
    receipt, late = day("2024-11-01"), day("2024-12-31")
    assert due.due(ACT, receipt, Agreed(day=late)) == day("2024-12-30")
    assert due.due(ACT, receipt, Agreed(closing=MONTH_END)) == late


def test_a_closing_beyond_two_months_counts_as_the_sixtieth_day() -> None:
    """Paid on the 5th two months later, what comes in early in the month waits too long."""
    slow = Agreed(closing=MonthlyClosing(closing_day=31, pay_months=2, pay_day=5))
    assert due.due(ACT, day("2024-11-01"), slow) == day("2024-12-30")
    assert due.due(ACT, day("2024-11-05"), slow) == day("2025-01-03")
    assert due.due(ACT, day("2024-11-06"), slow) == day("2025-01-05")
    assert due.due(ACT, day("2024-11-30"), slow) == day("2025-01-05")


def test_what_comes_in_after_the_closing_day_is_paid_with_the_next() -> None:
    """Closed on the 20th and paid at the end of the month, up to the last day of February."""
    twentieth = MonthlyClosing(closing_day=20, pay_months=0, pay_day=31)
    assert twentieth.due(day("2025-01-20")) == day("2025-01-31")
    assert twentieth.due(day("2025-01-21")) == day("2025-02-28")


@pytest.mark.parametrize(
    ("upstream", "thirtieth"), [("2025-01-31", "2025-03-01"), ("2024-01-31", "2024-02-29")]
)
def test_re_entrusted_work_is_due_on_the_thirtieth_day_from_upstream(
    upstream: str, thirtieth: str
) -> None:
    """That day being day 1, wherever the 60th day of the receipt lies: it takes its place."""
    last = day(thirtieth)
    for receipt in (day("2023-10-01"), day(upstream)):
        agreed = Agreed(day=last, upstream=day(upstream))
        assert due.limit(ACT, receipt, agreed) == last
        assert due.due(ACT, receipt, agreed) == last
        late = Agreed(day=last + ONE_DAY, upstream=day(upstream))
        assert due.due(ACT, receipt, late) == last
        early = Agreed(day=last - ONE_DAY, upstream=day(upstream))
        assert due.due(ACT, receipt, early) == last - ONE_DAY


def test_no_due_date_is_the_day_of_receipt() -> None:
    """Of re-entrusted work whose three items were stated, the upstream due date (4条4項)."""
    receipt = day("2024-11-15")
    assert due.due(ACT, receipt, Agreed()) == receipt
    # Nor is a day one that was over when the work came in.
    assert due.due(ACT, receipt, Agreed(day=receipt)) == receipt
    assert due.due(ACT, receipt, Agreed(day=receipt - ONE_DAY)) == receipt
    assert due.due(ACT, receipt, Agreed(upstream=day("2025-01-31"))) == day("2025-01-31")


@pytest.mark.parametrize(
    ("agreed_day", "postponed", "paid"),
    [
        # Friday, Saturday, Sunday, Monday.
        ("2025-01-17", False, "2025-01-17"),
        ("2025-01-18", False, "2025-01-17"),
        ("2025-01-19", False, "2025-01-17"),
        ("2025-01-20", False, "2025-01-20"),
        ("2025-01-18", True, "2025-01-20"),
        ("2025-01-19", True, "2025-01-20"),
        # The turn of the year: the next open day is within the 60 days.
        ("2024-12-31", False, "2024-12-30"),
        ("2024-12-31", True, "2025-01-06"),
    ],
)
def test_a_closed_day_of_banks_is_paid_before_unless_agreed(
    agreed_day: str, *, postponed: bool, paid: str
) -> None:
    """Received on 2024-12-01, so that the limit is 2025-01-29."""
    agreed = Agreed(day=day(agreed_day), postponed=postponed)
    assert due.paid_by(ACT, day("2024-12-01"), agreed) == day(paid)


def test_a_postponed_payment_passes_the_limit_by_two_days_at_most() -> None:
    """A Saturday to the Monday, but not over the turn of the year."""
    saturday = Agreed(day=day("2025-02-01"), postponed=True)
    assert due.limit(ACT, day("2024-12-04"), saturday) == day("2025-02-01")
    assert due.paid_by(ACT, day("2024-12-04"), saturday) == day("2025-02-03")
    new_year = Agreed(day=day("2024-12-31"), postponed=True)
    assert due.limit(ACT, day("2024-11-02"), new_year) == day("2024-12-31")
    assert due.paid_by(ACT, day("2024-11-02"), new_year) == day("2024-12-30")
    long_weekend = Agreed(day=day("2025-01-11"), postponed=True)
    assert due.limit(ACT, day("2024-11-13"), long_weekend) == day("2025-01-11")
    assert due.paid_by(ACT, day("2024-11-13"), long_weekend) == day("2025-01-10")


def test_where_no_act_binds_it_is_paid_as_agreed() -> None:
    """A closed day moves on, or back if that was agreed; nothing agreed is nothing due."""
    saturday = Agreed(day=day("2024-09-28"))
    assert due.as_agreed(day("2024-08-01"), saturday, before=False) == day("2024-09-30")
    assert due.as_agreed(day("2024-08-01"), saturday, before=True) == day("2024-09-27")
    assert due.as_agreed(day("2024-08-01"), Agreed(), before=True) is None
