"""The engagement: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, assert_never
from uuid import UUID

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.event import COMMON, opened
from domain.base.rule import Rule
from domain.client import rules as client_rules
from domain.client.client import Client
from domain.commission.state import Commission
from domain.engagement import codes, rules
from domain.engagement import commands as c
from domain.engagement import events as e
from domain.engagement.standing import Standing


@dataclass(frozen=True, slots=True)
class Engagement:
    """One order as far as rules need it; amounts in yen.

    `ordered` adds up the months of a standing order, whose terms are in `standing`; `continued_on`
    is the day of its latest month. `invoices` and `received` go by invoice number; `last_on` is
    the latest day of its entries.
    `disorder` is the first rule on the order of days that an entry breaks: no command records such
    an entry, but a correction could bring it about.
    """

    number: str
    client_id: UUID
    programme: str
    origin: dict[str, Any]
    inquired_on: date
    last_on: date
    ordered_on: date | None = None
    ordered: int = 0
    continued_on: date | None = None
    standing: Standing | None = None
    contractor: codes.Contractor | None = None
    contractor_code: str | None = None
    upstream_due: date | None = None
    invoices: Mapping[str, tuple[date, int]] = field(default_factory=dict)
    received: Mapping[str, int] = field(default_factory=dict)
    attributed: bool = False
    ended: bool = False
    disorder: Rule | None = None

    def ordered_by(self, day: date) -> bool:
        """Say whether its order has been received by `day`."""
        return self.ordered_on is not None and self.ordered_on <= day

    def open_on(self, day: date) -> bool:
        """Say whether its order has been received by `day` and it has not ended."""
        return self.ordered_by(day) and not self.ended

    def ordered_before(self) -> int:
        """Give what was ordered for the months before the latest; nothing if it does not stand."""
        return self.ordered - self.standing.amount if self.standing else 0

    def invoiced(self) -> int:
        """Give what has been invoiced in all."""
        return sum(amount for _, amount in self.invoices.values())

    def settled(self) -> bool:
        """Say whether the whole order was invoiced and every invoice paid."""
        by_us = self.contractor is not codes.Contractor.RESIDENTS
        paid = {number: amount for number, (_, amount) in self.invoices.items()}
        return paid == self.received and self.invoiced() == (self.ordered if by_us else 0)


def decide_opening(
    engagement: Engagement | None, command: c.ReceiveInquiry, seen: Seen
) -> list[e.EngagementEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_RECEIVED.require(engagement is None)
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    client = seen.the(Client, command.client_id)
    client_rules.NOT_REGISTERED.require(client and client.known_on(command.effective_on))
    return [e.InquiryReceived.model_validate(command.carried())]


def decide(
    engagement: Engagement, command: c.EngagementStep, seen: Seen
) -> list[e.EngagementEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    # An order stays with the programme and the funds of its inquiry: figures join nothing.
    fields = command.carried() | {"programme": engagement.programme}
    if isinstance(command, c.ReceiveMoney):
        return [_received(engagement, command, fields)]
    if isinstance(command, c.AttributeEngagement):
        rules.BEFORE_EARLIER_STEP.require(engagement.inquired_on <= day)
        rules.ATTRIBUTED_ALREADY.require(not engagement.attributed)
        return [e.EngagementAttributed.model_validate(fields | engagement.origin)]
    rules.ENDED.require(not engagement.ended)
    match command:
        case c.GiveEstimate():
            rules.BEFORE_EARLIER_STEP.require(engagement.inquired_on <= day)
            rules.ORDERED_ALREADY.require(engagement.ordered_on is None)
            return [e.EstimateGiven.model_validate(fields)]
        case c.ReceiveOrder():
            rules.BEFORE_EARLIER_STEP.require(engagement.inquired_on <= day)
            rules.ORDERED_ALREADY.require(engagement.ordered_on is None)
            rules.DUE_BEFORE_ORDER.require(day <= command.due_day)
            return [e.OrderReceived.model_validate(fields | engagement.origin)]
        case c.ChangeOrder():
            _require_ordered(engagement, day)
            rules.DUE_BEFORE_ORDER.require(day <= command.due_day)
            ordered = engagement.ordered_before() + command.amount
            rules.ORDER_BELOW_INVOICED.require(engagement.invoiced() <= ordered)
            return [e.OrderChanged.model_validate(fields)]
        case c.ContinueStandingOrder():
            return [_continued(engagement, day, fields)]
        case c.IssueInvoice():
            _require_ordered(engagement, day)
            by_us = engagement.contractor is not codes.Contractor.RESIDENTS
            rules.CLIENT_PAYS_RESIDENTS.require(by_us)
            rules.INVOICE_NUMBER_USED.require(command.invoice_number not in engagement.invoices)
            invoiced = engagement.invoiced() + command.amount
            rules.MORE_THAN_ORDERED.require(invoiced <= engagement.ordered)
            due = command.payment_due
            rules.PAYMENT_DUE_BEFORE_INVOICE.require(due is None or day <= due)
            return [e.InvoiceIssued.model_validate(fields | engagement.origin)]
        case c.CancelEngagement():
            rules.BEFORE_EARLIER_STEP.require(engagement.last_on <= day)
            _require_no_open_commissions(seen, day)
            return [e.EngagementCancelled.model_validate(fields)]
        case c.CloseEngagement():
            _require_ordered(engagement, day)
            rules.BEFORE_EARLIER_STEP.require(engagement.last_on <= day)
            _require_no_open_commissions(seen, day)
            unpaid = any(one.owed() for one in seen.every(Commission))
            rules.HAS_UNPAID_COMMISSIONS.require(not unpaid)
            rules.NOT_SETTLED.require(engagement.settled())
            return [e.EngagementClosed.model_validate(fields)]
        case _:
            assert_never(command)


def sound(
    engagement: Engagement, before: Engagement | None = None, seen: Seen = NOTHING_SEEN
) -> None:
    """Raise the rule that a mended order breaks: on its days, or on what adds up.

    No further work comes to have been offered before the order than was so before it was mended.
    """
    if engagement.disorder:
        engagement.disorder.broken()
    rules.MORE_THAN_ORDERED.require(engagement.invoiced() <= engagement.ordered)
    for number, received in engagement.received.items():
        _, invoiced = engagement.invoices.get(number, (None, 0))
        rules.MORE_THAN_INVOICED.require(received <= invoiced)
    known = _offered_early(before, seen) if before else set()
    rules.OFFERED_BEFORE_ORDER.require(_offered_early(engagement, seen) <= known)


def _offered_early(engagement: Engagement, seen: Seen) -> set[date]:
    offered = {one.offered_on for one in seen.every(Commission)}
    return {day for day in offered if not engagement.ordered_by(day)}


def _continued(engagement: Engagement, day: date, fields: dict[str, Any]) -> e.OrderContinued:
    _require_ordered(engagement, day)
    standing = engagement.standing
    if standing is None:
        rules.NOT_STANDING.broken()
    latest = engagement.continued_on or engagement.ordered_on
    rules.BEFORE_EARLIER_STEP.require(latest and latest <= day)
    rules.CONTINUED_ALREADY.require(standing.due_day.replace(day=1) <= day)
    due_day = standing.next_due(day)
    month = {"amount": standing.amount, "tax": standing.tax, "due_day": due_day}
    return e.OrderContinued.model_validate(fields | engagement.origin | month)


def _received(
    engagement: Engagement, command: c.ReceiveMoney, fields: dict[str, Any]
) -> e.MoneyReceived:
    issued_on, amount = engagement.invoices.get(command.invoice_number, (None, 0))
    rules.NO_SUCH_INVOICE.require(issued_on)
    rules.BEFORE_EARLIER_STEP.require(issued_on and issued_on <= command.effective_on)
    received = engagement.received.get(command.invoice_number, 0) + command.amount
    rules.MORE_THAN_INVOICED.require(received <= amount)
    return e.MoneyReceived.model_validate(fields | engagement.origin)


def _require_ordered(engagement: Engagement, day: date) -> None:
    rules.NOT_ORDERED.require(engagement.ordered_on)
    rules.BEFORE_EARLIER_STEP.require(engagement.open_on(day))


def _require_no_open_commissions(seen: Seen, day: date) -> None:
    open_ones = any(one.open_after(day) for one in seen.every(Commission))
    rules.HAS_OPEN_COMMISSIONS.require(not open_ones)


def evolve(engagement: Engagement | None, event: e.EngagementEvent) -> Engagement:
    """Fold one effective event into the engagement."""
    day = event.effective_on
    if isinstance(event, e.InquiryReceived):
        origin = e.Origin.of(event).model_dump()
        return Engagement(event.number, event.client_id, event.programme, origin, day, day)
    engagement = opened(engagement)
    disorder = engagement.disorder or _disorder(engagement, event)
    now = replace(engagement, last_on=max(engagement.last_on, day), disorder=disorder)
    match event:
        case e.EstimateGiven():
            return now
        case e.OrderReceived():
            monthly = event.rhythm is codes.Rhythm.MONTHLY
            standing = Standing(event.amount, event.tax, event.due_day) if monthly else None
            return replace(
                now,
                ordered_on=day,
                ordered=event.amount,
                standing=standing,
                contractor=event.contractor,
                contractor_code=event.contractor_code,
                upstream_due=event.upstream_due,
            )
        case e.OrderChanged():
            # Of a standing order the latest month is changed; those before stay as they were.
            standing = Standing(event.amount, event.tax, event.due_day) if now.standing else None
            ordered = now.ordered_before() + event.amount
            upstream_due = event.upstream_due or now.upstream_due
            return replace(now, ordered=ordered, standing=standing, upstream_due=upstream_due)
        case e.OrderContinued():
            return _a_month_more(now, event)
        case e.InvoiceIssued():
            return replace(
                now, invoices={**now.invoices, event.invoice_number: (day, event.amount)}
            )
        case e.MoneyReceived():
            received = now.received.get(event.invoice_number, 0) + event.amount
            return replace(now, received={**now.received, event.invoice_number: received})
        case e.EngagementAttributed():
            return replace(engagement, attributed=True, disorder=disorder)
        case e.EngagementCancelled() | e.EngagementClosed():
            return replace(now, ended=True)
        case _:
            assert_never(event)


def _a_month_more(engagement: Engagement, event: e.OrderContinued) -> Engagement:
    standing = engagement.standing
    if standing is None:
        return replace(engagement, disorder=engagement.disorder or rules.NOT_STANDING)
    return replace(
        engagement,
        ordered=engagement.ordered + event.amount,
        continued_on=event.effective_on,
        standing=standing.followed_by(event.amount, event.due_day),
        # When the client pays for the month more is not known from the month before.
        upstream_due=None,
    )


def _disorder(engagement: Engagement, event: e.EngagementEvent) -> Rule | None:
    if event.effective_on < _builds_on(engagement, event):
        return rules.BEFORE_EARLIER_STEP
    if isinstance(event, e.Order) and event.due_day < event.effective_on:
        return rules.DUE_BEFORE_ORDER
    if isinstance(event, e.InvoiceIssued):
        due = event.payment_due
        return rules.PAYMENT_DUE_BEFORE_INVOICE if due and due < event.effective_on else None
    return None


def _builds_on(engagement: Engagement, event: e.EngagementEvent) -> date:
    begun = engagement.inquired_on
    match event:
        case e.OrderChanged() | e.InvoiceIssued():
            return engagement.ordered_on or begun
        case e.OrderContinued():
            return engagement.continued_on or engagement.ordered_on or begun
        case e.MoneyReceived():
            issued_on, _ = engagement.invoices.get(event.invoice_number, (begun, 0))
            return issued_on
        case e.EngagementCancelled() | e.EngagementClosed():
            return engagement.last_on
        case _:
            return begun
