"""The table of tasks: written by a command, and without a row that nothing stands in."""

from application.registry import EVENT_OF_TOPIC, OWNER_OF_TOPIC
from application.tasks import rows
from domain.base.event import Mend
from domain.base.tasks import GROUPS, Task
from interfaces.tasks_page import PATH, text


def test_the_committed_table_is_what_the_command_writes() -> None:
    """docs/tasks.md; `python -m interfaces.tasks_page` renews it."""
    assert text() == PATH.read_text(encoding="utf-8")


def test_every_task_stands_in_the_table_once_and_in_a_group() -> None:
    """In the order of the programme's list."""
    assert [row.task for row in rows()] == list(Task)
    assert {task.group for task in Task} == set(GROUPS)


def test_the_demonstration_tells_of_every_task() -> None:
    """Of each at least once."""
    assert [row.task for row in rows() if not row.count] == []


def test_every_event_belongs_to_a_task() -> None:
    """But what the log says of itself; what mends others belongs to all tasks of those."""
    kinds = [event for topic, event in EVENT_OF_TOPIC.items() if topic in OWNER_OF_TOPIC]
    assert [event for event in kinds if not event.TASKS] == []
    for mend in (event for event in kinds if issubclass(event, Mend)):
        assert set(mend.TASKS) == {task for event in mend.MENDS for task in event.TASKS}


def test_what_is_told_of_a_task_is_recorded_by_a_command_and_read_by_somebody() -> None:
    """No event without a command, and none that no list, view or figure shows."""
    for row in rows():
        if row.count:
            assert row.commands, row.task
            assert row.projections or row.views or row.figures, row.task


def test_a_counted_fact_belongs_to_the_task_of_its_kpi() -> None:
    """New hires say nothing of pilots."""
    counts = {row.task: row.events["kpi.fact_counted"] for row in rows() if "kpi" in row.task}
    assert counts[Task.KPI_HIRES] > 0
    assert counts[Task.KPI_DX] == 0
