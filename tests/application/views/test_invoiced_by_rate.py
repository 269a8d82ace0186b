"""What clients were invoiced at each rate of tax, and the tax that the invoices state."""

from typing import Any

import pytest
from pydantic import ValidationError

from application.views.invoiced_by_rate import INVOICED_BY_RATE, InvoicedByRateAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.application.views.relations import CLIENT, CLIENTS, FIRST, GRANT, inquired, ordered
from tests.domain.engagement.examples import cancelled, invoiced, voided

MIXED = [{"rate": 10, "total": 105, "tax": 9}, {"rate": 8, "total": 54, "tax": 4}]
TOLD = (
    *CLIENTS,
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, invoiced("2024-07-31", 159, "I-1", rates=MIXED)),
    (FIRST, invoiced("2024-08-01", 105, "I-2", rates=MIXED[:1])),
    (FIRST, invoiced("2024-08-31", 300, "I-3")),
)


def found(*more: Any, on: str = "2025-03-31", **asked: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Give the lines: rate, invoices, total, tax, and how many facts they name."""
    asks = InvoicedByRateAsks(**asked)
    return [
        (line.row.rate, line.row.invoices, line.row.total, line.row.tax, len(line.facts))
        for line in lines(INVOICED_BY_RATE, log_of(*TOLD, *more), asks, valid_on=on)
    ]


def test_totals_and_tax_are_those_of_the_invoices() -> None:
    """The tax is rounded on each: 9 and 9 of 105 each, where 19 would be of 210 at once."""
    assert found() == [(10, 2, 210, 18, 2), (8, 1, 54, 4, 1), (None, 1, 300, None, 1)]


def test_an_invoice_without_rates_has_no_tax_that_is_known() -> None:
    """It stands apart, so that its amount is not missing."""
    assert found(month="2024-08") == [(10, 1, 105, 9, 1), (None, 1, 300, None, 1)]


@pytest.mark.parametrize(
    ("asked", "rates"),
    [
        ({"month": "2024-07"}, [10, 8]),
        ({"month": "2024-09"}, []),
        ({"fiscal_year": "R6"}, [10, 8, None]),
        ({"fiscal_year": "R7"}, []),
        ({"programme": GRANT}, [10, 8, None]),
        ({"programme": "own:203246"}, []),
        ({"on": "2024-07-30"}, []),
    ],
)
def test_only_what_is_asked_for_is_added_up(asked: dict[str, Any], rates: list[int | None]) -> None:
    """By the day on which an invoice was issued."""
    assert [line[0] for line in found(**asked)] == rates


def test_a_voided_invoice_is_none() -> None:
    """It was never issued."""
    assert found((FIRST, voided("2024-09-01", 5)), month="2024-07") == found(month="2024-07")
    assert found((FIRST, voided("2024-09-01", 4)), month="2024-08") == [(None, 1, 300, None, 1)]


def test_a_month_and_a_year_are_not_asked_together() -> None:
    """They could contradict each other."""
    with pytest.raises(ValidationError):
        InvoicedByRateAsks(month="2024-07", fiscal_year=2024)


def test_of_an_order_entered_by_mistake_nothing_was_invoiced() -> None:
    """Of one that was cancelled otherwise it was."""
    assert found((FIRST, cancelled("2024-09-01"))) == found()
    assert found((FIRST, cancelled("2024-09-01", "entered-by-mistake")), on="2024-08-31") == []
