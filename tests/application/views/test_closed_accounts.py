"""Closed accounts: the sum when a year was closed, and what was recorded after it."""

from uuid import UUID

from application.views.closed_accounts import CLOSED_ACCOUNTS, ClosedAccountsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.closing.test_closing import close, closed
from tests.domain.expenditure.examples import committed, corrected, paid, voided

SPENT, CLOSED, JOINT = UUID(int=1), UUID(int=2), UUID(int=3)


def test_a_late_fact_is_named_and_moves_no_closed_sum() -> None:
    """It is true of a day before the closing, and was recorded after it."""
    log = log_of(
        (SPENT, committed()),
        (SPENT, paid("2024-07-01", 600)),
        (CLOSED, closed(close("2025-05-31"))),
        (SPENT, paid("2025-05-20", 100)),
    )
    (line,) = lines(CLOSED_ACCOUNTS, log, ClosedAccountsAsks(), valid_on="2025-06-01")
    assert (line.row.executed, line.row.later, line.row.executed_now) == (600, 1, 700)
    assert [fact.position for fact in line.facts] == [3, 4]
    assert lines(CLOSED_ACCOUNTS, log, ClosedAccountsAsks(), valid_on="2025-05-30") == []


def test_a_correction_or_voiding_after_the_closing_moves_no_closed_sum() -> None:
    """600 yen were closed; today they are 500, or nothing."""
    closing = (CLOSED, closed(close("2025-05-31")))
    log = (SPENT, committed()), (SPENT, paid("2024-07-01", 600)), closing
    for mend, now in (
        (corrected("2025-07-01", 2, amount=500), 500),
        (voided("2025-07-01", 2), 0),
    ):
        told = log_of(*log, (SPENT, mend))
        (line,) = lines(CLOSED_ACCOUNTS, told, ClosedAccountsAsks(), valid_on="2025-07-01")
        assert (line.row.executed, line.row.later, line.row.executed_now) == (600, 1, now)


def test_what_nobody_has_split_is_left_out_and_said() -> None:
    """It stands beside the municipality's own sum, with what of it was recorded later."""
    joint = {"municipality": "joint"}
    log = log_of(
        (SPENT, committed()),
        (SPENT, paid("2024-07-01", 600)),
        (JOINT, committed().model_copy(update=joint)),
        (JOINT, paid("2024-07-01", 50).model_copy(update=joint)),
        (CLOSED, closed(close("2025-05-31"))),
        (JOINT, paid("2025-06-01", 7).model_copy(update=joint)),
    )
    (line,) = lines(CLOSED_ACCOUNTS, log, ClosedAccountsAsks(), valid_on="2025-06-01")
    row = line.row
    assert (row.executed, row.later, row.executed_now) == (600, 0, 600)
    assert (row.joint, row.joint_later, row.joint_now) == (50, 1, 57)
    assert [fact.position for fact in line.facts] == [5, 6]
