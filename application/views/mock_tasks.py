"""Mock work (模擬業務): what is planned when, who can still join, and what came of it?"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Code, Label
from domain.mock_work import events as e
from domain.mock_work import task
from domain.mock_work.state import MockTask

TASK_EVENTS = (e.MockTaskPlanned, e.MockTaskOpened, e.MockTaskClosed, e.MockTaskCancelled)
PART_EVENTS = (e.MockTaskJoined, e.SupportGiven, e.MockTaskCompleted)
"""What a line names. Who ended taking part stands in no list: their places are free again."""


class Stage(Code):
    """How far mock work is on a day."""

    PLANNED = "planned", "企画", "planned"
    OPEN = "open", "募集中", "open to workers"
    CLOSED = "closed", "募集終了", "closed to workers"
    CANCELLED = "cancelled", "取りやめ", "cancelled"


class MockTasksAsks(Asks):
    """Whose scope, and of which fiscal year by the first day; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class MockTaskRow:
    """One piece of mock work, in the order of first days; counts of workers, and nothing of one."""

    number: e.MockTaskNumber
    title: e.Title
    first_day: e.FirstDay
    last_day: e.LastDay
    stage: Annotated[Stage, Label("段階", "stage")]
    skills: e.Skills
    capacity: e.Capacity
    places_left: Annotated[int, Label("空き", "places left")]
    joined: Annotated[int, Label("参加人数", "workers who joined"), PEOPLE]
    completed: Annotated[int, Label("完了人数", "workers who completed it"), PEOPLE]
    passed: Annotated[int, Label("基準を満たした人数", "workers who met the criteria"), PEOPLE]
    support_minutes: Annotated[int, Label("支援（分）", "minutes of support")]
    paid: Annotated[Amount, Label("支払った謝金（円）", "paid in yen")]
    few: Few = False


def compute(facts: Facts, asks: MockTasksAsks) -> Iterator[Line[MockTaskRow]]:
    """Bring each piece of mock work together with what its workers did."""
    parts: dict[UUID, list[Recorded]] = defaultdict(list)
    left = Counter(dropped.task_id for dropped, _ in facts.of(e.MockTaskDropped))
    for part, fact in facts.of(*PART_EVENTS):
        parts[part.task_id].append(fact)
    planned = sorted(facts.of(e.MockTaskPlanned), key=lambda one: (one[0].first_day, one[0].number))
    for plan, fact in planned:
        year = fiscal_year_of(plan.first_day)
        if plan.programme == asks.programme and asks.fiscal_year in {None, year}:
            yield _line(facts, plan, fact.stream, parts[fact.stream], left[fact.stream])


def _line(
    facts: Facts, plan: e.MockTaskPlanned, stream: UUID, parts: list[Recorded], left: int
) -> Line[MockTaskRow]:
    told = [one for one in facts.in_record(stream) if isinstance(one.event, TASK_EVENTS)]
    said = [one.event for one in parts]
    results = [event for event in said if isinstance(event, e.MockTaskCompleted)]
    joined = sum(isinstance(event, e.MockTaskJoined) for event in said)
    row = MockTaskRow(
        number=plan.number,
        title=plan.title,
        first_day=plan.first_day,
        last_day=plan.last_day,
        stage=_stage(told, facts.valid_on),
        skills=plan.skills,
        capacity=plan.capacity,
        places_left=plan.capacity - joined + left,
        joined=joined,
        completed=len(results),
        passed=sum(result.result is e.MockResult.PASSED for result in results),
        support_minutes=sum(each.minutes for each in said if isinstance(each, e.SupportGiven)),
        paid=sum(result.paid for result in results),
    )
    return Line(row, (*told, *parts))


def _stage(told: list[Recorded], day: date) -> Stage:
    state: MockTask | None = None
    for one in told:
        if isinstance(one.event, TASK_EVENTS):
            state = task.evolve(state, one.event)
    if state is None or (state.opened_on is None and state.cancelled_on is None):
        return Stage.PLANNED
    if state.cancelled_on is not None:
        return Stage.CANCELLED
    return Stage.OPEN if state.open_on(day) else Stage.CLOSED


MOCK_TASKS = View(
    name="mock-tasks",
    label=Label("模擬業務", "Mock work"),
    asks=MockTasksAsks,
    row=MockTaskRow,
    reads=(*TASK_EVENTS, *PART_EVENTS, e.MockTaskDropped),
    compute=compute,
    totals=("joined", "completed", "passed", "support_minutes", "paid"),
)
