"""Made-up mock work: planned, opened, joined, supported, and completed or not."""

from datetime import date

from domain.mock_work import commands as c
from domain.mock_work import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT
from tests.made_up.residents import Residents
from tests.made_up.skills import FRAMEWORK, SKILLS
from tests.made_up.stream import Stream

SUPPORT, RESULTS = tuple(e.SupportKind), tuple(e.MockResult)


class MockWork:
    """The mock work that the office plans."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._planned = 0

    def plan(self) -> Life:
        """Plan mock work, let workers join, and hold what they did against the criteria."""
        desk, chance = self._desk, self._desk.chance
        when = desk.happened(FIRST)
        plan = self._plan(when)
        task = desk.begin(c.PlanMockTask, plan)
        when += chance.days(3, 10)
        yield when
        desk.must(task, c.OpenMockTask, when)
        when += chance.days(1, 5)
        yield when
        parts = self._joined(task, when, plan.capacity + 1)
        if not parts or chance.comes(0.1):
            # Nothing stands in the way of this if nobody has joined.
            desk.ask(task, c.CancelMockTask, when)
        elif chance.comes(0.8):
            desk.must(task, c.CloseMockTask, when)
        for part in parts:
            when = max(when, plan.first_day) + chance.days(0, 4)
            yield when
            self._taken(part, when)
        desk.rest(task, *parts)

    def _plan(self, when: date) -> e.MockTaskPlanned:
        chance = self._desk.chance
        self._planned += 1
        first = when + chance.days(20, 40)
        return e.MockTaskPlanned(
            effective_on=when,
            programme=GRANT,
            number=f"M-{self._planned:05}",
            title="架空の模擬業務",
            municipality="joint",
            skills=tuple(chance.sample(SKILLS, 2)),
            capacity=chance.randint(2, 6),
            first_day=first,
            last_day=first + chance.days(5, 30),
            criteria="架空の基準",
            reward=chance.choice((0, 3000)),
            **FRAMEWORK,
        )

    def _joined(self, task: Stream, when: date, most: int) -> list[Stream]:
        desk, parts = self._desk, []
        asked = [self._residents.anyone() for _ in range(desk.chance.randint(0, most))]
        for resident in dict.fromkeys(asked):
            # Whether there is a place left only the record knows.
            part = resident and desk.open(
                c.JoinMockTask,
                when,
                resident.stream,
                task,
                task_id=task.id,
                worker_id=resident.stream.id,
            )
            if part:
                parts.append(part)
        return parts

    def _taken(self, part: Stream, when: date) -> None:
        desk, chance, other = self._desk, self._desk.chance, self._residents.anyone()
        if other and chance.comes(0.7):
            kind, minutes = chance.choice(SUPPORT), chance.choice((20, 30, 45, 60))
            by = other.person_id
            desk.ask(part, c.GiveSupport, when, kind=kind, minutes=minutes, supporter=by)
        if chance.comes(0.15):
            desk.must(part, c.DropMockTask, when)
            return
        desk.must(
            part,
            c.CompleteMockTask,
            when,
            result=chance.choice(RESULTS),
            paid=chance.choice((0, 3000)),
            use=e.ResultUse.PRACTICE,
            evidence=desk.paper(),
        )
        if chance.comes(0.1):
            desk.must(part, c.VoidParticipation, desk.today, version=len(part.history))
