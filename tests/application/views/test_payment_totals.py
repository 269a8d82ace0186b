"""What residents were paid by calendar year, beside the fiscal year."""

from uuid import UUID

from application.views.payment_totals import PAYMENT_TOTALS, PaymentTotalsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.application.views.test_worker_statement import LOG, TWIN_PERSON
from tests.domain.worker.examples import HANAKO

JOINED = {TWIN_PERSON: HANAKO}


def totals(
    year: int | None = None, same: dict[UUID, UUID] | None = None
) -> list[tuple[int, int, int, int, int]]:
    """Give each line's year and sums."""
    asks = PaymentTotalsAsks(year=year)
    found = lines(PAYMENT_TOTALS, log_of(*LOG), asks, valid_on="2025-12-31", same=same)
    rows = [line.row for line in found]
    return [(r.year, r.gross, r.withheld, r.fiscal_gross, r.fiscal_withheld) for r in rows]


def test_sums_of_the_calendar_year_stand_beside_those_of_the_fiscal_year() -> None:
    """A payment on 1 January is of the new calendar year and of the old fiscal year."""
    assert totals(2024, JOINED) == [(2024, 400, 40, 907, 91)]
    assert totals(2025, JOINED) == [(2025, 607, 51, 100, 0)]
    assert totals(None, JOINED) == totals(2024, JOINED) + totals(2025, JOINED)


def test_a_person_is_counted_once_when_two_records_are_known_to_be_one() -> None:
    """Before, each stands in a line of their own."""
    assert len(totals(2025)) == 2
    assert len(totals(2025, JOINED)) == 1


def test_the_sum_above_which_a_payer_reports_is_asked_for() -> None:
    """At that sum nothing is reported, above it is; unless it is asked for, nothing is said."""
    for threshold, above in ((606, True), (607, False), (608, False), (None, None)):
        asks = PaymentTotalsAsks(year=2025, threshold=threshold)
        log = log_of(*LOG)
        (line,) = lines(PAYMENT_TOTALS, log, asks, valid_on="2025-12-31", same=JOINED)
        assert (line.row.threshold, line.row.above) == (threshold, above)
        assert [fact.event.effective_on.isoformat() for fact in line.facts] == [
            "2025-01-01",
            "2025-01-02",
            "2025-04-01",
        ]
