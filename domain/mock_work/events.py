"""What happens to one piece of mock work, and to one worker's part in it.

Mock work is never an order: it has no client, and nothing here is counted in a KPI or as income.
"""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from pydantic import Field

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import (
    Amount,
    Evidence,
    Municipality,
    Number,
    PersonId,
    Text,
    Whose,
    WorkerId,
)
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.words import Code, Label
from domain.mentorship.events import Minutes
from domain.worker.events import Framework, FrameworkVersion, Skill

MockTaskId = Annotated[UUID, Label("模擬業務", "mock work")]
ParticipationId = Annotated[UUID, Label("模擬業務への参加", "participation")]
MockTaskNumber = Annotated[Number, Label("模擬業務番号", "mock work number", "M-2024-01")]
Title = Annotated[
    Text,
    Public("what is practised, as it stands on an announcement"),
    Label("模擬業務名", "title", "議事録の作成"),
]
Criteria = Annotated[
    Text,
    Public("what every result is held against, as it stands on an announcement"),
    Label("合格の基準", "pass criteria", "誤記が1000字に3か所以内"),
]
Capacity = Annotated[int, Field(strict=True, ge=1, le=999), Label("定員", "capacity", "5")]
Skills = Annotated[
    tuple[Skill, ...], Field(min_length=1), Label("対象スキル", "skills practised", "data-entry")
]
FirstDay = Annotated[Day, Label("初日", "first day", "2024-07-01")]
LastDay = Annotated[Day, Label("最終日", "last day", "2024-07-31")]
Reward = Annotated[Amount, Label("謝金（円、無償は0）", "paid for it in yen, or 0", "3000")]


class SupportKind(Code):
    """With what somebody helped during mock work."""

    QUESTIONS = "questions", "質問への回答", "answering questions"
    REVIEW = "review", "成果物の添削", "reviewing results"
    TOOLS = "tools", "機材・道具の準備", "setting up tools"
    METHOD = "method", "進め方の相談", "talking about how to go about it"
    OTHER = "other", "その他", "other"


class MockResult(Code):
    """What a result was found to be, held against the criteria."""

    PASSED = "passed", "基準を満たした", "meets the criteria"
    PARTLY = "partly", "一部を満たした", "meets some of the criteria"
    NOT_YET = "not-yet", "まだ満たしていない", "does not meet them yet"


class ResultUse(Code):
    """What became of a result."""

    PRACTICE = "practice", "練習のみ（顧客に渡していない）", "practice only: no client was given it"
    CLIENT = "client", "顧客に渡した", "a client was given it"


class TaskPlan(Fields):
    """What is practised, by how many, when, against which criteria, and what is paid for it."""

    number: MockTaskNumber
    title: Title
    municipality: Whose
    framework: Framework
    framework_version: FrameworkVersion
    skills: Skills
    capacity: Capacity
    first_day: FirstDay
    last_day: LastDay
    criteria: Criteria
    reward: Reward


class Part(Fields):
    """Which worker takes part in which mock work."""

    task_id: MockTaskId
    worker_id: WorkerId


class Counted(Part):
    """What views of a participation go by; every step of it carries it."""

    task_number: MockTaskNumber
    person_id: PersonId
    municipality: Municipality


class Support(Fields):
    """With what somebody helped, how long, and who."""

    kind: Annotated[SupportKind, Label("支援の種類", "kind of support", "review")]
    minutes: Minutes
    supporter: Annotated[PersonId, Label("支援した人", "supporter")]


class Result(Fields):
    """What a result was found to be, what was paid for it, and that no client was given it."""

    result: Annotated[MockResult, Label("結果", "result", "passed")]
    paid: Annotated[Amount, Label("支払った謝金（円、無償は0）", "paid in yen, or 0", "3000")]
    use: Annotated[ResultUse, Label("成果物の扱い", "what became of the result", "practice")]
    evidence: Evidence | None = None


class MockTaskPlanned(TaskPlan, Event):
    """Mock work was planned."""

    TOPIC = "mock_work.planned"
    TASKS = (Task.MOCK_WORK,)
    EVIDENCE = (PaperKind.PLAN,)
    SENTENCE: ClassVar[Label] = Label(
        "模擬業務 {number}「{title}」を企画した"
        "（{first_day} から {last_day}、定員 {capacity} 人）。",
        "Mock work {number}, {title}, was planned ({first_day} to {last_day}, {capacity} places).",
    )


