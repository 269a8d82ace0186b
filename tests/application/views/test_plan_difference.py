"""The difference of two versions of a plan, entry by entry."""

from uuid import UUID

from application.views.plan_difference import PLAN_DIFFERENCE, PlanDifferenceAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.grant.examples import GRANT, LIFE
from tests.given import day

PLAN = UUID(int=1)


def test_what_differs_is_shown_with_the_facts_that_made_it_so() -> None:
    """What is the same on both days is not there."""
    log = log_of(*((PLAN, event) for event in LIFE))
    asks = PlanDifferenceAsks(programme=GRANT, since=day("2024-04-01"))
    found = lines(PLAN_DIFFERENCE, log, asks, valid_on="2025-04-01")
    assert [
        (one.row.part.value, one.row.item, one.row.difference, [f.version for f in one.facts])
        for one in found
    ] == [
        ("extent", "total_cost", -100, [8]),
        ("name", "", None, [7]),
        ("line", "2024 3-operation joint", -100, [6]),
    ]
    assert lines(PLAN_DIFFERENCE, log, asks, valid_on="2024-04-01") == []
