"""An order that stands is placed again each month, on the terms of the month before."""

import pytest

from domain.base import mend
from domain.base.event import Event
from domain.engagement import rules
from tests.domain.engagement.examples import (
    OPEN,
    cancelled,
    change,
    changed,
    close,
    closed,
    continued,
    correct,
    corrected,
    go_on,
    inquired,
    invoice,
    invoiced,
    received,
    standing,
    void,
    voided,
)
from tests.given import given

STANDING = (inquired(), standing("2024-06-10", "2024-06-30"))


def test_the_next_month_is_ordered_on_the_terms_of_the_last() -> None:
    """The same amount and tax; a due day at the end of a month stays there."""
    given(*STANDING).when(go_on("2024-06-28")).then(continued("2024-06-28", "2024-07-31"))
    given(*STANDING, continued("2024-06-28", "2024-07-31")).when(go_on("2024-07-30")).then(
        continued("2024-07-30", "2024-08-31")
    )


@pytest.mark.parametrize(
    ("agreed", "months"),
    [
        ("2024-12-30", ["2025-01-30", "2025-02-28", "2025-03-30"]),
        ("2024-12-31", ["2025-01-31", "2025-02-28", "2025-03-31"]),
        ("2023-12-29", ["2024-01-29", "2024-02-29", "2024-03-29"]),
        ("2024-12-15", ["2025-01-15", "2025-02-15", "2025-03-15"]),
    ],
)
def test_a_short_month_moves_the_due_day_of_that_month_alone(
    agreed: str, months: list[str]
) -> None:
    """Counted is from the day that was agreed on."""
    history: list[Event] = [inquired("2023-06-01"), standing("2023-06-10", agreed)]
    before = agreed
    for due in months:
        given(*history).when(go_on(before)).then(continued(before, due))
        history.append(continued(before, due))
        before = due


def test_one_month_is_ordered_ahead() -> None:
    """From the first day of the month in which the last one is due."""
    ahead = given(*STANDING, continued("2024-06-28", "2024-07-31"))
    ahead.when(go_on("2024-06-30")).refused(rules.CONTINUED_ALREADY)
    ahead.when(go_on("2024-07-01")).then(continued("2024-07-01", "2024-08-31"))


def test_a_month_that_was_left_out_is_not_made_up_for() -> None:
    """The next is the one that is not over yet: on its due day it is not, the day after it is."""
    given(*STANDING).when(go_on("2024-08-31")).then(continued("2024-08-31", "2024-08-31"))
    given(*STANDING).when(go_on("2024-09-01")).then(continued("2024-09-01", "2024-09-30"))


def test_only_a_standing_order_goes_on() -> None:
    """One that has been received, that stands, and that has not ended."""
    given(*OPEN).when(go_on("2024-12-20")).refused(rules.NOT_STANDING)
    given(inquired()).when(go_on("2024-06-28")).refused(rules.NOT_ORDERED)
    given(*STANDING).when(go_on("2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    given(*STANDING, cancelled("2024-06-20")).when(go_on("2024-06-28")).refused(rules.ENDED)


def test_a_change_holds_for_the_latest_month_and_those_to_come() -> None:
    """What was ordered before stays: 1000 and 700 make room for an invoice of 1700."""
    known = (*STANDING, continued("2024-06-28", "2024-07-31"), changed("2024-07-02", 700))
    given(*known).when(invoice("2024-08-01", 1700)).then(invoiced("2024-08-01", 1700))
    given(*known).when(invoice("2024-08-01", 1701)).refused(rules.MORE_THAN_ORDERED)
    given(*known).when(go_on("2024-12-01")).then(continued("2024-12-01", "2025-01-20", 700))
    billed = given(*STANDING, invoiced("2024-07-01"), continued("2024-07-01", "2024-07-31"))
    billed.when(change("2024-07-02", 1)).then(changed("2024-07-02", 1))


def test_every_month_is_invoiced_and_received_before_it_closes() -> None:
    """The months add up."""
    known = (*STANDING, invoiced("2024-07-01"), received("2024-07-31"))
    given(*known).when(close("2024-08-01")).then(closed("2024-08-01"))
    given(*known, continued("2024-07-31", "2024-08-31")).when(close("2024-09-01")).refused(
        rules.NOT_SETTLED
    )


def test_a_month_that_never_was_is_voided_unless_it_was_invoiced() -> None:
    """Then the order is what it was before."""
    known = (*STANDING, continued("2024-06-28", "2024-07-31"))
    given(*known).when(void(3)).then(voided("2025-01-01", 3))
    given(*known, invoiced("2024-08-01", 1001)).when(void(3)).refused(rules.MORE_THAN_ORDERED)
    given(*known, voided("2024-06-29", 3)).when(go_on("2024-06-30")).then(
        continued("2024-06-30", "2024-07-31")
    )


def test_an_order_that_went_on_stands() -> None:
    """It cannot be corrected into one that was placed once."""
    known = given(*STANDING, continued("2024-06-28", "2024-07-31"))
    known.when(correct(2, rhythm="once")).refused(rules.NOT_STANDING)
    known.when(correct(3, amount=900)).then(corrected("2025-01-01", 3, amount=900))
    known.when(correct(3, effective_on="2024-06-09")).refused(rules.BEFORE_EARLIER_STEP)
    given(*STANDING).when(correct(2, rhythm="once")).then(corrected("2025-01-01", 2, rhythm="once"))
    given(*STANDING).when(void(2)).refused(mend.NOTHING_TO_MEND)
