"""What orders came of (受注のきっかけ): how many, over how much, from how many clients?

How many orders came of an offsite stay is a question to the record here, and no sentence in a
report; what is known from a document alone is a stated value, and never added to these.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.orders import ORDERED, cancelled, mistaken, ordered
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Number, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Label
from domain.engagement import codes
from domain.engagement import events as e

Source = tuple[codes.OrderSource | None, str | None]


class OrderSourcesAsks(Asks):
    """Of which scope, in which fiscal year ordered, and from which source; all if not given."""

    programme: Programme | None = None
    fiscal_year: Year | None = None
    source: Annotated[
        codes.OrderSource | None, Label("受注のきっかけ", "source", "offsite-stay")
    ] = None


@rowclass
class OrderSourceRow:
    """One source, as far as it is told apart by a number; without one, the sources not recorded.

    Orders that were cancelled are counted by themselves; what of them was invoiced is in `ordered`.
    """

    source: Annotated[codes.OrderSource | None, Label("受注のきっかけ", "source")]
    source_number: Annotated[Number | None, Label("きっかけの番号", "number of the source")]
    clients: Annotated[int, Label("顧客数", "clients")]
    orders: Annotated[int, Label("受注件数", "orders")]
    ordered: Annotated[Amount, Label("受注額（円）", "ordered in yen")]
    cancelled: Annotated[int, Label("取りやめ件数", "orders cancelled")]
    numbers: Annotated[tuple[e.OrderNumber, ...], Label("案件番号", "order numbers")]


def compute(facts: Facts, asks: OrderSourcesAsks) -> Iterator[Line[OrderSourceRow]]:
    """Count orders by their sources, and clients once each, as merged on the day.

    An order counts in the year in which it was received, with all its changes and further months.
    """
    inquiries = facts.opening(e.InquiryReceived)
    sources = {fact.stream: (said, fact) for said, fact in facts.of(e.EngagementAttributed)}
    amounts: dict[UUID, int] = defaultdict(int)
    steps: dict[UUID, list[Recorded]] = defaultdict(list)
    for _, yen, fact in ordered(facts):
        amounts[fact.stream] += yen
        steps[fact.stream].append(fact)
    ended = set()
    for _, yen, fact in cancelled(facts):
        amounts[fact.stream] -= yen
        steps[fact.stream].append(fact)
        ended.add(fact.stream)
    never = mistaken(facts)
    found: dict[Source, list[UUID]] = defaultdict(list)
    for order, fact in facts.of(e.OrderReceived):
        if fact.stream in never:
            continue
        said, _ = sources.get(fact.stream, (None, None))
        year = fiscal_year_of(order.effective_on)
        if (
            asks.programme in {None, order.programme}
            and asks.fiscal_year in {None, year}
            and (asks.source is None or (said is not None and said.source is asks.source))
        ):
            key: Source = (said.source, said.source_number) if said else (None, None)
            found[key].append(fact.stream)
    for (source, number), streams in sorted(found.items(), key=lambda one: _in_order(*one[0])):
        stand = [one for one in streams if one not in ended]
        row = OrderSourceRow(
            source=source,
            source_number=number,
            clients=len({facts.client(inquiries[one].client_id) for one in stand}),
            orders=len(stand),
            ordered=sum(amounts[one] for one in streams),
            cancelled=len(streams) - len(stand),
            numbers=tuple(inquiries[one].number for one in stand),
        )
        traced = [sources[one][1] for one in streams if one in sources]
        yield Line(row, (*(fact for one in streams for fact in steps[one]), *traced))


def _in_order(source: codes.OrderSource | None, number: str | None) -> tuple[bool, str, str]:
    return source is None, source or "", number or ""


ORDER_SOURCES = View(
    name="order-sources",
    label=Label("受注のきっかけ", "What orders came of"),
    asks=OrderSourcesAsks,
    row=OrderSourceRow,
    reads=(
        e.InquiryReceived,
        *ORDERED,
        e.InvoiceIssued,
        e.EngagementCancelled,
        e.EngagementAttributed,
    ),
    compute=compute,
    totals=("orders", "ordered", "cancelled"),
)
