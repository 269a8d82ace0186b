"""Career support (キャリア支援): how many consultations, how many aims set and reviewed?

Counts by period only, which name no facts: each of them would lead to one person's record.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few
from application.viewing.periods import By, Length, Period, PeriodName, period_of
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.words import Label
from domain.career import events as e

STEPS = (e.CareerSupportBegun, e.CareerConsultationHeld, e.CareerAimSet, e.CareerAimReviewed)


class CareerSupportAsks(Asks):
    """Whose scope, and how long the periods are."""

    programme: Programme
    by: By = Length.QUARTER


@rowclass
class CareerSupportRow:
    """One period; persons are counted once in each."""

    period: PeriodName
    begun: Annotated[int, Label("支援を始めた人数", "persons begun with"), PEOPLE]
    consultations: Annotated[int, Label("相談の回数", "consultations")]
    minutes: Annotated[int, Label("相談（分）", "minutes")]
    persons: Annotated[int, Label("支援した実人数", "persons supported"), PEOPLE]
    aims_set: Annotated[int, Label("立てた目標", "aims set")]
    aims_reviewed: Annotated[int, Label("目標の振り返り", "reviews of aims")]
    aims_reached: Annotated[int, Label("うち達成", "of these, reached")]
    few: Few = False


@dataclass(slots=True)
class _Counts:
    facts: list[Recorded] = field(default_factory=list)
    begun: int = 0
    consultations: int = 0
    minutes: int = 0
    persons: set[UUID] = field(default_factory=set)
    aims_set: int = 0
    aims_reviewed: int = 0
    aims_reached: int = 0


def compute(facts: Facts, asks: CareerSupportAsks) -> Iterator[Line[CareerSupportRow]]:
    """Count by period."""
    periods: dict[Period, _Counts] = defaultdict(_Counts)
    for fact in facts.of_any(*STEPS):
        event = fact.event
        if not isinstance(event, STEPS) or event.programme != asks.programme:
            continue
        counts = periods[period_of(event.effective_on, asks.by)]
        counts.facts.append(fact)
        counts.persons.add(facts.person(event.person_id))
        match event:
            case e.CareerSupportBegun():
                counts.begun += 1
            case e.CareerConsultationHeld():
                counts.consultations += 1
                counts.minutes += event.minutes
            case e.CareerAimSet():
                counts.aims_set += 1
            case e.CareerAimReviewed():
                counts.aims_reviewed += 1
                counts.aims_reached += event.result is e.AimResult.REACHED
    for period in sorted(periods, key=lambda one: (one.fiscal_year, one.quarter or 0)):
        counts = periods[period]
        row = CareerSupportRow(
            period=period.words,
            begun=counts.begun,
            consultations=counts.consultations,
            minutes=counts.minutes,
            persons=len(counts.persons),
            aims_set=counts.aims_set,
            aims_reviewed=counts.aims_reviewed,
            aims_reached=counts.aims_reached,
        )
        yield Line(row, tuple(counts.facts))


CAREER_SUPPORT = View(
    name="career-support",
    label=Label("キャリア支援", "Career support"),
    asks=CareerSupportAsks,
    row=CareerSupportRow,
    reads=STEPS,
    compute=compute,
    names_facts=False,
    totals=("begun", "consultations", "minutes", "aims_set", "aims_reviewed", "aims_reached"),
)
