"""Clients' cards and contacts, leads, delegations, and what the board shows of standing orders."""

from uuid import UUID

import pytest

from application.projections.client_contacts import CLIENT_CONTACTS
from application.projections.clients import CLIENTS
from application.projections.delegations import DELEGATIONS
from application.projections.engagement_board import ENGAGEMENT_BOARD, Stage
from application.projections.pipeline import PIPELINE, LeadStage
from domain.base.event import Event
from domain.client.events import Registration, Stand
from domain.engagement.codes import OrderSource, Rhythm
from tests.application.projections.given import answer, in_turn
from tests.domain.client import examples as c
from tests.domain.delegation import examples as d
from tests.domain.engagement import examples as e
from tests.domain.lead import examples as lead
from tests.given import day, sealed

SECOND = UUID(int=0xF5)


def test_a_client_is_shown_with_what_is_known_of_it_on_the_day() -> None:
    """A prospect at first; its number, and what was found out of it; the other keeps its own."""
    known: list[Event] = [
        c.prospect("2024-04-01"),
        c.described("2024-05-01", invoice_number=c.ISSUER, size="medium"),
        c.verified("2024-05-10"),
        c.became_client("2024-06-01"),
        c.described("2024-07-01", size="large"),
    ]
    log = in_turn(one=known, other=[c.registered(number="C-002")])

    def shown(on: str) -> tuple[object, ...]:
        row = answer(CLIENTS, log, valid_on=on)["C-001"]
        return row.standing, row.invoice_number, row.checked_on, row.check_result, row.size

    checked = (day("2024-05-10"), Registration.REGISTERED)
    assert shown("2024-04-30") == (Stand.PROSPECT, None, None, None, None)
    assert shown("2024-05-09") == (Stand.PROSPECT, c.ISSUER, None, None, "medium")
    assert shown("2024-06-01") == (Stand.CLIENT, c.ISSUER, *checked, "medium")
    # The number is gone, and with it what had been found out of it.
    assert shown("2024-07-01") == (Stand.CLIENT, None, None, None, "large")
    other = answer(CLIENTS, log, valid_on="2024-07-01")["C-002"]
    assert (other.standing, other.size, other.checked_on) == (Stand.CLIENT, None, None)


def test_a_contact_person_is_shown_as_long_as_someone_is_one() -> None:
    """Until the end, or until the name is no longer to be used."""
    met: list[Event] = [
        c.registered("2024-04-01"),
        c.added("2024-05-01"),
        c.added("2024-05-02", SECOND),
        c.ended("2024-06-01"),
        c.erased("2024-07-01", SECOND),
    ]
    log = in_turn(one=met, other=[c.registered(number="C-002"), c.added("2024-05-01")])

    def people(on: str) -> list[tuple[str, UUID]]:
        rows = answer(CLIENT_CONTACTS, log, valid_on=on).values()
        return sorted((row.client_number, row.person_id) for row in rows)

    kept = ("C-002", c.PERSON)
    assert people("2024-04-30") == []
    assert people("2024-05-31") == [("C-001", c.PERSON), ("C-001", SECOND), kept]
    assert people("2024-06-01") == [("C-001", SECOND), kept]
    assert people("2024-07-01") == [kept]
    row = answer(CLIENT_CONTACTS, log, valid_on="2024-07-01")[f"C-002|{c.PERSON}"]
    assert (row.since, row.contact_name, row.contact) == (
        day("2024-05-01"),
        sealed("name"),
        sealed("mail"),
    )


@pytest.mark.parametrize(
    ("on", "stage", "step"),
    [
        ("2024-05-01", LeadStage.OPEN, None),
        ("2024-05-10", LeadStage.OPEN, "call"),
        ("2024-05-20", LeadStage.PROPOSED, "call"),
        ("2024-06-12", LeadStage.WON, None),
    ],
)
def test_a_lead_is_shown_as_far_as_it_is(on: str, stage: LeadStage, step: str | None) -> None:
    """With what comes next, as long as something does; the other lead is lost."""
    other: list[Event] = [
        lead.opened("2024-05-01", number="L-2"),
        lead.lost("2024-05-02", "no-budget"),
    ]
    log = in_turn(one=lead.LIFE, other=other)
    rows = answer(PIPELINE, log, valid_on=on)
    assert (rows["L-1"].stage, rows["L-1"].next_step) == (stage, step)
    if on > "2024-05-01":
        assert (rows["L-2"].stage, rows["L-2"].lost_because) == (LeadStage.LOST, "no-budget")
        assert rows["L-2"].meetings == 0


