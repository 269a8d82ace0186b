"""Days counted as laws count them."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base.values.closed_days import Counter, closed
from domain.commission.law import counting, due, public_contract
from domain.commission.law.due import Agreed, MonthlyClosing
from domain.commission.law.rule_sets import RULE_SETS, FreelanceAct, PublicContractAct
from tests.given import day

ACT = next(each for each in RULE_SETS if isinstance(each, FreelanceAct))
PUBLIC = next(each for each in RULE_SETS if isinstance(each, PublicContractAct))
DAYS = st.dates(date(2024, 1, 1), date(2060, 12, 31))
MONTH_END = MonthlyClosing(31, 1, 31)


@given(DAYS)
def test_the_sixtieth_day_is_fifty_nine_days_later(receipt: date) -> None:
    """The day of receipt is day 1."""
    assert due.limit(ACT, receipt, Agreed()) - receipt == timedelta(days=59)


@settings(deadline=None)
@given(claimed=DAYS, late=st.integers(0, 60), written=st.booleans())
def test_a_term_of_the_civil_code_ends_on_an_open_day(
    claimed: date, late: int, *, written: bool
) -> None:
    """Never on a closed one, and never before its days are over."""
    ends = public_contract.pay_by(PUBLIC, claimed, late=late, written=written)
    assert not closed(ends, Counter.OFFICE)
    assert ends - claimed >= timedelta(days=max(0, (30 if written else 15) - late))
    assert not closed(public_contract.inspect_by(PUBLIC, claimed), Counter.OFFICE)


@settings(deadline=None)
@given(receipt=DAYS, postponed=st.booleans())
def test_money_arrives_on_an_open_day_of_banks(receipt: date, *, postponed: bool) -> None:
    """Before a closed due date, or at most two days after it where that was agreed."""
    agreed = Agreed(day=receipt + timedelta(days=40), postponed=postponed)
    legal, paid = due.due(ACT, receipt, agreed), due.paid_by(ACT, receipt, agreed)
    assert not closed(paid, Counter.BANK)
    assert postponed or paid <= legal
    assert paid <= due.limit(ACT, receipt, agreed) or (paid - legal).days <= 2


@given(DAYS, st.integers(1, 31), st.integers(0, 2), st.integers(1, 31))
def test_an_agreed_closing_pays_on_no_day_before_its_closing_month(
    receipt: date, closing_day: int, months: int, pay_day: int
) -> None:
    """And a receipt of the day after the closing is paid a month later, or on the same day."""
    closing = MonthlyClosing(closing_day, months, pay_day)
    paid = closing.due(receipt)
    assert (paid.year, paid.month) >= (receipt.year, receipt.month)
    assert closing.due(receipt + timedelta(days=1)) >= paid


def test_what_nobody_knows_of_is_left_as_it_was_counted() -> None:
    """The holidays of the years after 2099 are not known, and not guessed."""
    far = day("2150-01-01")
    assert counting.moved_on(far, Counter.OFFICE) == counting.moved_back(far, Counter.BANK) == far
    assert not counting.is_closed(far, Counter.BANK)
    assert counting.moved_on(day("2049-01-01"), Counter.OFFICE) == day("2049-01-04")
