"""Mock work: its stage on a day, and what came of it in counts."""

from uuid import UUID

from application.views.mock_tasks import MOCK_TASKS, MockTaskRow, MockTasksAsks, Stage
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.mock_work.examples import (
    GRANT,
    OTHER,
    OTHER_WORKER,
    PART,
    TASK,
    cancelled,
    closed,
    completed,
    dropped,
    joined,
    opened,
    planned,
    supported,
)
from tests.given import day

ASKS = MockTasksAsks(programme=GRANT)
THEIRS = UUID(int=0xE3)
WHO = {"worker_id": OTHER_WORKER, "person_id": OTHER}
LOG = log_of(
    (TASK, planned(capacity=2)),
    (TASK, opened("2024-06-10")),
    (PART, joined("2024-06-15")),
    (THEIRS, joined("2024-06-16", **WHO)),
    (TASK, closed("2024-06-20")),
    (PART, supported("2024-07-10")),
    (THEIRS, dropped("2024-07-12", **WHO)),
    (PART, completed("2024-07-20", paid=3000)),
)


def test_what_came_of_it_is_counted() -> None:
    """How many joined, were supported, completed it and met the criteria, and what was paid."""
    (row,) = rows(MOCK_TASKS, LOG, ASKS, valid_on="2024-08-01")
    assert row == MockTaskRow(
        number="M-1",
        title="議事録の作成",
        first_day=day("2024-07-01"),
        last_day=day("2024-07-31"),
        stage=Stage.CLOSED,
        skills=("data-entry",),
        capacity=2,
        places_left=1,
        joined=2,
        completed=1,
        passed=1,
        support_minutes=30,
        paid=3000,
        few=True,
    )


def test_the_stage_is_that_of_the_day() -> None:
    """Planned, open until the day of closing, closed after it."""
    days = ("2024-06-09", "2024-06-10", "2024-06-20", "2024-06-21")
    stages = [rows(MOCK_TASKS, LOG, ASKS, valid_on=on)[0].stage for on in days]
    assert stages == [Stage.PLANNED, Stage.OPEN, Stage.OPEN, Stage.CLOSED]
    off = log_of((TASK, planned()), (TASK, opened()), (TASK, cancelled("2024-06-20")))
    assert rows(MOCK_TASKS, off, ASKS, valid_on="2024-06-20")[0].stage is Stage.CANCELLED


def test_it_is_asked_for_by_programme_and_year() -> None:
    """The year is that of the first day."""
    other = MockTasksAsks(programme="own:203246")
    assert rows(MOCK_TASKS, LOG, other, valid_on="2024-08-01") == []
    later = MockTasksAsks(programme=GRANT, fiscal_year=2025)
    assert rows(MOCK_TASKS, LOG, later, valid_on="2024-08-01") == []


def test_who_ended_taking_part_is_named_by_no_line() -> None:
    """The facts are of joining, support and completing."""
    (line,) = lines(MOCK_TASKS, LOG, ASKS, valid_on="2024-08-01")
    assert dropped("2024-07-12", **WHO) not in [fact.event for fact in line.facts]
