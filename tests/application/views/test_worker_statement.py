"""The statement of what one resident was paid."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from application.views.worker_statement import WORKER_STATEMENT, WorkerStatementAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.domain.commission import examples as c
from tests.domain.worker.examples import HANAKO, WORKER, registered

COMMISSION, TWIN_COMMISSION = UUID(int=2), UUID(int=3)
TWIN, TWIN_PERSON = UUID(int=0xA7), UUID(int=0xA8)
LOG: tuple[tuple[UUID, Any], ...] = (
    (WORKER, registered()),
    (TWIN, registered().model_copy(update={"number": "W-900", "person_id": TWIN_PERSON})),
    (COMMISSION, c.offered()),
    (TWIN_COMMISSION, c.offered(worker_id=TWIN, person_id=TWIN_PERSON)),
    (COMMISSION, c.paid("2024-12-31", 400, 40)),
    (COMMISSION, c.paid("2025-01-01", 500, 51)),
    (COMMISSION, c.paid("2025-04-01", 100)),
    (TWIN_COMMISSION, c.paid("2025-01-02", 7).model_copy(update={"person_id": TWIN_PERSON})),
)


def paid(worker: UUID = WORKER, same: dict[UUID, UUID] | None = None, **asked: Any) -> list[int]:  # noqa: ANN401
    """Give the gross amounts that a statement shows."""
    asks = WorkerStatementAsks(worker=worker, **asked)
    found = lines(WORKER_STATEMENT, log_of(*LOG), asks, valid_on="2025-12-31", same=same)
    return [line.row.gross for line in found]


def test_a_statement_is_of_a_month_a_calendar_year_or_a_fiscal_year() -> None:
    """By the day of payment."""
    assert paid() == [400, 500, 100]
    assert paid(month="2024-12") == [400]
    assert paid(calendar_year=2024) == [400]
    assert paid(calendar_year=2025) == [500, 100]
    assert paid(fiscal_year="R6") == [400, 500]
    assert paid(fiscal_year="R7") == [100]


def test_a_person_with_two_numbers_has_one_statement() -> None:
    """Once the two are known to be one; before, each has their own."""
    assert paid(TWIN) == [7]
    joined = {TWIN_PERSON: HANAKO}
    assert paid(TWIN, joined) == paid(WORKER, joined) == [400, 500, 7, 100]


def test_nobody_has_an_empty_statement() -> None:
    """Of a worker who is not in the register."""
    assert paid(UUID(int=0xFFF)) == []


def test_a_resident_is_asked_for_by_number() -> None:
    """As people know them, whatever its width; by number or by id, and not by neither."""
    asks = WorkerStatementAsks(number="Ｗ-00１", month="2024-12")
    found = lines(WORKER_STATEMENT, log_of(*LOG), asks, valid_on="2025-12-31")
    assert [line.row.gross for line in found] == [400]
    none = WorkerStatementAsks(number="W-9")
    assert not list(lines(WORKER_STATEMENT, log_of(*LOG), none, valid_on="2025-12-31"))
    for asked in ({}, {"number": "W-001", "worker": WORKER}):
        with pytest.raises(ValidationError):
            WorkerStatementAsks.model_validate(asked)


def test_one_time_is_asked_for() -> None:
    """A month and a year could contradict each other."""
    with pytest.raises(ValidationError):
        WorkerStatementAsks(worker=WORKER, month="2024-12", calendar_year=2024)
