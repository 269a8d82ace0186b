"""Statement for a resident (支払明細): each payment of a month, a calendar or a fiscal year."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import model_validator

from application.projecting.projection import rowclass
from application.viewing.periods import CalendarYear, Month
from application.viewing.residents import RESIDENTS, Resident, residents
from application.viewing.view import Asks, Facts, Line, View
from domain.base.fields import NumberOf, WorkerId, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.values.text import search_key
from domain.base.words import Label
from domain.commission import events as e
from domain.commission.steps import Gross, Transferred, Withheld
from domain.commission.terms import Content
from domain.engagement import codes
from domain.engagement.events import OrderNumber
from domain.worker.events import Name, WorkerNumber


class WorkerStatementAsks(Asks):
    """Whose payments, by number or by id, in which month or year; all if no time is given."""

    number: Annotated[WorkerNumber, NumberOf("worker")] | None = None
    worker: WorkerId | None = None
    month: Month | None = None
    calendar_year: CalendarYear | None = None
    fiscal_year: Year | None = None

    @model_validator(mode="after")
    def _is_one_time(self) -> Self:
        given = [one for one in (self.month, self.calendar_year, self.fiscal_year) if one]
        if len(given) > 1:
            raise ValueError("ask for a month, a calendar year or a fiscal year, one of them")
        if (self.number is None) is (self.worker is None):
            raise ValueError("ask for a resident by number or by id, one of them")
        return self

    def holds(self, day: date) -> bool:
        """Say whether a day was asked for."""
        return (
            self.month in {None, f"{day:%Y-%m}"}
            and self.calendar_year in {None, day.year}
            and self.fiscal_year in {None, fiscal_year_of(day)}
        )


@rowclass
class WorkerStatementRow:
    """One payment, as it was recorded, in yen."""

    paid_on: Annotated[date, Label("支払日", "paid on")]
    worker_number: WorkerNumber
    name: Name
    engagement_number: OrderNumber
    content: Content
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    gross: Gross
    withheld: Withheld
    transferred: Transferred


def compute(facts: Facts, asks: WorkerStatementAsks) -> Iterator[Line[WorkerStatementRow]]:
    """Give the payments to the person, under whichever of their numbers, in the order of days."""
    people = residents(facts)
    whose = _asked(people, asks)
    offers = facts.opening(e.CommissionOffered)
    for paid, fact in facts.of(e.RemunerationPaid):
        if whose and facts.person(paid.person_id) == whose.person and asks.holds(paid.effective_on):
            offered = offers[fact.stream]
            resident = people[offered.worker_id]
            row = WorkerStatementRow(
                paid_on=paid.effective_on,
                worker_number=resident.number,
                name=resident.name,
                engagement_number=offered.engagement_number,
                content=offered.content,
                orderer=paid.orderer,
                gross=paid.gross,
                withheld=paid.withheld,
                transferred=paid.transferred,
            )
            yield Line(row, (fact,))


def _asked(people: Mapping[UUID, Resident], asks: WorkerStatementAsks) -> Resident | None:
    if asks.worker is not None:
        return people.get(asks.worker)
    number = search_key(asks.number or "")
    return next((one for one in people.values() if search_key(one.number) == number), None)


WORKER_STATEMENT = View(
    name="worker-statement",
    label=Label("支払明細（住民ごと）", "Statement for a resident"),
    asks=WorkerStatementAsks,
    row=WorkerStatementRow,
    reads=(*RESIDENTS, e.CommissionOffered, e.RemunerationPaid),
    compute=compute,
    totals=("gross", "withheld", "transferred"),
)
