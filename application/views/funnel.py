"""From registration to a first order (登録 → 模擬業務 → 初受注): how many came so far, how soon?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few
from application.viewing.periods import By, Length, Period, PeriodName, period_of
from application.viewing.view import Asks, Facts, Line, View
from domain.base.words import Label
from domain.commission.events import CommissionAccepted, RemunerationPaid
from domain.mock_work.events import MockTaskCompleted, MockTaskJoined
from domain.worker.events import WorkerRegistered

STEPS = (MockTaskJoined, MockTaskCompleted, CommissionAccepted, RemunerationPaid)
"""What comes after registration; not everybody takes every step, and nobody has to."""


class FunnelAsks(Asks):
    """How long the periods are in which people registered; of every programme."""

    by: By = Length.QUARTER


@rowclass
class FunnelRow:
    """Those who first registered in one period, each person once, and how many came how far.

    Counts only. The median is over those who have a first order: of an even number of them the
    lower of the two in the middle.
    """

    period: PeriodName
    registered: Annotated[int, Label("登録", "registered"), PEOPLE]
    joined: Annotated[int, Label("模擬業務に参加", "joined mock work"), PEOPLE]
    completed: Annotated[int, Label("模擬業務を完了", "completed mock work"), PEOPLE]
    accepted: Annotated[int, Label("初受注（受諾）", "accepted a first commission"), PEOPLE]
    paid: Annotated[int, Label("初支払", "were paid for the first time"), PEOPLE]
    median_days: Annotated[
        int | None, Label("初受注までの日数（中央値）", "days to the first order, median")
    ]
    few: Few = False


@dataclass(slots=True)
class _Person:
    registered: Recorded
    first: dict[type, Recorded] = field(default_factory=dict)

    @property
    def since(self) -> date:
        return self.registered.event.effective_on


def compute(facts: Facts, asks: FunnelAsks) -> Iterator[Line[FunnelRow]]:
    """Take each person's first registration, and the first of each step."""
    people: dict[UUID, _Person] = {}
    for registered, fact in facts.of(WorkerRegistered):
        people.setdefault(facts.person(registered.person_id), _Person(fact))
    for step, fact in facts.of(*STEPS):
        if person := people.get(facts.person(step.person_id)):
            person.first.setdefault(type(step), fact)
    cohorts: dict[Period, list[_Person]] = defaultdict(list)
    for person in people.values():
        cohorts[period_of(person.since, asks.by)].append(person)
    for period in sorted(cohorts, key=lambda one: (one.fiscal_year, one.quarter or 0)):
        yield _line(period, cohorts[period])


def _line(period: Period, people: list[_Person]) -> Line[FunnelRow]:
    joined, completed, accepted, paid = (
        sum(step in person.first for person in people) for step in STEPS
    )
    days = [
        (first.event.effective_on - person.since).days
        for person in people
        if (first := person.first.get(CommissionAccepted))
    ]
    row = FunnelRow(
        period=period.words,
        registered=len(people),
        joined=joined,
        completed=completed,
        accepted=accepted,
        paid=paid,
        median_days=median_low(days) if days else None,
    )
    return Line(row, tuple(f for p in people for f in (p.registered, *p.first.values())))


FUNNEL = View(
    name="funnel",
    label=Label("登録から初受注まで", "From registration to a first order"),
    asks=FunnelAsks,
    row=FunnelRow,
    reads=(WorkerRegistered, *STEPS),
    compute=compute,
    totals=("registered", "joined", "completed", "accepted", "paid"),
)