class MockTaskOpened(Event):
    """Workers can join from this day on."""

    TOPIC = "mock_work.opened"
    TASKS = (Task.MOCK_WORK,)
    SENTENCE: ClassVar[Label] = Label("参加の募集を始めた。", "It was opened to workers.")


class MockTaskClosed(Event):
    """Nobody joins after this day."""

    TOPIC = "mock_work.closed"
    TASKS = (Task.MOCK_WORK,)
    SENTENCE: ClassVar[Label] = Label("参加の募集を締め切った。", "It was closed to workers.")


class MockTaskCancelled(Event):
    """The mock work does not take place."""

    TOPIC = "mock_work.cancelled"
    TASKS = (Task.MOCK_WORK,)
    SENTENCE: ClassVar[Label] = Label("模擬業務を取りやめた。", "The mock work was cancelled.")


class MockTaskJoined(Counted, Event):
    """A worker joined the mock work."""

    TOPIC = "mock_work.joined"
    TASKS = (Task.MOCK_WORK,)
    EVIDENCE = (PaperKind.ROSTER, PaperKind.APPLICATION)
    SENTENCE: ClassVar[Label] = Label(
        "模擬業務 {task_number} に参加した。", "A worker joined the mock work {task_number}."
    )


class SupportGiven(Support, Counted, Event):
    """Somebody helped a worker with the mock work."""

    TOPIC = "mock_work.support_given"
    TASKS = (Task.MOCK_SUPPORT,)
    SENTENCE: ClassVar[Label] = Label(
        "模擬業務 {task_number} で支援した（{kind}、{minutes}分）。",
        "Support was given in the mock work {task_number} ({kind}, {minutes} minutes).",
    )


class MockTaskCompleted(Result, Counted, Event):
    """A worker completed the mock work, and the result was held against the criteria."""

    TOPIC = "mock_work.completed"
    TASKS = (Task.MOCK_SUPPORT,)
    EVIDENCE = (PaperKind.INSPECTION, PaperKind.CERTIFICATE)
    SENTENCE: ClassVar[Label] = Label(
        "模擬業務 {task_number} を終えた（{result}、謝金 {paid} 円）。",
        "The mock work {task_number} was completed ({result}, {paid} yen paid).",
    )


class MockTaskDropped(Counted, Event):
    """A worker no longer takes part, for which no reason is asked."""

    TOPIC = "mock_work.dropped"
    TASKS = (Task.MOCK_SUPPORT,)
    LISTED = False
    SENTENCE: ClassVar[Label] = Label(
        "模擬業務 {task_number} への参加を終えた。", "Taking part in {task_number} ended."
    )


TaskEvent = MockTaskPlanned | MockTaskOpened | MockTaskClosed | MockTaskCancelled
ParticipationEvent = MockTaskJoined | SupportGiven | MockTaskCompleted | MockTaskDropped


class MockTaskCorrected(Correction):
    """What was recorded of the mock work was wrong."""

    TOPIC = "mock_work.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の模擬業務の記録を訂正した。",
        "The mock work entry of version {corrects} was corrected.",
    )
    MENDS = get_args(TaskEvent)
    FIXED = frozenset({"number"})


class MockTaskVoided(Void):
    """What was recorded of the mock work never held."""

    TOPIC = "mock_work.voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の模擬業務の記録を取り消した。",
        "The mock work entry of version {voids} was voided.",
    )
    MENDS = get_args(TaskEvent)


class ParticipationCorrected(Correction):
    """What was recorded of a participation was wrong."""

    TOPIC = "mock_work.participation_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の参加の記録を訂正した。",
        "The participation entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ParticipationEvent)
    FIXED = frozenset(Counted.model_fields)


class ParticipationVoided(Void):
    """What was recorded of a participation never held."""

    TOPIC = "mock_work.participation_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の参加の記録を取り消した。",
        "The participation entry of version {voids} was voided.",
    )
    MENDS = get_args(ParticipationEvent)
