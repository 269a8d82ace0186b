"""Sales (市町村別の受注実績): what was ordered, invoiced and received, by municipality and funds.

Orders that the grant does not pay for stand in lines of their own: they are what self-reliance
rests on. An order that was cancelled was received all the same, and what is not to come of it
stands in a column of its own; one that was entered by mistake never was, whatever the day asked.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.orders import ORDERED, cancelled, mistaken, ordered
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Whose, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.engagement import codes
from domain.engagement import events as e


class SalesAsks(Asks):
    """Of which scope, fiscal year and kind of work; all of them if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None
    kind: Annotated[codes.OrderKind | None, Label("業務の種類", "kind of work", "dx-support")] = (
        None
    )


@rowclass
class SalesRow:
    """One fiscal year of one municipality and source of funds, each step by its own day; in yen.

    `cancelled` is what of cancelled orders had not been invoiced; what had been is owed still.
    """

    fiscal_year: Year
    municipality: Whose
    funds: Annotated[codes.Funds, Label("財源", "source of funds")]
    orders: Annotated[int, Label("受注件数", "orders")]
    ordered: Annotated[int, Label("受注額（円）", "ordered in yen")]
    cancelled_orders: Annotated[int, Label("取りやめ件数", "orders cancelled")]
    cancelled: Annotated[Amount, Label("取りやめ額（円）", "cancelled in yen")]
    invoiced: Annotated[Amount, Label("請求額（円）", "invoiced in yen")]
    received: Annotated[Amount, Label("入金額（円）", "received in yen")]


class _Step(NamedTuple):
    """What one fact adds to a line."""

    fact: Recorded
    orders: int = 0
    ordered: int = 0
    cancelled_orders: int = 0
    cancelled: int = 0
    invoiced: int = 0
    received: int = 0


def compute(facts: Facts, asks: SalesAsks) -> Iterator[Line[SalesRow]]:
    """Add up by year, municipality and funds; a change counts on the day it was agreed on."""
    lines: dict[tuple[int, str, codes.Funds], list[_Step]] = defaultdict(list)
    for origin, step in _steps(facts):
        event = step.fact.event
        year = fiscal_year_of(event.effective_on)
        if (
            asks.programme in {None, event.programme}
            and asks.fiscal_year in {None, year}
            and asks.kind in {None, origin.kind}
        ):
            lines[year, origin.municipality, origin.funds].append(step)
    for (year, municipality, funds), steps in sorted(lines.items()):
        row = SalesRow(
            fiscal_year=year,
            municipality=municipality,
            funds=funds,
            orders=sum(step.orders for step in steps),
            ordered=sum(step.ordered for step in steps),
            cancelled_orders=sum(step.cancelled_orders for step in steps),
            cancelled=sum(step.cancelled for step in steps),
            invoiced=sum(step.invoiced for step in steps),
            received=sum(step.received for step in steps),
        )
        yield Line(row, tuple(step.fact for step in steps))


def _steps(facts: Facts) -> Iterator[tuple[e.Origin, _Step]]:
    for origin, yen, fact in ordered(facts):
        first = isinstance(fact.event, e.OrderReceived)
        yield origin, _Step(fact, orders=int(first), ordered=yen)
    for origin, yen, fact in cancelled(facts):
        yield origin, _Step(fact, cancelled_orders=1, cancelled=yen)
    never = mistaken(facts)
    for event, fact in facts.of(e.InvoiceIssued, e.MoneyReceived):
        if isinstance(event, e.MoneyReceived):
            yield event, _Step(fact, received=event.amount)
        elif fact.stream not in never:
            yield event, _Step(fact, invoiced=event.amount)


SALES = View(
    name="sales",
    label=Label("市町村別の受注実績", "Sales by municipality"),
    asks=SalesAsks,
    row=SalesRow,
    reads=(*ORDERED, e.EngagementCancelled, e.InvoiceIssued, e.MoneyReceived),
    compute=compute,
    totals=("orders", "ordered", "cancelled_orders", "cancelled", "invoiced", "received"),
)
