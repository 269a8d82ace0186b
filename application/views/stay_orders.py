"""Orders that came of offsite stays (立科WORK TRIPから生まれた受注): which, of which stay?

Counted is what was ordered on a day of the stay or later, of a stay that is recorded as held;
all else is listed to be checked. What a paper states of such orders is a stated value (記載値),
and never added to these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.clients import CLIENT_NAMES, ClientNames
from application.viewing.orders import ORDERED, cancelled, mistaken, ordered
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Number, Year
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.values.text import search_key
from domain.base.words import Code, Label
from domain.client.events import ClientName
from domain.engagement import codes
from domain.engagement import events as e
from domain.offsite_stay import events as s


class StayOrdersAsks(Asks):
    """Of which fiscal year ordered, and of which stay by its number; all if not given."""

    fiscal_year: Year | None = None
    stay_number: s.StayNumber | None = None


class ToCheck(Code):
    """Why an order is not counted as one that came of a stay."""

    NO_SUCH_STAY = "no-such-stay", "該当する滞在の記録なし：要確認", "no such stay: to check"
    NOT_HELD = "not-held", "滞在の実施の記録なし：要確認", "stay not recorded as held: to check"
    ORDERED_BEFORE = "ordered-before", "滞在より前の受注：要確認", "ordered before it: to check"


@rowclass
class StayOrderRow:
    """One order; `invited` is empty where the record knows no stay of that number.

    `days_later` counts from the stay's first day to the day of the order. Of an order that was
    cancelled, what of it was invoiced counts; one entered by mistake never was. Either `ordered`
    or, where something is `to_check`, `unproven` has the amount.
    """

    stay_number: Annotated[Number | None, Label("WORK TRIP番号", "stay number")]
    invited: Annotated[ClientName | None, Label("招いた企業", "firm invited")]
    held_on: Annotated[date | None, Label("滞在の初日", "first day of the stay")]
    order_number: e.OrderNumber
    programme: Programme
    title: e.Title
    client: Annotated[ClientName, Label("顧客名", "client")]
    ordered_on: Annotated[date, Label("受注日", "ordered on")]
    days_later: Annotated[int | None, Label("滞在からの日数", "days after the stay")]
    ordered: Annotated[Amount | None, Label("受注額（円）", "ordered in yen")]
    unproven: Annotated[
        Amount | None, Label("要確認の受注額（円）", "ordered in yen, to be checked")
    ]
    to_check: Annotated[ToCheck | None, Label("要確認", "to check")]
    cancelled_on: Annotated[date | None, Label("取りやめ日", "cancelled on")]


@dataclass(frozen=True)
class _Stays:
    """The stays, by their ids and by their numbers, and the days on which they were held."""

    invited: dict[UUID, s.StayInvited]
    ids: dict[str, UUID]
    held: dict[UUID, tuple[date, Recorded]]

    def meant(self, said: e.EngagementAttributed) -> UUID | None:
        """Give the stay that an order came of: by its id, or else by its number."""
        if said.source_id in self.invited:
            return said.source_id
        return self.ids.get(search_key(said.source_number)) if said.source_number else None


def compute(facts: Facts, asks: StayOrdersAsks) -> Iterator[Line[StayOrderRow]]:
    """Give the orders by the day on which they were received, with all changes since."""
    stays, names = _stays(facts), ClientNames(facts)
    inquiries = facts.opening(e.InquiryReceived)
    steps: dict[UUID, list[tuple[int, Recorded]]] = {}
    for _, yen, fact in ordered(facts):
        steps.setdefault(fact.stream, []).append((yen, fact))
    ended = {}
    for _, yen, fact in cancelled(facts):
        steps[fact.stream].append((-yen, fact))
        ended[fact.stream] = fact.event.effective_on
    never = mistaken(facts)
    said = {
        fact.stream: (event, fact)
        for event, fact in facts.of(e.EngagementAttributed)
        if event.source is codes.OrderSource.OFFSITE_STAY
    }
    for order, fact in facts.of(e.OrderReceived):
        if fact.stream not in said or fact.stream in never:
            continue
        event, traced = said[fact.stream]
        stay = stays.meant(event)
        invited = stays.invited[stay] if stay else None
        held_on, came = stays.held.get(stay, (None, None)) if stay else (None, None)
        inquiry = inquiries[fact.stream]
        to_check = _to_check(invited, held_on, order.effective_on)
        yen = sum(yen for yen, _ in steps[fact.stream])
        row = StayOrderRow(
            stay_number=invited.number if invited else event.source_number,
            invited=names.of_firm(invited) if invited else None,
            held_on=held_on,
            order_number=inquiry.number,
            programme=order.programme,
            title=inquiry.title,
            client=names.on(inquiry.client_id, facts.valid_on),
            ordered_on=order.effective_on,
            days_later=(order.effective_on - held_on).days if held_on else None,
            ordered=None if to_check else yen,
            unproven=yen if to_check else None,
            to_check=to_check,
            cancelled_on=ended.get(fact.stream),
        )
        of_year = asks.fiscal_year in {None, fiscal_year_of(order.effective_on)}
        if of_year and _asked(asks, row.stay_number):
            on = (*(step for _, step in steps[fact.stream]), traced)
            yield Line(row, (*on, came) if came else on)


def _to_check(
    invited: s.StayInvited | None, held_on: date | None, ordered_on: date
) -> ToCheck | None:
    if invited is None:
        return ToCheck.NO_SUCH_STAY
    if held_on is None:
        return ToCheck.NOT_HELD
    return ToCheck.ORDERED_BEFORE if ordered_on < held_on else None


def _asked(asks: StayOrdersAsks, number: str | None) -> bool:
    if asks.stay_number is None:
        return True
    return number is not None and search_key(number) == search_key(asks.stay_number)


def _stays(facts: Facts) -> _Stays:
    invited = facts.opening(s.StayInvited)
    return _Stays(
        invited=invited,
        ids={search_key(event.number): stream for stream, event in invited.items()},
        held={fact.stream: (event.effective_on, fact) for event, fact in facts.of(s.StayHeld)},
    )


STAY_ORDERS = View(
    name="stay-orders",
    label=Label("立科WORK TRIPから生まれた受注", "Orders that came of offsite stays"),
    asks=StayOrdersAsks,
    row=StayOrderRow,
    reads=(
        s.StayInvited,
        s.StayHeld,
        *CLIENT_NAMES,
        e.InquiryReceived,
        *ORDERED,
        e.InvoiceIssued,
        e.EngagementCancelled,
        e.EngagementAttributed,
    ),
    compute=compute,
    totals=("ordered", "unproven"),
    blank_is_nothing=("ordered", "unproven"),
)
