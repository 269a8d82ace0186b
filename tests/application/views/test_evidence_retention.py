"""Retention: the day that was entered beside the day that is suggested."""

from typing import Any
from uuid import UUID

from application.views.evidence_retention import EVIDENCE_RETENTION, RetentionAsks, RetentionRow
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.evidence.examples import corrected, registered
from tests.domain.grant import examples as g
from tests.given import day

PLAN, ONE, TWO = (UUID(int=number) for number in range(1, 4))
ALL = RetentionAsks()


def found(*events: Any, asks: RetentionAsks = ALL) -> list[RetentionRow]:  # noqa: ANN401
    """Give the rows of 2026-01-01."""
    return rows(EVIDENCE_RETENTION, log_of(*events), asks, valid_on="2026-01-01")


def test_a_paper_shows_its_day_and_the_one_suggested() -> None:
    """With the rule and its source; the plan's last year counts, amended or not."""
    paper = registered(kind="roster", programme=g.GRANT, retained_until="2032-03-31")
    plan = g.submitted("2024-04-01", last_year=2025)
    amended = g.amended("2025-04-01", last_year=2026)
    (row,) = found((PLAN, plan), (ONE, paper))
    assert (row.suggested_until, row.to_check) == (day("2031-03-31"), 0)
    (row,) = found((PLAN, plan), (PLAN, amended), (ONE, paper))
    assert (row.retained_until, row.suggested_until) == (day("2032-03-31"), day("2032-03-31"))
    assert (row.to_check, row.number) == (0, "E-R6-001")
    assert row.rule
    assert row.source


def test_what_is_not_entered_or_too_early_is_to_be_checked() -> None:
    """And no day is put in its place: a person enters it."""
    plan = (PLAN, g.submitted("2024-04-01", last_year=2026))
    early = registered(kind="roster", programme=g.GRANT, retained_until="2032-03-30")
    none = registered(kind="roster", number="E-2", programme="common")
    shown = found(plan, (ONE, early), (TWO, none))
    assert [(row.to_check, row.suggested_until) for row in shown] == [
        (1, day("2032-03-31")),
        (1, None),
    ]
    mended = (ONE, corrected("2025-01-01", 1, retained_until="2032-03-31"))
    left = found(plan, (ONE, early), (TWO, none), mended, asks=RetentionAsks(to_check_only=True))
    assert [row.number for row in left] == ["E-2"]
    assert [row.number for row in found(plan, (ONE, early), (TWO, none), asks=OWN)] == ["E-2"]


OWN = RetentionAsks(programme="common")
