"""Cost of training: what was paid from the line, against those who completed its courses."""

from uuid import UUID

from application.views.training_cost import TRAINING_COST, TrainingCostAsks, TrainingCostRow
from domain.expenditure.events import ExpenditurePaid, ExpenditureReturned
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.training.examples import COURSE, ENROLMENT, GRANT, completed, planned

ASKS = TrainingCostAsks(programme=GRANT)
THEIRS, MONEY = UUID(int=0xE7), UUID(int=0xE8)
CHARGE = {
    "programme": GRANT,
    "number": "R6-1",
    "line": "2-training",
    "pillar": "2",
    "budget_item": "r2:12",
    "fiscal_year": 2024,
    "municipality": "joint",
}


def paid(on: str, amount: int, **fields: object) -> ExpenditurePaid:
    """Money of the line was paid."""
    return ExpenditurePaid.model_validate(CHARGE | {"effective_on": on, "amount": amount} | fields)


def returned(on: str, amount: int) -> ExpenditureReturned:
    """Some came back."""
    return ExpenditureReturned.model_validate(CHARGE | {"effective_on": on, "amount": amount})


def test_what_the_line_cost_is_shared_among_all_completions() -> None:
    """Less what came back; other lines and years are other money."""
    log = log_of(
        (COURSE, planned()),
        (ENROLMENT, completed("2024-09-18")),
        (THEIRS, completed("2024-09-18", person_id=UUID(int=0xA2))),
        (MONEY, paid("2024-11-29", 1000)),
        (MONEY, returned("2025-05-16", 99)),
        (UUID(int=0xE9), paid("2024-11-29", 7, line="3-running")),
        (UUID(int=0xEA), paid("2025-11-29", 7, fiscal_year=2025)),
    )
    year = (2024, "2-training", ("T-1",))
    assert rows(TRAINING_COST, log, ASKS, valid_on="2025-05-15") == [
        TrainingCostRow(*year, 1000, 2, 500)
    ]
    assert rows(TRAINING_COST, log, ASKS, valid_on="2025-05-16") == [
        TrainingCostRow(*year, 901, 2, 451)
    ]


def test_without_completions_there_is_no_cost_per_head() -> None:
    """And a course that no line pays for is on no line."""
    log = log_of((COURSE, planned()), (MONEY, paid("2024-11-29", 1000)))
    (row,) = rows(TRAINING_COST, log, ASKS, valid_on="2025-05-15")
    assert (row.paid, row.per_completion) == (1000, None)
    free = log_of((COURSE, planned(line=None, fiscal_year=None)))
    assert rows(TRAINING_COST, free, ASKS, valid_on="2025-05-15") == []
