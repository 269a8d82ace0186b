"""The matters to check: derived from facts that hold, closed by a person, gone when corrected."""

from uuid import UUID

from application.projections.matters import MATTERS
from application.recorded import Recorded
from domain.base.event import COMMON, Event
from domain.base.matter import Closing, Force
from domain.commission import events as e
from tests.application.projections.given import (
    answer,
    followed,
    fresh,
    log_of,
    rebuilt,
    standing_at,
)
from tests.domain.commission.examples import corrected
from tests.domain.commission.law.played import entrusted, played, terms
from tests.given import day

STREAM = UUID(int=1)
TOO_LATE = played(
    *entrusted("2025-02-03", "2025-03-31"),
    terms("2025-02-03", "2025-03-31", "2025-05-30", as_fact=True),
)
"""Terms that were recorded as a fact; their due date is the 61st day."""
CLOSED = e.CommissionMatterClosed(
    effective_on=day("2025-02-10"),
    programme=COMMON,
    concerns=3,
    check="fl-2-60-days",
    closing=Closing.REMEDIED,
)


def log(*events: Event) -> list[Recorded]:
    """Record one commission."""
    return log_of(*((STREAM, event) for event in events))


def test_a_fact_that_touches_a_rule_is_a_matter() -> None:
    """From its day on, with the version and the rule; it is open until a person closes it."""
    assert answer(MATTERS, log(*TOO_LATE), valid_on="2025-02-02") == {}
    (row,) = answer(MATTERS, log(*TOO_LATE), valid_on="2025-02-03").values()
    assert (row.concerns, row.check, row.force) == (3, "fl-2-60-days", Force.BINDING)
    assert (row.arose_on, row.closed, row.closing) == (day("2025-02-03"), False, None)


def test_a_closing_says_what_was_found() -> None:
    """From its day on; before it the matter is open."""
    closed = log(*TOO_LATE, CLOSED)
    (before,) = answer(MATTERS, closed, valid_on="2025-02-09").values()
    (after,) = answer(MATTERS, closed, valid_on="2025-02-10").values()
    assert (before.closed, before.closing) == (False, None)
    assert (after.closed, after.closing) == (True, Closing.REMEDIED)
    assert after.closed_on == day("2025-02-10")


def test_what_a_correction_clears_up_is_gone() -> None:
    """The due date was the 60th day after all; as of before it, the matter stands."""
    mended = log(*TOO_LATE, corrected("2025-02-03", 3, payment_due="2025-05-29"))
    assert answer(MATTERS, mended, valid_on="2025-12-31") == {}
    assert len(answer(MATTERS, mended, valid_on="2025-12-31", position=3)) == 1


def test_matters_come_out_alike_however_they_are_folded() -> None:
    """Followed, rebuilt, and folded once with no memory."""
    told = log(*TOO_LATE, CLOSED, corrected("2025-02-03", 3, payment_due="2025-05-29"))
    rows = followed(MATTERS, told)
    assert rows.live.keys() == rebuilt(MATTERS, told).live.keys()
    assert standing_at(rows, len(told)) == fresh(MATTERS, told)
