"""Mock work: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.event import opened
from domain.mock_work import commands as c
from domain.mock_work import events as e
from domain.mock_work import rules
from domain.mock_work.state import MockTask, taking_part


def decide_opening(
    task: MockTask | None, command: c.PlanMockTask, _seen: Seen
) -> list[e.TaskEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.PLANNED_ALREADY.require(task is None)
    rules.DAYS_OUT_OF_ORDER.require(command.first_day <= command.last_day)
    return [e.MockTaskPlanned.model_validate(command.carried())]


def decide(task: MockTask, command: c.TaskStep, seen: Seen) -> list[e.TaskEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    fields = command.carried() | {"programme": task.programme}
    match command:
        case c.OpenMockTask():
            rules.CANCELLED.require(task.cancelled_on is None)
            rules.OPENED_ALREADY.require(task.opened_on is None)
            return [e.MockTaskOpened.model_validate(fields)]
        case c.CloseMockTask():
            open_now = task.closed_on is None and task.open_on(command.effective_on)
            rules.NOT_OPEN.require(open_now)
            return [e.MockTaskClosed.model_validate(fields)]
        case c.CancelMockTask():
            rules.CANCELLED.require(task.cancelled_on is None)
            rules.TAKEN_PART_IN.require(not taking_part(seen))
            return [e.MockTaskCancelled.model_validate(fields)]
        case _:
            assert_never(command)


def sound(task: MockTask, _before: MockTask | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that mended mock work would break."""
    rules.DAYS_OUT_OF_ORDER.require(task.first_day <= task.last_day)
    if task.closed_on is not None:
        rules.NOT_OPEN.require((task.opened_on or date.max) <= task.closed_on)
    joined = taking_part(seen)
    rules.FULL.require(len(joined) <= task.capacity)
    first = min((one.joined_on for one in joined), default=date.max)
    rules.NOT_OPEN.require(not joined or (task.opened_on or date.max) <= first)


def evolve(task: MockTask | None, event: e.TaskEvent) -> MockTask:
    """Fold one effective event into the mock work."""
    day = event.effective_on
    if isinstance(event, e.MockTaskPlanned):
        return MockTask(
            event.number, event.programme, event.capacity, event.first_day, event.last_day
        )
    task = opened(task)
    match event:
        case e.MockTaskOpened():
            return replace(task, opened_on=day)
        case e.MockTaskClosed():
            return replace(task, closed_on=day)
        case e.MockTaskCancelled():
            return replace(task, cancelled_on=day)
        case _:
            assert_never(event)
