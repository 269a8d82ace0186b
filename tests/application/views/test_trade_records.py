"""Papers of trade are found by day, amount and counterparty, and any of these together."""

from typing import Any

import pytest
from pydantic import ValidationError

from application.views.trade_records import TRADE_RECORDS, TradeRecordsAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines
from tests.application.views.relations import (
    CLIENT,
    CLIENTS,
    FIRST,
    OTHER,
    SECOND,
    THIRD,
    TWIN,
    inquired,
    ordered,
)
from tests.domain.client.examples import renamed
from tests.domain.engagement.examples import corrected, estimated, invoiced, received

EVENTS = (
    *CLIENTS,
    (FIRST, inquired("E-1", CLIENT)),
    (FIRST, estimated("2024-06-05", 900)),
    (FIRST, ordered("2024-06-10", 1000)),
    (FIRST, invoiced("2024-07-01", 1000, "I-1")),
    (FIRST, received("2024-07-31", 1000, "I-1")),
    (SECOND, inquired("E-2", TWIN)),
    (SECOND, ordered("2024-07-01", 500)),
    (THIRD, inquired("E-3", OTHER)),
    (THIRD, ordered("2024-07-01", 1000)),
)
LOG = log_of(*EVENTS)


def found(valid_on: str = "2025-03-31", **asked: object) -> list[tuple[str, str, int]]:
    """Give what is found: kind, order and yen."""
    asks = TradeRecordsAsks.model_validate(asked)
    answered = lines(TRADE_RECORDS, LOG, asks, valid_on=valid_on)
    return [(line.row.kind, line.row.engagement_number, line.row.amount) for line in answered]


ESTIMATE = ("estimate", "E-1", 900)
ORDER = ("order", "E-1", 1000)
INVOICE = ("invoice", "E-1", 1000)
RECEIPT = ("receipt", "E-1", 1000)
SMALL, OTHERS = ("order", "E-2", 500), ("order", "E-3", 1000)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [ESTIMATE, ORDER, INVOICE, SMALL, OTHERS, RECEIPT]),
        ({"since": "2024-07-01", "until": "2024-07-30"}, [INVOICE, SMALL, OTHERS]),
        ({"since": "2024-07-02"}, [RECEIPT]),
        ({"until": "2024-06-10"}, [ESTIMATE, ORDER]),
        ({"until": "2024-06-09"}, [ESTIMATE]),
        ({"least": 900, "most": 999}, [ESTIMATE]),
        ({"most": 899}, [SMALL]),
        ({"least": 1000}, [ORDER, INVOICE, OTHERS, RECEIPT]),
        ({"counterparty": "クリエイト"}, [OTHERS]),
        ({"counterparty": "Ｃ-００３"}, [OTHERS]),
        ({"kind": "invoice"}, [INVOICE]),
        ({"since": "2024-07-01", "least": 1000}, [INVOICE, OTHERS, RECEIPT]),
        ({"since": "2024-07-01", "counterparty": "架空クリエイト"}, [OTHERS]),
        ({"least": 501, "counterparty": "架空商事"}, [ESTIMATE, ORDER, INVOICE, RECEIPT]),
        ({"until": "2024-07-01", "most": 500, "counterparty": "C-002"}, [SMALL]),
    ],
)
def test_any_of_the_three_and_any_together(
    asked: dict[str, Any], expected: list[tuple[str, str, int]]
) -> None:
    """Ranges hold both their ends; a name is found by a part of it, whatever its width."""
    assert found(**asked) == expected


def test_what_is_asked_for_as_a_range_is_one() -> None:
    """An empty answer would look like a record without papers."""
    for asked in ({"since": "2024-07-02", "until": "2024-07-01"}, {"least": 2, "most": 1}):
        with pytest.raises(ValidationError):
            TradeRecordsAsks.model_validate(asked)
    assert TradeRecordsAsks.model_validate({"least": 1, "most": 1}).most == 1


def test_a_client_is_found_under_the_numbers_of_all_its_records() -> None:
    """Once they are merged."""
    asks = TradeRecordsAsks(counterparty="C-001")
    same = lines(TRADE_RECORDS, LOG, asks, valid_on="2025-03-31", same={TWIN: CLIENT})
    assert {line.row.engagement_number for line in same} == {"E-1", "E-2"}
    assert {line.row.client_id for line in same} == {CLIENT}


def test_a_paper_bears_the_name_of_its_day() -> None:
    """It is found under the new name too; a corrected one under what holds."""
    log = log_of(
        *EVENTS, (CLIENT, renamed("2024-07-15")), (FIRST, corrected("2024-08-01", 4, amount=800))
    )
    asks = TradeRecordsAsks(counterparty="架空デジタル")
    shown = [
        (line.row.counterparty, line.row.amount)
        for line in lines(TRADE_RECORDS, log, asks, valid_on="2025-03-31")
    ]
    was, now = "架空商事株式会社", "架空デジタル株式会社"
    assert shown == [(was, 900), (was, 1000), (was, 800), (now, 1000)]
