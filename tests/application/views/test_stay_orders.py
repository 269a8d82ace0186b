"""Which orders came of which offsite stay: a question to the record, and no sentence."""

from uuid import UUID

from application.views.stay_orders import STAY_ORDERS, StayOrdersAsks, ToCheck
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.relations import (
    CLIENT,
    CLIENTS,
    FIRST,
    OTHER,
    SECOND,
    THIRD,
    inquired,
    ordered,
)
from tests.domain.client.examples import renamed
from tests.domain.engagement.examples import attributed, cancelled, changed, corrected
from tests.domain.offsite_stay.examples import STAY, held, invited
from tests.given import day

EVENTS = (
    *CLIENTS,
    (STAY, invited("2024-04-10", "WT-2024-01")),
    (STAY, held("2024-05-01", "2024-05-03")),
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, attributed("2024-09-01", "offsite-stay", source_id=STAY)),
    (SECOND, inquired("E-2", OTHER)),
    (SECOND, ordered("2025-04-01", 500)),
    (SECOND, attributed("2025-04-02", "offsite-stay", source_number="wt-2024-01")),
    (THIRD, inquired("E-3", OTHER)),
    (THIRD, ordered("2024-06-11", 300)),
    (THIRD, attributed("2024-06-11", "referral", source_number="WT-2024-01")),
)
LOG = log_of(*EVENTS)
ALL = StayOrdersAsks()
FIRM = "架空ソフト株式会社"


def test_orders_are_found_by_the_record_or_by_the_number_of_the_stay() -> None:
    """Once it was found out; one that came of something else is none of them."""

    def found(on: str) -> list[tuple[object, ...]]:
        answered = rows(STAY_ORDERS, LOG, ALL, valid_on=on)
        return [
            (row.order_number, row.stay_number, row.invited, row.days_later) for row in answered
        ]

    assert found("2024-08-31") == []
    assert found("2024-09-01") == [("E-1", "WT-2024-01", FIRM, 40)]
    assert found("2025-04-02") == [
        ("E-1", "WT-2024-01", FIRM, 40),
        ("E-2", "WT-2024-01", FIRM, 335),
    ]


def test_a_line_says_who_ordered_how_much() -> None:
    """Under the name of the day, with all changes so far; and names the facts."""
    log = log_of(*EVENTS, (CLIENT, renamed("2024-10-01")), (FIRST, changed("2024-10-01", 1400)))
    before, after = (
        lines(STAY_ORDERS, log, ALL, valid_on=on)[0] for on in ("2024-09-30", "2024-10-01")
    )
    assert (before.row.client, before.row.ordered) == ("架空商事株式会社", 1000)
    assert (after.row.client, after.row.ordered) == ("架空デジタル株式会社", 1400)
    assert (after.row.held_on, after.row.ordered_on) == (day("2024-05-01"), day("2024-06-10"))
    assert [type(fact.event).__name__ for fact in after.facts] == [
        "OrderReceived",
        "OrderChanged",
        "EngagementAttributed",
        "StayHeld",
    ]


def test_a_stay_that_the_record_does_not_know_is_not_made_up() -> None:
    """The number stands as it was said, or nothing where nothing was."""
    log = log_of(
        *CLIENTS,
        (FIRST, inquired("E-1", CLIENT)),
        (FIRST, ordered("2024-06-10", 1000)),
        (FIRST, attributed("2024-06-10", "offsite-stay", source_number="WT-9")),
        (SECOND, inquired("E-2", OTHER)),
        (SECOND, ordered("2024-06-11", 500)),
        (SECOND, attributed("2024-06-11", "offsite-stay")),
    )
    found = rows(STAY_ORDERS, log, ALL, valid_on="2024-07-01")
    assert [(row.stay_number, row.invited, row.held_on, row.days_later) for row in found] == [
        ("WT-9", None, None, None),
        (None, None, None, None),
    ]
    assert [(row.to_check, row.ordered, row.unproven) for row in found] == [
        (ToCheck.NO_SUCH_STAY, None, 1000),
        (ToCheck.NO_SUCH_STAY, None, 500),
    ]
    asked = StayOrdersAsks(stay_number="WT-9")
    assert [row.order_number for row in rows(STAY_ORDERS, log, asked, valid_on="2024-07-01")] == [
        "E-1"
    ]


def test_only_what_was_ordered_from_the_stay_on_is_counted() -> None:
    """On its first day too; before it, or without it, an order is listed to be checked."""

    def found(*stay: tuple[UUID, Event]) -> tuple[list[object], dict[str, int | None]]:
        log = log_of(*(event for event in EVENTS if event[0] != STAY), *stay)
        answered = lines(STAY_ORDERS, log, ALL, valid_on="2024-09-01")
        checks = [line.row.to_check for line in answered]
        return checks, STAY_ORDERS.totals_of(answered)

    came = (STAY, invited("2024-04-10", "WT-2024-01"))
    on_the_day = found(came, (STAY, held("2024-06-10", "2024-06-12")))
    assert on_the_day == ([None], {"ordered": 1000, "unproven": 0})
    later = found(came, (STAY, held("2024-06-11", "2024-06-12")))
    assert later == ([ToCheck.ORDERED_BEFORE], {"ordered": 0, "unproven": 1000})
    assert found(came) == ([ToCheck.NOT_HELD], {"ordered": 0, "unproven": 1000})


def test_what_is_asked_for_is_all_that_is_answered() -> None:
    """By the year of the order, and by stay; a source put right flows through."""
    of_r7 = StayOrdersAsks(fiscal_year=2025)
    assert [row.order_number for row in rows(STAY_ORDERS, LOG, of_r7, valid_on="2025-04-02")] == [
        "E-2"
    ]
    asked = StayOrdersAsks(stay_number="ＷＴ－２０２４－０１")
    assert len(rows(STAY_ORDERS, LOG, asked, valid_on="2025-04-02")) == 2
    put_right = log_of(*EVENTS, (FIRST, corrected("2025-05-01", 3, source="referral")))
    assert [
        row.order_number for row in rows(STAY_ORDERS, put_right, ALL, valid_on="2025-05-01")
    ] == ["E-2"]


def test_a_stay_that_names_its_firm_as_a_client_has_the_clients_name() -> None:
    """As it is on the day asked."""
    stay = invited("2024-04-10", "WT-2024-01", client_id=CLIENT, organisation=None)
    log = log_of((STAY, stay), *(event for event in EVENTS if event[0] != STAY))
    first = rows(STAY_ORDERS, log, ALL, valid_on="2024-09-01")[0]
    assert (first.invited, first.held_on, first.days_later) == ("架空商事株式会社", None, None)


def test_a_cancelled_order_says_so_and_a_mistaken_one_is_no_line() -> None:
    """What of it was not invoiced is not ordered any more."""
    ended = log_of(*EVENTS, (FIRST, cancelled("2025-04-02")))
    first, _ = rows(STAY_ORDERS, ended, ALL, valid_on="2025-04-02")
    assert (first.order_number, first.ordered, first.cancelled_on) == ("E-1", 0, day("2025-04-02"))
    never = log_of(*EVENTS, (FIRST, cancelled("2025-04-02", "entered-by-mistake")))
    assert [one.order_number for one in rows(STAY_ORDERS, never, ALL, valid_on="2025-04-02")] == [
        "E-2"
    ]
