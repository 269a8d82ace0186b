"""What can be asked to be recorded of mock work and of taking part in it."""

from typing import Annotated

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import WorkerId
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.mock_work import rules
from domain.mock_work.events import (
    MockTaskCorrected,
    MockTaskId,
    MockTaskVoided,
    Part,
    ParticipationCorrected,
    ParticipationId,
    ParticipationVoided,
    Result,
    Support,
    TaskPlan,
)

PARTICIPATION = "mock-participation"


class PlanMockTask(TaskPlan, Command):
    """Plan mock work."""

    LABEL = Label("模擬業務を企画する", "Plan mock work")
    REFUSALS = (rules.PLANNED_ALREADY, rules.DAYS_OUT_OF_ORDER)

    def opens(self) -> str:
        """One stream for each number."""
        return self.number


class OfMockTask(Command):
    """A command on one piece of mock work; what it records is of its programme."""

    TARGET = "task_id"

    task_id: MockTaskId


class OpenMockTask(OfMockTask):
    """Open it to workers, from this day on."""

    LABEL = Label("模擬業務の募集を始める", "Open mock work")
    REFUSALS = (rules.CANCELLED, rules.OPENED_ALREADY)


class CloseMockTask(OfMockTask):
    """Close it to workers; `effective_on` is the last day of joining."""

    LABEL = Label("模擬業務の募集を締め切る", "Close mock work")
    REFUSALS = (rules.NOT_OPEN,)


class CancelMockTask(OfMockTask):
    """Record that it does not take place."""

    LABEL = Label("模擬業務を取りやめる", "Cancel mock work")
    REFUSALS = (rules.CANCELLED, rules.TAKEN_PART_IN)
    DEPENDENTS = PARTICIPATION


class CorrectMockTask(OfMockTask, Correct):
    """Put right what was recorded of mock work."""

    LABEL = Label("模擬業務の記録を訂正する", "Correct a mock work entry")
    REFUSALS = (*MEND_RULES, rules.DAYS_OUT_OF_ORDER, rules.FULL, rules.NOT_OPEN)
    EVENT = MockTaskCorrected
    DEPENDENTS = PARTICIPATION


class VoidMockTask(OfMockTask, Annul):
    """Record that an entry of mock work never held."""

    LABEL = Label("模擬業務の記録を取り消す", "Void a mock work entry")
    REFUSALS = (*VOID_RULES, rules.NOT_OPEN, rules.FULL)
    EVENT = MockTaskVoided
    DEPENDENTS = PARTICIPATION


class JoinMockTask(Part, Command):
    """Record that a worker joins; who has ended taking part does not join the same work again."""

    LABEL = Label("模擬業務に参加する", "Join mock work")
    REFUSALS = (
        rules.JOINED_ALREADY,
        rules.WORKER_NOT_ON_ROLL,
        rules.NOT_OPEN,
        rules.FULL,
    )

    task_id: Annotated[MockTaskId, Reads("mock-task", relied_on_by=PARTICIPATION)]
    worker_id: Annotated[WorkerId, Reads("worker")]

    def opens(self) -> str:
        """One stream for each worker's part in each mock work."""
        return f"{self.task_id}|{self.worker_id}"


class OfParticipation(Command):
    """A command on one worker's part in one piece of mock work."""

    TARGET = "participation_id"

    participation_id: ParticipationId


class GiveSupport(Support, OfParticipation):
    """Record that somebody helped."""

    LABEL = Label("模擬業務中の支援を記録する", "Record support during mock work")
    REFUSALS = (rules.OUTSIDE_PARTICIPATION, rules.OWN_SUPPORT)


class CompleteMockTask(Result, OfParticipation):
    """Record that the worker completed it, and what the result was found to be."""

    LABEL = Label("模擬業務の完了を記録する", "Complete mock work")
    HAPPENED = True
    REFUSALS = (
        rules.PARTICIPATION_OVER,
        rules.OUTSIDE_PARTICIPATION,
        rules.WENT_TO_A_CLIENT,
    )


class DropMockTask(OfParticipation):
    """Record that the worker no longer takes part; nobody is asked why."""

    LABEL = Label("模擬業務への参加を終える", "End taking part in mock work")
    REFUSALS = (rules.PARTICIPATION_OVER, rules.OUTSIDE_PARTICIPATION)


_MENDED = (rules.OUTSIDE_PARTICIPATION, rules.OWN_SUPPORT, rules.WENT_TO_A_CLIENT)


class CorrectParticipation(OfParticipation, Correct):
    """Put right what was recorded of a participation."""

    LABEL = Label("模擬業務への参加の記録を訂正する", "Correct a participation entry")
    REFUSALS = (*MEND_RULES, *_MENDED)
    EVENT = ParticipationCorrected


class VoidParticipation(OfParticipation, Annul):
    """Record that an entry of a participation never held."""

    LABEL = Label("模擬業務への参加の記録を取り消す", "Void a participation entry")
    REFUSALS = (*VOID_RULES, rules.OUTSIDE_PARTICIPATION)
    EVENT = ParticipationVoided


TaskStep = OpenMockTask | CloseMockTask | CancelMockTask
"""What is decided on mock work that was planned."""
TaskCommand = PlanMockTask | TaskStep | CorrectMockTask | VoidMockTask
ParticipationStep = GiveSupport | CompleteMockTask | DropMockTask
"""What is decided on a worker's part in mock work."""
ParticipationCommand = JoinMockTask | ParticipationStep | CorrectParticipation | VoidParticipation