def test_a_lead_shows_what_was_said_and_proposed_last() -> None:
    """How often people met, how likely it is, over how much, and which order came of it."""
    other = lead.opened("2024-05-01", number="L-2")
    row = answer(PIPELINE, in_turn(one=lead.LIFE, other=[other]), valid_on="2024-06-12")["L-1"]
    assert (row.meetings, row.last_met_on) == (1, day("2024-05-10"))
    assert (row.likelihood, row.proposed, row.engagement_number) == ("interested", 1200, "E-1")


def test_a_delegation_is_shown_for_each_kind_of_approval() -> None:
    """From its first day on, and with the day on which it was taken back."""
    other = d.delegated("2024-10-01", number="6立企第46号", kinds=["payment"])
    log = in_turn(one=[d.delegated("2024-10-01"), d.revoked("2024-12-01")], other=[other])
    assert answer(DELEGATIONS, log, valid_on="2024-09-30") == {}
    rows = answer(DELEGATIONS, log, valid_on="2024-11-30")
    assert sorted((row.number, row.kind) for row in rows.values()) == [
        ("6立企第45号", "estimate"),
        ("6立企第45号", "invoice"),
        ("6立企第46号", "payment"),
    ]
    assert {row.revoked_on for row in rows.values()} == {None}
    later = answer(DELEGATIONS, log, valid_on="2024-12-01").values()
    revoked = {row.number: (row.revoked_on, row.reason) for row in later}
    assert revoked == {"6立企第45号": (day("2024-12-01"), "back"), "6立企第46号": (None, None)}


def test_the_board_adds_up_the_months_of_a_standing_order() -> None:
    """A change is of the latest month; an order that is placed once has no months."""
    months: list[Event] = [
        e.inquired(),
        e.standing("2024-06-10", "2024-06-30"),
        e.invoiced("2024-07-01"),
        e.received("2024-07-02"),
        e.continued("2024-07-03", "2024-07-31"),
        e.changed("2024-07-04", 700),
        e.continued("2024-07-31", "2025-01-20", 700),
    ]
    log = in_turn(one=months, other=[e.inquired(number="E-2"), e.ordered()])

    def shown(on: str) -> tuple[object, ...]:
        row = answer(ENGAGEMENT_BOARD, log, valid_on=on)["E-1"]
        return row.stage, row.ordered, row.months

    assert shown("2024-07-02") == (Stage.RECEIVED, 1000, 1)
    assert shown("2024-07-03") == (Stage.ORDERED, 2000, 2)
    assert shown("2024-07-04") == (Stage.ORDERED, 1700, 2)
    assert shown("2024-07-31") == (Stage.ORDERED, 2400, 3)
    other = answer(ENGAGEMENT_BOARD, log, valid_on="2024-07-31")["E-2"]
    assert (other.rhythm, other.ordered, other.months) == (Rhythm.ONCE, 1000, 0)


def test_the_board_shows_what_an_order_came_of() -> None:
    """From the day on which it was found out."""
    found: list[Event] = [*e.OPEN, e.attributed("2024-07-01", "lead", source_number="L-1")]
    log = in_turn(one=found, other=[e.inquired(number="E-2")])
    before, after = (
        answer(ENGAGEMENT_BOARD, log, valid_on=on) for on in ("2024-06-30", "2024-07-01")
    )
    assert before["E-1"].source is None
    assert (after["E-1"].source, after["E-1"].source_number) == (OrderSource.LEAD, "L-1")
    assert after["E-2"].source is None
