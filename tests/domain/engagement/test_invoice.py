"""What an invoice states besides its number and amount."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.engagement import rules
from tests.domain.client.examples import ISSUER
from tests.domain.engagement.examples import (
    OPEN,
    correct,
    corrected,
    invoice,
    invoiced,
)
from tests.given import given

TEN = {"rate": 10, "total": 800, "tax": 73}
EIGHT = {"rate": 8, "total": 200, "tax": 15}


def test_a_qualified_invoice_states_what_the_law_asks_for() -> None:
    """The issuer's number, and for each rate the total and the tax in it."""
    stated: dict[str, Any] = {
        "issuer": ISSUER,
        "payment_due": "2024-07-31",
        "rates": [TEN, EIGHT],
    }
    given(*OPEN).when(invoice("2024-07-01", **stated)).then(invoiced("2024-07-01", **stated))


def test_an_invoice_of_somebody_without_a_number_states_less() -> None:
    """Who is not registered has no number to state."""
    given(*OPEN).when(invoice("2024-07-01")).then(invoiced("2024-07-01"))


@pytest.mark.parametrize(
    ("total", "rate", "taxes"),
    [
        (1000, 10, [90, 91]),
        (1100, 10, [100]),
        (1080, 8, [80]),
        (1000, 8, [74, 75]),
        (1000, 0, [0]),
    ],
)
def test_the_tax_of_a_rate_is_rounded_once(total: int, rate: int, taxes: list[int]) -> None:
    """Up or down to the yen, as the issuer does; one yen further is another sum."""
    for tax in range(min(taxes) - 1, max(taxes) + 2):
        rates = [{"rate": rate, "total": total, "tax": tax}]
        if tax in taxes:
            assert invoice("2024-07-01", total, rates=rates).rates
        else:
            with pytest.raises(ValidationError):
                invoice("2024-07-01", total, rates=rates)


@pytest.mark.parametrize(
    "stated",
    [
        {"issuer": ISSUER},
        {"rates": [TEN]},
        {"rates": [TEN, TEN | {"total": 200, "tax": 18}]},
        {"rates": []},
        {"issuer": "T123", "rates": [TEN, EIGHT]},
    ],
    ids=["no rates", "too little", "a rate twice", "no rate", "no number"],
)
def test_what_does_not_add_up_is_no_invoice(stated: dict[str, Any]) -> None:
    """Found before it is recorded."""
    with pytest.raises(ValidationError):
        invoice("2024-07-01", **stated)


def test_a_payment_is_not_due_before_the_invoice() -> None:
    """The same day can be; so can no correction make it."""
    open_one = given(*OPEN)
    open_one.when(invoice("2024-07-01", payment_due="2024-06-30")).refused(
        rules.PAYMENT_DUE_BEFORE_INVOICE
    )
    due: dict[str, Any] = {"payment_due": "2024-07-01"}
    open_one.when(invoice("2024-07-01", **due)).then(invoiced("2024-07-01", **due))
    billed = given(*OPEN, invoiced("2024-07-01", payment_due="2024-07-31"))
    billed.when(correct(3, payment_due="2024-06-30")).refused(rules.PAYMENT_DUE_BEFORE_INVOICE)
    billed.when(correct(3, payment_due="2024-07-01")).then(corrected("2025-01-01", 3, **due))
