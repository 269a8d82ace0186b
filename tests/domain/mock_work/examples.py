"""Mock work's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.mock_work import commands as c
from domain.mock_work import events as e
from tests.domain.worker.examples import HANAKO, TATESHINA, WORKER
from tests.given import day

GRANT = "grant:dx-r6"
TASK = UUID(int=0xE1)
PART = UUID(int=0xE2)
OTHER_WORKER, OTHER = UUID(int=0xB2), UUID(int=0xA2)
PLAN: dict[str, Any] = {
    "number": "M-1",
    "title": "議事録の作成",
    "municipality": "joint",
    "framework": "dss",
    "framework_version": "1.2",
    "skills": ("data-entry",),
    "capacity": 1,
    "first_day": day("2024-07-01"),
    "last_day": day("2024-07-31"),
    "criteria": "誤記が少ない",
    "reward": 0,
}


def planned(on: str = "2024-06-01", **fields: object) -> e.MockTaskPlanned:
    """Minutes are to be written, by one worker."""
    common = {"effective_on": on, "programme": GRANT}
    return e.MockTaskPlanned.model_validate(common | PLAN | fields)


def opened(on: str = "2024-06-10") -> e.MockTaskOpened:
    """Workers can join."""
    return e.MockTaskOpened(effective_on=day(on), programme=GRANT)


def closed(on: str) -> e.MockTaskClosed:
    """Nobody joins any more."""
    return e.MockTaskClosed(effective_on=day(on), programme=GRANT)


def cancelled(on: str) -> e.MockTaskCancelled:
    """It does not take place."""
    return e.MockTaskCancelled(effective_on=day(on), programme=GRANT)


def _counted(on: str, **fields: object) -> dict[str, Any]:
    who = {"worker_id": WORKER, "person_id": HANAKO, "municipality": TATESHINA}
    common = {"effective_on": on, "programme": GRANT, "task_id": TASK, "task_number": "M-1"}
    return common | who | fields


def joined(on: str = "2024-06-15", **fields: object) -> e.MockTaskJoined:
    """Hanako joins."""
    return e.MockTaskJoined.model_validate(_counted(on, **fields))


def supported(on: str, supporter: UUID = OTHER, **fields: object) -> e.SupportGiven:
    """Somebody looks at what she wrote."""
    support = {"kind": "review", "minutes": 30, "supporter": supporter}
    return e.SupportGiven.model_validate(_counted(on, **support) | fields)


def completed(on: str, **fields: object) -> e.MockTaskCompleted:
    """She is done."""
    result = {"result": "passed", "paid": 0, "use": "practice"}
    return e.MockTaskCompleted.model_validate(_counted(on, **result) | fields)


def dropped(on: str, **fields: object) -> e.MockTaskDropped:
    """She no longer takes part."""
    return e.MockTaskDropped.model_validate(_counted(on, **fields))


def plan(on: str = "2024-06-01", **fields: object) -> c.PlanMockTask:
    """Plan it."""
    common = {"effective_on": on, "programme": GRANT}
    return c.PlanMockTask.model_validate(common | PLAN | fields)


def open_(on: str = "2024-06-10") -> c.OpenMockTask:
    """Open it."""
    return c.OpenMockTask(effective_on=day(on), task_id=TASK)


def close(on: str) -> c.CloseMockTask:
    """Close it."""
    return c.CloseMockTask(effective_on=day(on), task_id=TASK)


def cancel(on: str) -> c.CancelMockTask:
    """Cancel it."""
    return c.CancelMockTask(effective_on=day(on), task_id=TASK)


def correct(version: int, **now: object) -> c.CorrectMockTask:
    """Correct what was recorded of it."""
    return c.CorrectMockTask(effective_on=day("2024-09-01"), task_id=TASK, version=version, now=now)


def void(version: int) -> c.VoidMockTask:
    """Take back what was recorded of it."""
    return c.VoidMockTask(effective_on=day("2024-09-01"), task_id=TASK, version=version)


def join(on: str = "2024-06-15") -> c.JoinMockTask:
    """Let Hanako join; whatever the command says, the programme is that of the mock work."""
    return c.JoinMockTask(effective_on=day(on), task_id=TASK, worker_id=WORKER)


def support(on: str, supporter: UUID = OTHER) -> c.GiveSupport:
    """Help her."""
    return c.GiveSupport(
        effective_on=day(on),
        participation_id=PART,
        kind=e.SupportKind.REVIEW,
        minutes=30,
        supporter=supporter,
    )


def complete(on: str, use: e.ResultUse = e.ResultUse.PRACTICE) -> c.CompleteMockTask:
    """Hold what she did against the criteria."""
    return c.CompleteMockTask(
        effective_on=day(on),
        participation_id=PART,
        result=e.MockResult.PASSED,
        paid=0,
        use=use,
    )


def drop(on: str) -> c.DropMockTask:
    """Let her take part no longer."""
    return c.DropMockTask(effective_on=day(on), participation_id=PART)


def correct_part(version: int, **now: object) -> c.CorrectParticipation:
    """Correct what was recorded of her part."""
    return c.CorrectParticipation(
        effective_on=day("2024-09-01"), participation_id=PART, version=version, now=now
    )


def void_part(version: int) -> c.VoidParticipation:
    """Take back what was recorded of her part."""
    return c.VoidParticipation(
        effective_on=day("2024-09-01"), participation_id=PART, version=version
    )
