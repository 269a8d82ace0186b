"""Offers to make again (継続の打診案): what a standing order offers to residents this month.

A standing order goes on by itself; the work under it does not. Each resident is asked anew, and
may accept or decline anew. Here is what to ask: last month's accepted commissions with their
fields filled in, as `offer-commission` takes them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.days import months_later
from domain.base.event import Programme
from domain.base.fields import WorkerId
from domain.base.words import Label
from domain.commission import events as k
from domain.commission.terms import Content, DeliveryDay, Ordinal, Stated
from domain.engagement import codes
from domain.engagement import events as e
from domain.engagement.commands import EngagementId

TERMS = k.CommissionOffered | k.TermsStated | k.TermsChanged | k.TermsSupplemented
"""What says what is to be done, for how much, until when; the last of these holds."""


class StandingOffersAsks(Asks):
    """Under which order; under all standing orders if none is given."""

    engagement_number: e.OrderNumber | None = None


@rowclass
class StandingOfferRow:
    """One offer to make: all that `offer-commission` asks for but the day."""

    engagement_number: e.OrderNumber
    programme: Programme
    engagement_id: EngagementId
    worker_id: WorkerId
    ordinal: Ordinal
    orderer: Annotated[codes.Orderer, Label("委託者", "orderer")]
    orderer_code: e.PartyCode
    content: Content
    amount: Stated
    delivery_day: DeliveryDay
    continues_since: Annotated[date, Label("更新前からの契約の始まり", "renews a contract since")]


def compute(facts: Facts, asks: StandingOffersAsks) -> Iterator[Line[StandingOfferRow]]:
    """Give what was accepted under the month before and has not been offered for the latest one.

    A commission is of the month whose order stood when it was offered. Its delivery day moves by
    a month, and its terms are the last that were agreed on. What was cancelled is not proposed.
    What is accepted anew renews the contract: its length counts from the first acceptance.
    """
    inquiries = facts.opening(e.InquiryReceived)
    under: dict[UUID, list[Sequence[Recorded]]] = {}
    for offered, fact in facts.of(k.CommissionOffered):
        under.setdefault(offered.engagement_id, []).append(facts.in_record(fact.stream))
    months: dict[UUID, list[Recorded]] = {}
    for fact in facts.of_any(e.OrderReceived, e.OrderContinued):
        months.setdefault(fact.stream, []).append(fact)
    ended = {fact.stream for fact in facts.of_any(e.EngagementCancelled, e.EngagementClosed)}
    for engagement, orders in months.items():
        inquiry = inquiries[engagement]
        asked = asks.engagement_number in {None, inquiry.number}
        if len(orders) > 1 and engagement not in ended and asked:
            yield from _proposed(inquiry, orders[-2:], under.get(engagement, []))


def _proposed(
    inquiry: e.InquiryReceived, orders: Sequence[Recorded], under: list[Sequence[Recorded]]
) -> Iterator[Line[StandingOfferRow]]:
    before, latest = orders
    offers = [(_offer(its), its) for its in under]
    again = {(offer.worker_id, offer.content) for offer, its in offers if _since(its[0], latest)}
    ordinals: dict[UUID, int] = {}
    for offer, _ in offers:
        ordinals[offer.worker_id] = max(ordinals.get(offer.worker_id, 0), offer.ordinal)
    for offer, its in offers:
        last_month = _since(its[0], before) and not _since(its[0], latest)
        if not (last_month and _goes_on(its)):
            continue
        work = [event for one in its if isinstance(event := one.event, TERMS)][-1]
        if (offer.worker_id, work.content) in again:
            continue
        ordinals[offer.worker_id] += 1
        row = StandingOfferRow(
            engagement_number=inquiry.number,
            programme=inquiry.programme,
            engagement_id=offer.engagement_id,
            worker_id=offer.worker_id,
            ordinal=ordinals[offer.worker_id],
            orderer=offer.orderer,
            orderer_code=offer.orderer_code,
            content=work.content,
            amount=work.amount,
            delivery_day=months_later(work.delivery_day, 1),
            continues_since=offer.continues_since or _accepted_on(its),
        )
        yield Line(row, (before, latest, *its))


def _offer(its: Sequence[Recorded]) -> k.CommissionOffered:
    return next(one.event for one in its if isinstance(one.event, k.CommissionOffered))


def _since(offered: Recorded, order: Recorded) -> bool:
    return order.event.effective_on <= offered.event.effective_on


def _accepted_on(its: Sequence[Recorded]) -> date:
    accepted = (one.event for one in its if isinstance(one.event, k.CommissionAccepted))
    return next(accepted).effective_on


def _goes_on(its: Sequence[Recorded]) -> bool:
    kinds = {type(one.event) for one in its}
    return k.CommissionAccepted in kinds and k.CommissionCancelled not in kinds


STANDING_OFFERS = View(
    name="standing-offers",
    label=Label("継続の打診案", "Offers to make again"),
    asks=StandingOffersAsks,
    row=StandingOfferRow,
    reads=(
        e.InquiryReceived,
        e.OrderReceived,
        e.OrderContinued,
        e.EngagementCancelled,
        e.EngagementClosed,
        k.CommissionOffered,
        k.CommissionAccepted,
        k.TermsStated,
        k.TermsChanged,
        k.TermsSupplemented,
        k.CommissionCancelled,
    ),
    compute=compute,
    totals=("amount",),
)
