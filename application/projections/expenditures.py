"""Expenditures (支出): what was committed, inspected, paid and returned, for which line, when?"""

from typing import Annotated, Any, Literal

from application.projecting.projection import Projection, Rows, Time, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Event, Programme
from domain.base.fields import Amount, BudgetLine, Evidence, Pillar, Setsu, Whose, Year
from domain.base.words import Label
from domain.closing.events import WhoseAccounts
from domain.expenditure import commands as c
from domain.expenditure import events as e

StepName = Annotated[
    Literal["committed", "cancelled", "inspected", "ordered", "paid", "returned"],
    Label("段階", "step"),
]
STEPS: dict[type[Event], StepName] = {
    e.ExpenditureCommitted: "committed",
    e.CommitmentCancelled: "cancelled",
    e.ExpenditureInspected: "inspected",
    e.PaymentOrdered: "ordered",
    e.ExpenditurePaid: "paid",
    e.ExpenditureReturned: "returned",
}


@rowclass
class ExpenditureRow:
    """One step of one expenditure; the totals of a line are sums over these rows."""

    expenditure_id: c.ExpenditureId
    programme: Programme
    number: e.ExpenditureNumber
    step: StepName
    amount: Amount
    line: BudgetLine
    pillar: Pillar
    budget_item: Setsu
    fiscal_year: Year
    municipality: Whose
    accounts: WhoseAccounts
    purpose_kind: e.WhatFor | None = None
    purpose_number: e.WhatForNumber | None = None
    delivered_on: e.DeliveredOn | None = None
    payee: e.Payee | None = None
    payee_person: e.PayeePerson | None = None
    evidence: Evidence | None = None


def fold(rows: Rows[ExpenditureRow], recorded: Recorded) -> None:
    """Put one row for each step."""
    event = recorded.event
    if not isinstance(event, e.Charge) or not isinstance(event, e.Money):
        return
    charge = said_in(event, e.Charge)
    beside: dict[str, Any] = {}
    match event:
        case e.ExpenditureCommitted():
            beside = {"payee": event.payee, "payee_person": event.payee_person}
        case e.ExpenditureInspected():
            beside = {"delivered_on": event.delivered_on}
        case _:
            pass
    of_year = f"{event.fiscal_year}|{event.programme}|{event.municipality}"
    rows.put(
        f"{of_year}|{event.number}|{recorded.version:04}",
        ExpenditureRow(
            expenditure_id=recorded.stream,
            programme=event.programme,
            step=STEPS[type(event)],
            amount=event.amount,
            evidence=event.evidence,
            **beside,
            **charge,
        ),
    )


EXPENDITURES = Projection(
    name="expenditures",
    version=3,
    time=Time.DATED,
    label=Label("支出", "Expenditures"),
    row=ExpenditureRow,
    reads=tuple(STEPS),
    fold=fold,
    filters=("fiscal_year", "municipality", "payee", "purpose_kind"),
)
