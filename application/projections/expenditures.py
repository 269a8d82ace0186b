"""Expenditures (支出): what was committed, paid and returned, for which line, when?"""

from typing import Annotated, Literal

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, BudgetLine, Evidence, Pillar, Setsu, Whose, Year
from domain.base.words import Label
from domain.expenditure import commands as c
from domain.expenditure import events as e

STEPS: dict[type[e.ExpenditureEvent], Literal["committed", "paid", "returned"]] = {
    e.ExpenditureCommitted: "committed",
    e.ExpenditurePaid: "paid",
    e.ExpenditureReturned: "returned",
}


@rowclass
class ExpenditureRow:
    """One step of one expenditure; the totals of a line are sums over these rows."""

    expenditure_id: c.ExpenditureId
    programme: Programme
    number: e.ExpenditureNumber
    step: Annotated[Literal["committed", "paid", "returned"], Label("段階", "step")]
    amount: Amount
    line: BudgetLine
    pillar: Pillar
    budget_item: Setsu
    fiscal_year: Year
    municipality: Whose
    evidence: Evidence | None = None


def fold(rows: Rows[ExpenditureRow], recorded: Recorded) -> None:
    """Put one row for each step."""
    event = recorded.event
    if not isinstance(event, e.ExpenditureCommitted | e.ExpenditurePaid | e.ExpenditureReturned):
        return
    charge = said_in(event, e.Charge)
    of_year = f"{event.fiscal_year}|{event.programme}|{event.municipality}"
    rows.put(
        f"{of_year}|{event.number}|{recorded.version:04}",
        ExpenditureRow(
            expenditure_id=recorded.stream,
            programme=event.programme,
            step=STEPS[type(event)],
            amount=event.amount,
            evidence=event.evidence,
            **charge,
        ),
    )


EXPENDITURES = Projection(
    name="expenditures",
    version=2,
    time=Time.DATED,
    label=Label("支出", "Expenditures"),
    row=ExpenditureRow,
    reads=tuple(STEPS),
    fold=fold,
    filters=("fiscal_year", "municipality"),
)
