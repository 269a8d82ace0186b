"""What a standing order proposes to ask residents anew this month."""

from uuid import UUID

import pytest

from application.views.standing_offers import STANDING_OFFERS, StandingOffersAsks
from domain.base.event import Event
from domain.commission.commands import OfferCommission
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.commission import examples as k
from tests.domain.engagement.examples import (
    ENGAGEMENT,
    cancelled,
    continued,
    inquired,
    standing,
    voided,
)

ONE, TWO, THREE = UUID(int=0xC1), UUID(int=0xC2), UUID(int=0xC3)
HANAKO, JIRO = UUID(int=0xB1), UUID(int=0xB2)
ALL = StandingOffersAsks()
ORDER: tuple[tuple[UUID, Event], ...] = (
    (ENGAGEMENT, inquired("2024-06-01")),
    (ENGAGEMENT, standing("2024-06-10", "2024-06-30")),
)
NEXT_MONTH = (ENGAGEMENT, continued("2024-06-28", "2024-07-31"))


def offered(on: str, worker: UUID, ordinal: int = 1, **fields: object) -> Event:
    """Work was offered to a resident."""
    event = k.offered(on, ordinal=ordinal)
    said = {"worker_id": worker, "engagement_id": ENGAGEMENT, "delivery_day": "2024-06-30"}
    return type(event).model_validate(event.model_dump() | said | fields)


JUNE = (
    *ORDER,
    (ONE, offered("2024-06-11", HANAKO)),
    (ONE, k.accepted("2024-06-12")),
    (TWO, offered("2024-06-11", JIRO)),
    (TWO, k.declined("2024-06-12")),
)


def test_last_months_accepted_work_is_proposed_anew() -> None:
    """To who accepted it and to nobody else, with a day a month later and the next ordinal."""
    log = log_of(*JUNE, NEXT_MONTH)
    assert rows(STANDING_OFFERS, log, ALL, valid_on="2024-06-27") == []
    (row,) = rows(STANDING_OFFERS, log, ALL, valid_on="2024-06-28")
    assert (row.worker_id, row.ordinal, str(row.delivery_day)) == (HANAKO, 2, "2024-07-31")
    # What is accepted anew renews the contract.
    assert str(row.continues_since) == "2024-06-12"


def test_a_proposal_is_ready_to_be_sent() -> None:
    """All fields of the command but its day are there."""
    (row,) = rows(STANDING_OFFERS, log_of(*JUNE, NEXT_MONTH), ALL, valid_on="2024-06-28")
    fields = {
        name: getattr(row, name) for name in OfferCommission.model_fields if hasattr(row, name)
    }
    command = OfferCommission.model_validate({"effective_on": "2024-07-01", **fields})
    assert (command.engagement_id, command.worker_id) == (ENGAGEMENT, HANAKO)
    assert (command.amount, command.programme) == (1000, "grant:dx-r6")


def test_what_was_offered_for_the_month_is_proposed_no_more() -> None:
    """Whether it was accepted or not: nobody is asked twice."""
    asked = (THREE, offered("2024-07-01", HANAKO, 2, delivery_day="2024-07-31"))
    log = log_of(*JUNE, NEXT_MONTH, asked)
    assert len(rows(STANDING_OFFERS, log, ALL, valid_on="2024-06-30")) == 1
    assert rows(STANDING_OFFERS, log, ALL, valid_on="2024-07-01") == []


@pytest.mark.parametrize(
    "event",
    [
        (ENGAGEMENT, cancelled("2024-06-29")),
        (ENGAGEMENT, voided("2024-06-29", 3)),
        (ONE, k.cancelled("2024-06-20")),
    ],
    ids=["the order ended", "the month never was", "the work was cancelled"],
)
def test_where_nothing_goes_on_nothing_is_proposed(event: tuple[UUID, Event]) -> None:
    """An order that ended, a month that was voided, work that was cancelled."""
    log = log_of(*JUNE, NEXT_MONTH, event)
    assert rows(STANDING_OFFERS, log, ALL, valid_on="2024-06-30") == []


def test_the_terms_agreed_on_last_are_proposed() -> None:
    """And the line names the two months' orders and the commission."""
    log = log_of(*JUNE, (ONE, k.changed("2024-06-12", 1300)), NEXT_MONTH)
    (line,) = lines(STANDING_OFFERS, log, ALL, valid_on="2024-06-28")
    assert line.row.amount == 1300
    assert [type(fact.event).__name__ for fact in line.facts] == [
        "OrderReceived",
        "OrderContinued",
        "CommissionOffered",
        "CommissionAccepted",
        "TermsChanged",
    ]


def test_one_order_can_be_asked_about() -> None:
    """By its number."""
    log = log_of(*JUNE, NEXT_MONTH)
    for number, count in (("E-1", 1), ("E-2", 0)):
        asks = StandingOffersAsks(engagement_number=number)
        assert len(rows(STANDING_OFFERS, log, asks, valid_on="2024-06-28")) == count


def test_the_month_after_follows_the_month_before_it() -> None:
    """June's work is not proposed for August, July's is."""
    again = (
        (THREE, offered("2024-07-01", JIRO, 1, delivery_day="2024-07-31")),
        (THREE, k.accepted("2024-07-02")),
        (ENGAGEMENT, continued("2024-07-31", "2024-08-31")),
    )
    log = log_of(*JUNE, NEXT_MONTH, *again)
    (row,) = rows(STANDING_OFFERS, log, ALL, valid_on="2024-07-31")
    assert (row.worker_id, row.ordinal, str(row.delivery_day)) == (JIRO, 2, "2024-08-31")
