"""What was ordered, step by step, as several views add it up."""

from collections.abc import Iterator
from uuid import UUID

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.engagement import events as e

ORDERED = (e.OrderReceived, e.OrderChanged, e.OrderContinued)
"""What a view must read that uses `ordered`."""


def ordered(facts: Facts) -> Iterator[tuple[e.Origin, int, Recorded]]:
    """Give what each order, month more and change adds to what is ordered, in yen.

    A change adds the difference that it makes to the latest month.
    """
    latest: dict[UUID, tuple[e.Origin, int]] = {}
    for fact in facts.of_any(*ORDERED):
        match fact.event:
            case e.OrderReceived() | e.OrderContinued() as order:
                latest[fact.stream] = order, order.amount
                yield order, order.amount, fact
            case e.OrderChanged() as change if fact.stream in latest:
                origin, before = latest[fact.stream]
                latest[fact.stream] = origin, change.amount
                yield origin, change.amount - before, fact
