"""What is known of each client, whatever number of records it has."""

from application.views.client_cards import CLIENT_CARDS, ClientCardsAsks
from domain.client.events import Stand
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.application.views.relations import (
    CLIENT,
    CLIENTS,
    FIRST,
    SECOND,
    TWIN,
    inquired,
    ordered,
)
from tests.domain.client import examples as c
from tests.domain.engagement.examples import cancelled, invoiced, received
from tests.domain.lead.examples import LEAD, opened

LOG = log_of(
    *CLIENTS,
    (CLIENT, c.added("2024-05-01")),
    (TWIN, c.added("2024-05-02")),
    (TWIN, c.described("2024-05-03", invoice_number=c.ISSUER, sector="G")),
    (TWIN, c.verified("2024-05-04")),
    (LEAD, opened("2024-05-10")),
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, invoiced("2024-07-01", 1000)),
    (SECOND, inquired("E-2", TWIN)),
    (SECOND, ordered("2024-06-11", 500)),
    (SECOND, invoiced("2024-07-02", 500)),
    (SECOND, received("2024-07-31", 200)),
)
ALL = ClientCardsAsks()


def test_each_record_has_a_card_of_its_own_until_they_are_merged() -> None:
    """Then there is one, which knows what each of them knew, and counts what came of both."""
    apart = lines(CLIENT_CARDS, LOG, ALL, valid_on="2024-12-31")
    assert [(line.row.number, line.row.orders, line.row.invoiced) for line in apart] == [
        ("C-001", 1, 1000),
        ("C-002", 1, 500),
        ("C-003", 0, 0),
    ]
    merged, other = lines(CLIENT_CARDS, LOG, ALL, valid_on="2024-12-31", same={CLIENT: TWIN})
    row = merged.row
    assert (row.number, row.client_id, row.merged) == ("C-001", CLIENT, ("C-002",))
    assert (row.orders, row.leads, row.invoiced, row.received) == (2, 1, 1500, 200)
    # One person is the contact of both records, and is one contact person.
    assert (row.contacts, row.sector) == (1, "G")
    assert (row.invoice_number, row.check_result) == (c.ISSUER, "registered")
    assert (other.row.number, other.row.orders) == ("C-003", 0)
    assert len(merged.facts) == len(LOG) - 3


def test_a_card_is_of_the_day() -> None:
    """Nothing of later is on it, and before the registration there is none."""
    assert lines(CLIENT_CARDS, LOG, ALL, valid_on="2024-03-31") == []
    first, *_ = lines(CLIENT_CARDS, LOG, ALL, valid_on="2024-04-30")
    assert (first.row.contacts, first.row.leads, first.row.orders) == (0, 0, 0)


def test_a_card_is_found_by_any_of_its_numbers() -> None:
    """As people write them, and by whether it is of a client or a prospect."""
    asks = ClientCardsAsks(number="ｃ-００２")
    (line,) = lines(CLIENT_CARDS, LOG, asks, valid_on="2024-12-31", same={CLIENT: TWIN})
    assert line.row.number == "C-001"
    prospects = ClientCardsAsks(standing=Stand.PROSPECT)
    assert lines(CLIENT_CARDS, LOG, prospects, valid_on="2024-12-31") == []
    clients = ClientCardsAsks(standing=Stand.CLIENT)
    assert len(lines(CLIENT_CARDS, LOG, clients, valid_on="2024-12-31")) == 3


def test_who_orders_under_one_record_is_a_client_under_all() -> None:
    """A prospect that was registered twice, and ordered once."""
    log = log_of((CLIENT, c.prospect()), (TWIN, c.registered("2024-05-01", number="C-002")))
    (line,) = lines(CLIENT_CARDS, log, ALL, valid_on="2024-12-31", same={TWIN: CLIENT})
    assert line.row.standing is Stand.CLIENT


def test_an_ended_contact_is_counted_no_more() -> None:
    """Nor one that was erased."""
    log = log_of(
        (CLIENT, c.registered()), (CLIENT, c.added("2024-05-01")), (CLIENT, c.ended("2024-06-01"))
    )
    before, after = (
        lines(CLIENT_CARDS, log, ALL, valid_on=on) for on in ("2024-05-31", "2024-06-01")
    )
    assert (before[0].row.contacts, after[0].row.contacts) == (1, 0)


def test_cancelled_orders_are_counted_by_themselves_and_mistaken_ones_not_at_all() -> None:
    """What was invoiced stays where there was an order; what came in stays in any case."""
    events = [(one.stream, one.event) for one in LOG]

    def second(reason: str) -> tuple[int, int, int, int]:
        log = log_of(*events, (SECOND, cancelled("2024-08-01", reason)))
        row = lines(CLIENT_CARDS, log, ALL, valid_on="2024-08-01")[1].row
        return row.orders, row.cancelled, row.invoiced, row.received

    assert second("client-withdrew") == (0, 1, 500, 200)
    assert second("entered-by-mistake") == (0, 0, 0, 200)
