"""What was ordered, invoiced and received, by municipality and source of funds."""

from uuid import UUID

from application.views.sales import SALES, SalesAsks
from domain.base.event import Event
from domain.engagement.codes import OrderKind
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.relations import (
    CLIENT,
    FIRST,
    GRANT,
    OMACHI,
    SECOND,
    TATESHINA,
    THIRD,
    inquired,
    ordered,
)
from tests.domain.engagement.examples import (
    cancelled,
    changed,
    continued,
    invoiced,
    received,
    standing,
    voided,
)

FOURTH = UUID(int=0xE5)


def a_month_more(on: str, due_day: str, amount: int) -> Event:
    """Omachi's standing order went on."""
    return continued(on, due_day, amount).model_copy(update={"municipality": OMACHI})


EVENTS = (
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, changed("2025-04-01", 800)),
    (FIRST, invoiced("2024-07-01", 600)),
    (FIRST, received("2025-04-10", 600)),
    (SECOND, inquired("E-2", CLIENT)),
    (SECOND, ordered("2024-06-11", 500, funds="grant")),
    (THIRD, inquired("E-3", CLIENT)),
    (THIRD, ordered("2024-06-12", 300, municipality=OMACHI, kind="dx-support")),
    (FOURTH, inquired("E-4", CLIENT)),
    (FOURTH, standing("2024-06-10", "2024-06-30", municipality=OMACHI)),
    (FOURTH, a_month_more("2024-06-28", "2024-07-31", 900)),
)
LOG = log_of(*EVENTS)
Shown = list[tuple[int, str, str, int, int, int, int]]


def shown(valid_on: str = "2025-12-31", **asked: object) -> Shown:
    """Give year, municipality, funds, orders and yen: ordered, invoiced, received."""
    found = rows(SALES, LOG, SalesAsks.model_validate(asked), valid_on=valid_on)
    return [
        (r.fiscal_year, r.municipality, r.funds, r.orders, r.ordered, r.invoiced, r.received)
        for r in found
    ]


def test_each_step_counts_in_the_year_of_its_own_day() -> None:
    """A change as the difference it makes; a month more of a standing order is no other order."""
    assert shown() == [
        (2024, OMACHI, "client", 2, 300 + 1000 + 900, 0, 0),
        (2024, TATESHINA, "client", 1, 1000, 600, 0),
        (2024, TATESHINA, "grant", 1, 500, 0, 0),
        (2025, TATESHINA, "client", 0, -200, 0, 600),
    ]


def test_the_months_of_a_standing_order_add_up() -> None:
    """1000 of the first and 900 of the next, besides 300 of another."""
    log = log_of(*EVENTS, (FOURTH, a_month_more("2024-07-31", "2024-08-31", 50)))
    omachi = rows(SALES, log, SalesAsks(), valid_on="2025-03-31")[0]
    assert (omachi.orders, omachi.ordered) == (2, 300 + 1000 + 900 + 50)


def test_what_the_grant_does_not_pay_for_stands_by_itself() -> None:
    """By year, kind of work and programme, as asked."""
    assert shown(fiscal_year="R7") == [(2025, TATESHINA, "client", 0, -200, 0, 600)]
    assert shown(kind=OrderKind.DX_SUPPORT) == [(2024, OMACHI, "client", 1, 300, 0, 0)]
    assert shown(programme="own:203246") == []
    assert len(shown(programme=GRANT)) == 4
    assert shown("2024-06-10", kind="digitization")[0][3:5] == (1, 1000)


def test_a_voided_invoice_was_never_issued() -> None:
    """And each line names the facts that it adds up."""
    log = log_of(*EVENTS[:4], (FIRST, voided("2024-08-01", 4)))
    line, _ = lines(SALES, log, SalesAsks(), valid_on="2025-12-31")
    assert line.row.invoiced == 0
    assert [fact.position for fact in line.facts] == [2]


def test_a_cancelled_order_stands_in_a_column_of_its_own() -> None:
    """On the day of the cancellation, with what had not been invoiced by then."""
    log = log_of(*EVENTS[:4], (FIRST, cancelled("2025-05-01")), *EVENTS[5:9])
    before = rows(SALES, log, SalesAsks(), valid_on="2025-04-30")
    assert sum(row.cancelled_orders for row in before) == 0
    found = rows(SALES, log, SalesAsks(), valid_on="2025-05-01")
    assert [(r.fiscal_year, r.orders, r.ordered, r.invoiced) for r in found] == [
        (2024, 1, 300, 0),
        (2024, 1, 1000, 600),
        (2024, 1, 500, 0),
        (2025, 0, -200, 0),
    ]
    assert [(r.cancelled_orders, r.cancelled) for r in found] == [(0, 0)] * 3 + [(1, 200)]


def test_an_order_entered_by_mistake_never_was() -> None:
    """On no day, nor its invoices; what came in came in."""
    mistake = (FIRST, cancelled("2025-05-01", "entered-by-mistake"))
    for day in ("2024-07-01", "2025-05-01"):
        found = rows(SALES, log_of(*EVENTS[:4], mistake), SalesAsks(), valid_on=day)
        assert found == []
    (row,) = rows(SALES, log_of(*EVENTS[:5], mistake), SalesAsks(), valid_on="2025-05-01")
    assert (row.orders, row.ordered, row.invoiced, row.received) == (0, 0, 0, 600)
    assert (row.cancelled_orders, row.cancelled) == (0, 0)
