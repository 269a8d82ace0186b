"""The order form over HTTP: what it refuses. What it says is held against the command line's."""

from uuid import UUID, uuid4

import pytest

from interfaces.http import problems
from tests.interfaces.http.given import Api, places, refused


@pytest.fixture
def commission(shared_api: Api) -> UUID:
    """Give a commission that was offered, and of which no terms were stated."""
    worker = shared_api.registered(effective_on="2026-11-01")
    client = {"effective_on": "2026-11-01", "number": uuid4().hex, "name": "架空商事株式会社",
              "kind": "company"}  # fmt: skip
    client_id = shared_api.post("clients/register-client", client).json()["stream"]
    inquiry = {
        "effective_on": "2026-11-02", "programme": "grant:dx-r6", "number": uuid4().hex,
        "client_id": client_id, "title": "架空の入力", "kind": "digitization", "funds": "client",
        "municipality": "203246",
    }  # fmt: skip
    order = shared_api.post("engagements/receive-inquiry", inquiry).json()["stream"]
    ordered = {
        "effective_on": "2026-11-03", "amount": 50000, "tax": "standard", "due_day": "2026-12-18",
        "contractor": "town", "contractor_code": "203246",
    }  # fmt: skip
    answer = shared_api.post(f"engagements/{order}/receive-order", ordered, seen=1)
    assert answer.status_code == 200, answer.text
    offer = {
        "effective_on": "2026-11-04", "programme": "grant:dx-r6", "engagement_id": order,
        "worker_id": str(worker), "ordinal": 1, "orderer": "town", "orderer_code": "203246",
        "content": "架空の入力", "amount": 30000, "delivery_day": "2026-12-18",
    }  # fmt: skip
    answer = shared_api.post("commissions/offer-commission", offer)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["stream"])


@pytest.mark.parametrize("kind", ["", ".xlsx"])
def test_a_form_that_is_not_there_is_a_problem(
    shared_api: Api, commission: UUID, kind: str
) -> None:
    """No commission, or one without terms: two things, and the second says what to record."""
    refused(shared_api.get(f"commissions/{uuid4()}/order-form{kind}"), problems.NOT_FOUND)
    refused(shared_api.get(f"commissions/{commission}/order-form{kind}"), problems.NO_TERMS)


@pytest.mark.parametrize("kind", ["", ".xlsx"])
def test_a_form_is_not_given_for_a_misspelt_question(
    shared_api: Api, commission: UUID, kind: str
) -> None:
    """Nor for a moment that is none."""
    of = f"commissions/{commission}/order-form{kind}"
    assert places(shared_api.get(of, asof="1")) == ["query"]
    assert places(shared_api.get(of, as_of="soon")) == ["query.as_of"]
