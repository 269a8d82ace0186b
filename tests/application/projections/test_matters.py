"""Matters to check: which fact touches which rule, and how a person closed it."""

from application.projections.matters import MATTERS, MatterRow
from domain.base.event import Event
from domain.base.matter import Closing, Force
from tests.application.projections.given import answer, fresh, in_turn, rebuilt, standing_at
from tests.domain.commission.examples import corrected, voided
from tests.domain.commission.law.played import played, under
from tests.domain.commission.law.test_acts import TOLD, deliver, pay
from tests.domain.commission.law.test_clocks import BY_TOWN, shut
from tests.given import day

LATE = played(*TOLD, deliver("2025-03-31"), pay("2025-05-30"))
CLOSED = (*LATE, *under(*LATE).when(shut(5, "fl-2-paid")).recorded)


def shown(*history: Event, valid_on: str = "2025-12-31") -> list[MatterRow]:
    """Give the rows of one commission; of another one, lawful, there are none."""
    log = in_turn(one=[*history], other=[*played(*BY_TOWN)])
    return list(answer(MATTERS, log, valid_on=valid_on).values())


def test_a_late_payment_is_shown_from_its_day_on() -> None:
    """With the version it concerns, the rule's words and its force."""
    assert shown(*LATE, valid_on="2025-05-29") == []
    (row,) = shown(*LATE, valid_on="2025-05-30")
    assert (row.concerns, row.check, row.force) == (5, "fl-2-paid", Force.BINDING)
    assert (row.open, row.closing, row.fact_on) == (True, None, day("2025-05-30"))
    assert row.rule == "報酬は、支払期日までに支払う。"
    assert (row.engagement_number, row.ordinal) == ("E-1", 1)


def test_a_closed_matter_says_how() -> None:
    """From the day of the closing on; voided, it is open again."""
    (row,) = shown(*CLOSED, valid_on="2025-06-30")
    assert row.open
    (row,) = shown(*CLOSED)
    assert (row.open, row.closing, row.closed_on) == (False, Closing.EXPLAINED, day("2025-07-01"))
    (row,) = shown(*CLOSED, voided("2025-07-02", 6))
    assert row.open


def test_a_correction_that_clears_it_up_takes_it_away() -> None:
    """Also where it had been closed; one that leaves it late leaves it closed."""
    assert shown(*CLOSED, corrected("2025-07-02", 5, effective_on="2025-05-29")) == []
    (row,) = shown(*CLOSED, corrected("2025-07-02", 5, effective_on="2025-06-02"))
    assert (row.open, row.fact_on) == (False, day("2025-06-02"))


def test_folded_from_nothing_the_rows_are_the_same() -> None:
    """Live, rebuilt and checked are one fold."""
    again = corrected("2025-07-02", 5, effective_on="2025-05-29")
    log = in_turn(one=[*CLOSED, again], other=[*LATE])
    assert standing_at(rebuilt(MATTERS, log), len(log)) == fresh(MATTERS, log)
