"""Cost by purpose: what each training or pilot cost."""

from typing import Any
from uuid import UUID

from application.views.cost_by_purpose import COST_BY_PURPOSE, CostByPurposeAsks, CostByPurposeRow
from domain.expenditure.events import PurposeKind
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.expenditure.examples import PROGRAMME, came_back, committed, paid

ONE, TWO, NONE = UUID(int=1), UUID(int=2), UUID(int=3)


def test_what_was_spent_on_one_thing_is_added_up() -> None:
    """Over several expenditures; what names nothing is not there."""
    named: dict[str, Any] = {"purpose_kind": PurposeKind.TRAINING, "purpose_number": "T-1"}
    log = log_of(
        (ONE, committed(amount=500).model_copy(update=named)),
        (ONE, paid("2024-07-01", 500).model_copy(update=named)),
        (TWO, committed(amount=300).model_copy(update=named)),
        (TWO, paid("2024-07-01", 300).model_copy(update=named)),
        (TWO, came_back("2024-08-01", 100).model_copy(update=named)),
        (NONE, committed(amount=900)),
    )
    asks = CostByPurposeAsks(programme=PROGRAMME)
    assert rows(COST_BY_PURPOSE, log, asks, valid_on="2025-01-01") == [
        CostByPurposeRow(PurposeKind.TRAINING, "T-1", 800, 0, 700)
    ]
    pilots = CostByPurposeAsks(programme=PROGRAMME, purpose_kind=PurposeKind.PILOT)
    assert rows(COST_BY_PURPOSE, log, pilots, valid_on="2025-01-01") == []
