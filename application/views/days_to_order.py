"""Days to order (受注までの日数): how long did it take from a lead to its order?"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.orders import mistaken
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.client.events import CameBy, ClientId
from domain.engagement.events import EngagementCancelled, OrderNumber, OrderReceived
from domain.lead import events as e


class DaysToOrderAsks(Asks):
    """Of which scope, and in which fiscal year ordered; all if none is given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None


@rowclass
class DaysToOrderRow:
    """One lead that led to an order."""

    number: e.LeadNumber
    client_id: ClientId
    origin: CameBy
    opened_on: Annotated[date, Label("商談の開始日", "opened on")]
    meetings: Annotated[int, Label("面談の回数", "meetings")]
    engagement_number: OrderNumber
    ordered_on: Annotated[date, Label("受注日", "ordered on")]
    days: Annotated[int, Label("受注までの日数", "days from lead to order")]
    proposed: Annotated[Amount | None, Label("最後の提案額（円）", "proposed last in yen")]
    ordered: Annotated[Amount, Label("受注額（円）", "ordered in yen")]


def compute(facts: Facts, asks: DaysToOrderAsks) -> Iterator[Line[DaysToOrderRow]]:
    """Give each lead that was won by the day, in the order of winning."""
    # An order that was entered by mistake never was.
    never = mistaken(facts)
    orders = {
        fact.stream: (order, fact)
        for order, fact in facts.of(OrderReceived)
        if fact.stream not in never
    }
    for won, fact in facts.of(e.LeadWon):
        order, ordered = orders.get(won.engagement_id, (None, None))
        # An order whose day was corrected may lie after the day that is asked about.
        if order is None or ordered is None or asks.programme not in {None, won.programme}:
            continue
        if asks.fiscal_year not in {None, fiscal_year_of(order.effective_on)}:
            continue
        its = facts.in_record(fact.stream)
        lead = next(one.event for one in its if isinstance(one.event, e.LeadOpened))
        proposed = [one.event.amount for one in its if isinstance(one.event, e.ProposalSent)]
        row = DaysToOrderRow(
            number=lead.number,
            client_id=facts.client(lead.client_id),
            origin=lead.origin,
            opened_on=lead.effective_on,
            meetings=sum(isinstance(one.event, e.MeetingHeld) for one in its),
            engagement_number=won.engagement_number,
            ordered_on=order.effective_on,
            days=(order.effective_on - lead.effective_on).days,
            proposed=proposed[-1] if proposed else None,
            ordered=order.amount,
        )
        yield Line(row, (*its, ordered))


DAYS_TO_ORDER = View(
    name="days-to-order",
    label=Label("受注までの日数", "Days from lead to order"),
    asks=DaysToOrderAsks,
    row=DaysToOrderRow,
    reads=(
        e.LeadOpened,
        e.MeetingHeld,
        e.ProposalSent,
        e.LeadWon,
        OrderReceived,
        EngagementCancelled,
    ),
    compute=compute,
)
