"""The plan in force: all that it says on a day, and on what each entry stands."""

from uuid import UUID

from application.viewing.plans import Part
from application.views.plan_in_force import PLAN_IN_FORCE, PlanInForceAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.grant.examples import GRANT, LIFE

PLAN = UUID(int=1)


def test_each_entry_is_as_it_is_on_the_day() -> None:
    """With the one fact that says so."""
    log = log_of(*((PLAN, event) for event in LIFE))

    def said(on: str) -> dict[tuple[Part, str], tuple[int | None, list[int]]]:
        found = lines(PLAN_IN_FORCE, log, PlanInForceAsks(programme=GRANT), valid_on=on)
        return {
            (one.row.part, one.row.item): (one.row.number, [fact.version for fact in one.facts])
            for one in found
        }

    key = (Part.LINE, "2024 3-operation joint")
    assert said("2024-09-30")[key] == (400, [3])
    assert said("2024-10-01")[key] == (300, [6])
    assert said("2025-04-01")[Part.EXTENT, "total_cost"] == (900, [8])
    assert said("2024-03-31") == {}
