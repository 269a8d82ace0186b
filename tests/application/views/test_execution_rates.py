"""Execution rates: how each budget came about, and how much of it is executed."""

from uuid import UUID

from application.views.execution_rates import EXECUTION_RATES, By, ExecutionRatesAsks
from domain.grant import events as g
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.expenditure.examples import came_back, committed, paid
from tests.domain.grant.examples import GRANT, line, submitted
from tests.domain.grant.test_plan import carry_over, of, split, transfer

PLAN, SPENT = UUID(int=1), UUID(int=2)
MOVED = (
    of(transfer("2024-10-01", 50), g.BudgetTransferred),
    of(carry_over("2025-03-31", 100), g.BudgetCarriedOver),
    of(split("2024-11-01", 30), g.BudgetSplit),
)
BUDGET = [
    (PLAN, event)
    for event in (submitted(), line(), line(line="2-training", budget_items=("r2:12",)), *MOVED)
]
OF_GRANT = {"programme": GRANT, "municipality": "joint"}
LOG = log_of(
    *BUDGET,
    *(
        (SPENT, event.model_copy(update=OF_GRANT))
        for event in (committed(amount=300), paid("2024-07-01", 200), came_back("2024-08-01", 20))
    ),
)


def test_a_line_tells_how_its_budget_came_about() -> None:
    """Set, transferred, carried over, split: what leaves one line reaches another."""
    asks = ExecutionRatesAsks(programme=GRANT)
    found = rows(EXECUTION_RATES, LOG, asks, valid_on="2026-01-01")
    told = {
        (row.fiscal_year, row.item, row.municipality): (
            row.initial, row.transferred, row.carried_over, row.split, row.budget,
        )
        for row in found
        if row.item
    }  # fmt: skip
    assert told == {
        (2024, "2-training", "joint"): (400, 50, 0, 0, 450),
        (2024, "3-operation", "202126"): (0, 0, 0, 30, 30),
        (2024, "3-operation", "joint"): (400, -50, -100, -30, 220),
        (2025, "3-operation", "joint"): (0, 0, 100, 0, 100),
    }


def test_the_rate_is_known_where_the_budget_is() -> None:
    """By pillar it is; by 節 not where two of them share one amount."""
    by_item = ExecutionRatesAsks(programme=GRANT, fiscal_year=2024, by=By.BUDGET_ITEM)
    found = rows(EXECUTION_RATES, LOG, by_item, valid_on="2026-01-01")
    assert {row.item: (row.budget, row.executed, row.rate_per_mille) for row in found} == {
        "r2:10": (None, 0, None),
        "r2:12": (450, 180, 400),
        "r2:13": (None, 0, None),
    }
    by_pillar = ExecutionRatesAsks(programme=GRANT, fiscal_year=2024, by=By.PILLAR)
    found = rows(EXECUTION_RATES, LOG, by_pillar, valid_on="2026-01-01")
    assert {row.item: row.executed for row in found} == {"2": 180, "3": 0}
