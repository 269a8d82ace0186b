"""What is wrong in a request is said where it is wrong, and once."""

from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.engagement.commands import IssueInvoice
from interfaces.http.malformed import places

INVOICE = {
    "effective_on": "2025-05-03",
    "engagement_id": UUID(int=1),
    "invoice_number": "X-1",
    "amount": 110_000,
}


def said(rates: list[dict[str, int]]) -> list[str]:
    """Give the places at which an invoice with these rates is wrong."""
    with pytest.raises(ValidationError) as wrong:
        IssueInvoice.model_validate(INVOICE | {"rates": rates})
    return [place.where for place in places(wrong.value.errors(), "body")]


def test_a_list_with_a_wrong_line_is_not_said_to_be_short() -> None:
    """Only the line is wrong; a list of nothing is too short."""
    (line,) = said([{"rate": 10, "total": 110_000, "tax": 9_000}])
    assert line.startswith("body.rates.0")
    assert said([]) == ["body.rates"]
