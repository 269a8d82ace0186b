"""The offer of a commission: what it is held against in the records of others.

Who commissions the resident is who has the client's order on that day: who took it, and from its
novation on the corporation. By this goes which law binds the commission, so that it is not left to
whoever enters it. What was transferred of a programme says nothing of a contract: that goes over
by its own novation.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.base.command import Seen
from domain.base.event import Event
from domain.base.matter import Check, Matter
from domain.commission import commands as c
from domain.commission import events as e
from domain.commission import rules
from domain.commission.state import Commission
from domain.commission.terms import Parties
from domain.corporation.corporation import Corporation
from domain.corporation.novation import Novation
from domain.engagement.codes import Contractor, Orderer
from domain.engagement.engagement import Engagement
from domain.worker import rules as worker_rules
from domain.worker.worker import Worker

ORDERER_OF_THE_DAY: Final = Check(
    "orderer-not-of-the-day",
    "その日に案件の契約の当事者でなかった委託者による打診。委託者と適用される定めを確かめる。",
    "Offered by another than who had the order on that day: check the orderer and which law binds.",
    "フリーランス・事業者間取引適正化等法2条5項・6項、政府契約の支払遅延防止等に関する法律2条",
)


def offered(command: c.OfferCommission, seen: Seen) -> e.CommissionOffered:
    """Decide what an offer records, or raise the rule that forbids it."""
    day = command.effective_on
    engagement = seen.the(Engagement, command.engagement_id)
    if engagement is None or not engagement.open_on(day):
        rules.NEEDS_OPEN_ORDER.broken()
    rules.ORDERER_DOES_NOT_FIT.require(_fits(command, engagement))
    of_the_day = _of_the_day(day, command, engagement, seen)
    rules.ORDERER_NOT_OF_THE_DAY.require(of_the_day or command.as_fact)
    rules.DELIVERY_BEFORE_OFFER.require(day <= command.delivery_day)
    worker = seen.the(Worker, command.worker_id)
    if worker is None or not worker.on_roll(day):
        worker_rules.NOT_ON_ROLL.broken()
    rules.LEAVES_BEFORE_DELIVERY.require(worker.stays_on_roll(day, command.delivery_day))
    return e.CommissionOffered.model_validate(
        command.carried()
        | engagement.origin
        | {
            # A sheet may say of all its rows that they have happened; that alone is no matter.
            "as_fact": not of_the_day,
            "programme": engagement.programme,
            "engagement_number": engagement.number,
            "ordered_in": engagement.origin["municipality"],
            "upstream_due": engagement.upstream_due,
            "person_id": worker.person_id,
            "municipality": worker.lives_in(day),
        }
    )


def matters(version: int, event: Event) -> Iterator[Matter]:
    """Give what is to be checked of an offer: one that was recorded as a fact."""
    if isinstance(event, e.CommissionOffered) and event.as_fact:
        yield Matter(version, ORDERER_OF_THE_DAY, ORDERER_OF_THE_DAY.force, event.effective_on)


def again(
    before: Commission,
    after: Commission,
    command: c.CorrectCommission | c.VoidCommissionEntry,
    seen: Seen,
) -> None:
    """Raise the rule that a corrected offer breaks as it would have at first.

    The order may have ended since. What has happened otherwise is corrected with `as_fact`.
    """
    offer, day = after.offer, after.offered_on
    if isinstance(command, c.VoidCommissionEntry) or _who(before.offer) == _who(offer):
        return
    rules.ENGAGEMENT_NOT_NAMED.require(command.engagement_id == offer.engagement_id)
    engagement = seen.the(Engagement, offer.engagement_id)
    if engagement is None or not engagement.ordered_by(day):
        rules.NEEDS_OPEN_ORDER.broken()
    rules.ORDERER_DOES_NOT_FIT.require(_fits(offer, engagement))
    of_the_day = _of_the_day(day, offer, engagement, seen)
    rules.ORDERER_NOT_OF_THE_DAY.require(of_the_day or offer.as_fact)


def _who(offer: e.CommissionOffered) -> tuple[date, Orderer, str]:
    return offer.effective_on, offer.orderer, offer.orderer_code


def _fits(by: Parties, engagement: Engagement) -> bool:
    if engagement.contractor is Contractor.RESIDENTS:
        return by.orderer is Orderer.CLIENT and by.orderer_code == str(engagement.client_id)
    return by.orderer is not Orderer.CLIENT


def _of_the_day(day: date, by: Parties, engagement: Engagement, seen: Seen) -> bool:
    if by.orderer is Orderer.CLIENT:
        return True
    ours = [one for one in seen.every(Corporation) if one.number == by.orderer_code]
    if not all(one.founded_by(day) for one in ours):
        # Of a corporation whose founding nobody recorded, nothing is guessed.
        return False
    for novation in seen.every(Novation):
        if novation.since <= day:
            return (by.orderer, by.orderer_code) == (Orderer.CORPORATION, novation.to)
    contractor = engagement.contractor and engagement.contractor.value
    return (by.orderer.value, by.orderer_code) == (contractor, engagement.contractor_code)
