"""What orders came of, as far as it was found out."""

from application.views.order_sources import ORDER_SOURCES, OrderSourcesAsks
from domain.engagement.codes import OrderSource
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.relations import (
    CLIENT,
    CLIENTS,
    FIRST,
    GRANT,
    OTHER,
    SECOND,
    THIRD,
    TWIN,
    inquired,
    ordered,
)
from tests.domain.engagement.examples import attributed, cancelled, changed, corrected, invoiced

STAY = {"source_number": "WT-1"}
EVENTS = (
    *CLIENTS,
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, attributed("2024-09-01", "offsite-stay", **STAY)),
    (SECOND, inquired("E-2", TWIN)),
    (SECOND, ordered("2025-04-01", 500)),
    (SECOND, attributed("2025-04-02", "offsite-stay", **STAY)),
    (THIRD, inquired("E-3", OTHER)),
    (THIRD, ordered("2024-06-11", 300)),
)
LOG = log_of(*EVENTS)
ALL = OrderSourcesAsks()


def test_orders_are_counted_by_what_they_came_of() -> None:
    """Those of which nothing is known stand last; before it was found out, all do."""

    def shown(on: str) -> list[tuple[object, ...]]:
        found = rows(ORDER_SOURCES, LOG, ALL, valid_on=on)
        return [(row.source, row.source_number, row.orders, row.ordered) for row in found]

    assert shown("2024-08-31") == [(None, None, 2, 1300)]
    assert shown("2024-09-01") == [
        (OrderSource.OFFSITE_STAY, "WT-1", 1, 1000),
        (None, None, 1, 300),
    ]
    assert shown("2025-04-02") == [
        (OrderSource.OFFSITE_STAY, "WT-1", 2, 1500),
        (None, None, 1, 300),
    ]


def test_orders_of_one_client_are_of_one_client() -> None:
    """Under whatever records it ordered; the line names its orders and the facts."""
    apart = lines(ORDER_SOURCES, LOG, ALL, valid_on="2025-04-02")[0]
    same = lines(ORDER_SOURCES, LOG, ALL, valid_on="2025-04-02", same={TWIN: CLIENT})[0]
    assert (apart.row.clients, same.row.clients) == (2, 1)
    assert same.row.numbers == ("E-1", "E-2")
    assert [type(fact.event).__name__ for fact in same.facts] == [
        *["OrderReceived"] * 2,
        *["EngagementAttributed"] * 2,
    ]


def test_a_corrected_source_is_the_source() -> None:
    """And what is asked for is all that is answered."""
    put_right = corrected("2025-05-01", 3, source="referral", source_number=None)
    log = log_of(*EVENTS, (FIRST, put_right))
    asked = OrderSourcesAsks(source=OrderSource.REFERRAL)
    (row,) = rows(ORDER_SOURCES, log, asked, valid_on="2025-05-01")
    assert (row.source, row.numbers) == (OrderSource.REFERRAL, ("E-1",))
    of_r7 = OrderSourcesAsks(programme=GRANT, fiscal_year=2025)
    assert [row.numbers for row in rows(ORDER_SOURCES, log, of_r7, valid_on="2025-05-01")] == [
        ("E-2",)
    ]
    others = OrderSourcesAsks(programme="own:203246")
    assert rows(ORDER_SOURCES, log, others, valid_on="2025-05-01") == []


def test_an_order_counts_with_its_changes() -> None:
    """In the year in which it was received."""
    log = log_of(*EVENTS, (FIRST, changed("2025-04-03", 1400)))
    of_r6 = OrderSourcesAsks(fiscal_year=2024, source=OrderSource.OFFSITE_STAY)
    assert [row.ordered for row in rows(ORDER_SOURCES, log, of_r6, valid_on="2025-04-02")] == [1000]
    assert [row.ordered for row in rows(ORDER_SOURCES, log, of_r6, valid_on="2025-04-03")] == [1400]


def test_a_cancelled_order_is_counted_by_itself_and_a_mistaken_one_not_at_all() -> None:
    """From the day of the cancellation on; what of it was invoiced was ordered and stays."""
    ended = log_of(*EVENTS, (FIRST, invoiced("2024-10-01", 400)), (FIRST, cancelled("2025-04-03")))

    def stay(on: str) -> tuple[object, ...]:
        row = rows(ORDER_SOURCES, ended, ALL, valid_on=on)[0]
        return row.orders, row.cancelled, row.ordered, row.numbers

    assert stay("2025-04-02") == (2, 0, 1500, ("E-1", "E-2"))
    assert stay("2025-04-03") == (1, 1, 900, ("E-2",))
    never = log_of(*EVENTS, (THIRD, cancelled("2025-04-03", "entered-by-mistake")))
    assert [row.source for row in rows(ORDER_SOURCES, never, ALL, valid_on="2025-04-02")] == [
        OrderSource.OFFSITE_STAY
    ]
