"""What was ordered and cancelled, step by step, as several views add it up."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.engagement import codes
from domain.engagement import events as e

ORDERED = (
    e.OrderReceived,
    e.OrderChanged,
    e.OrderContinued,
    e.InvoiceIssued,
    e.EngagementCancelled,
)
"""What a view must read that uses any of these."""


def ordered(facts: Facts) -> Iterator[tuple[e.Origin, int, Recorded]]:
    """Give what each order, month more and change adds to what is ordered, in yen.

    A change adds the difference that it makes to the latest month.
    """
    never = mistaken(facts)
    latest: dict[UUID, tuple[e.Origin, int]] = {}
    for event, fact in facts.of(e.OrderReceived, e.OrderContinued, e.OrderChanged):
        if fact.stream in never:
            continue
        match event:
            case e.OrderReceived() | e.OrderContinued() as order:
                latest[fact.stream] = order, order.amount
                yield order, order.amount, fact
            case e.OrderChanged() as change if fact.stream in latest:
                origin, before = latest[fact.stream]
                latest[fact.stream] = origin, change.amount
                yield origin, change.amount - before, fact


def cancelled(facts: Facts) -> Iterator[tuple[e.Origin, int, Recorded]]:
    """Give each cancellation of an order with what of the order had not been invoiced, in yen."""
    left: dict[UUID, int] = defaultdict(int)
    origins: dict[UUID, e.Origin] = {}
    for origin, yen, fact in ordered(facts):
        origins[fact.stream] = origin
        left[fact.stream] += yen
    for invoice, fact in facts.of(e.InvoiceIssued):
        left[fact.stream] -= invoice.amount
    for _, fact in facts.of(e.EngagementCancelled):
        if fact.stream in origins:
            yield origins[fact.stream], left[fact.stream], fact


def mistaken(facts: Facts) -> frozenset[UUID]:
    """Give the orders that were entered by mistake: they never were, on no day."""
    return frozenset(
        stream
        for stream, said in facts.opening(e.EngagementCancelled).items()
        if said.reason is codes.CancelReason.ENTERED_BY_MISTAKE
    )
