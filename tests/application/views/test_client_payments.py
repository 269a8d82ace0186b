"""Which invoices a client has not paid in full, and which of them are late."""

from application.views.client_payments import CLIENT_PAYMENTS, ClientPaymentsAsks, Owed
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.application.views.relations import (
    CLIENT,
    CLIENTS,
    FIRST,
    GRANT,
    SECOND,
    inquired,
    ordered,
)
from tests.domain.engagement.examples import cancelled, invoiced, received, voided
from tests.given import day

ALL = ClientPaymentsAsks()
LOG = log_of(
    *CLIENTS,
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, invoiced("2024-07-01", 600, "I-1", payment_due="2024-07-31")),
    (FIRST, invoiced("2024-07-02", 400, "I-2")),
    (FIRST, received("2024-07-20", 250, "I-1")),
    (SECOND, inquired("E-2", CLIENT)),
    (SECOND, ordered("2024-06-10", 1000)),
    (SECOND, invoiced("2024-07-01", 900, "I-1", payment_due="2024-07-15")),
    (SECOND, received("2024-08-05", 900, "I-1")),
)


def owed(on: str, asks: ClientPaymentsAsks = ALL) -> list[tuple[object, ...]]:
    """Give what is owed on a day."""
    return [
        (row.engagement_number, row.invoice_number, row.owed, row.days_late, row.open)
        for row in rows(CLIENT_PAYMENTS, LOG, asks, valid_on=on)
    ]


def test_a_payment_is_late_on_the_day_after_it_was_due() -> None:
    """The due day itself is in time; the longest overdue stands first."""
    unknown = ("E-1", "I-2", Owed.NO_DUE_DAY, None, 400)
    assert owed("2024-07-15")[0] == ("E-2", "I-1", Owed.DUE, 0, 900)
    assert owed("2024-07-16")[0] == ("E-2", "I-1", Owed.OVERDUE, 1, 900)
    assert owed("2024-07-31") == [
        ("E-2", "I-1", Owed.OVERDUE, 16, 900),
        ("E-1", "I-1", Owed.DUE, 0, 350),
        unknown,
    ]
    assert owed("2024-08-05") == [("E-1", "I-1", Owed.OVERDUE, 5, 350), unknown]


def test_only_what_is_asked_for_is_answered() -> None:
    """Overdue, not due, or without a due day; of a programme."""
    late = ClientPaymentsAsks(owed=Owed.OVERDUE)
    assert [row[0] for row in owed("2024-08-01", late)] == ["E-2", "E-1"]
    unknown = ClientPaymentsAsks(owed=Owed.NO_DUE_DAY)
    assert [row[1] for row in owed("2024-08-01", unknown)] == ["I-2"]
    assert len(owed("2024-08-01", ClientPaymentsAsks(programme=GRANT))) == 3
    assert owed("2024-08-01", ClientPaymentsAsks(programme="own:203246")) == []


def test_a_voided_payment_is_owed_again() -> None:
    """And the line names the invoice and what came in for it."""
    (line,) = [
        one
        for one in lines(CLIENT_PAYMENTS, LOG, ALL, valid_on="2024-07-20")
        if one.row.invoice_number == "I-1" and one.row.engagement_number == "E-1"
    ]
    assert [type(fact.event).__name__ for fact in line.facts] == ["InvoiceIssued", "MoneyReceived"]
    events = [(one.stream, one.event) for one in LOG]
    undone = log_of(*events, (SECOND, voided("2024-08-06", 4)))
    open_ones = rows(CLIENT_PAYMENTS, undone, ALL, valid_on="2024-08-06")
    assert [row.open for row in open_ones] == [900, 350, 400]


def test_an_invoice_of_a_cancelled_order_is_owed_and_says_so() -> None:
    """Unless the order was entered by mistake: then nothing was ever owed."""
    events = [(one.stream, one.event) for one in LOG]
    ended = log_of(*events, (FIRST, cancelled("2024-08-01")))
    before = rows(CLIENT_PAYMENTS, ended, ALL, valid_on="2024-07-31")
    after = rows(CLIENT_PAYMENTS, ended, ALL, valid_on="2024-08-05")
    assert {row.cancelled_on for row in before} == {None}
    assert {(row.engagement_number, row.cancelled_on) for row in after} == {
        ("E-1", day("2024-08-01"))
    }
    never = log_of(*events, (FIRST, cancelled("2024-08-01", "entered-by-mistake")))
    assert [
        row.engagement_number for row in rows(CLIENT_PAYMENTS, never, ALL, valid_on="2024-08-05")
    ] == []
