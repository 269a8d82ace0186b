"""What each municipality keeps as an asset, and what is to be checked of it."""

from typing import Any
from uuid import UUID

import pytest

from application.views.asset_register import (
    ASSET_REGISTER,
    AssetRegisterAsks,
    AssetRegisterRow,
    ToCheck,
)
from domain.asset.thresholds import Registered
from domain.base.event import Event
from tests.application.projections.given import log_of
from tests.application.views.given import rows
from tests.domain.asset.examples import (
    acquired,
    disposed,
    lent,
    limits,
    lost,
    moved,
    returned,
    stock_taken,
    voided,
)

ASSET, THRESHOLDS = UUID(int=1), UUID(int=2)
OF_R6 = AssetRegisterAsks(fiscal_year=2024)


def register(*events: Event, valid_on: str = "2025-03-31", **asks: Any) -> list[AssetRegisterRow]:  # noqa: ANN401
    """Give the register of one asset under the municipality's thresholds."""
    log = log_of((THRESHOLDS, limits()), *((ASSET, event) for event in events))
    asked = OF_R6.model_copy(update=asks)
    return rows(ASSET_REGISTER, log, asked, valid_on=valid_on)


@pytest.mark.parametrize(
    ("price", "funds", "expected"),
    [
        (30_000, "municipal", Registered.YES),
        (29_999, "municipal", Registered.NO),
        (1, "grant", Registered.YES),
    ],
)
def test_each_municipality_says_what_an_asset_is(
    price: int, funds: str, expected: Registered
) -> None:
    """From its price on, and bought from a grant at any price where it says so."""
    (row,) = register(acquired(price=price, funds=funds))
    assert row.registered is expected


def test_without_a_threshold_nobody_knows() -> None:
    """Of that day, whatever was set later."""
    log = log_of((ASSET, acquired("2024-08-01")), (THRESHOLDS, limits("2024-08-02")))
    (row,) = rows(ASSET_REGISTER, log, OF_R6, valid_on="2025-03-31")
    assert row.registered is Registered.UNKNOWN


def test_the_register_says_where_an_asset_is_and_who_holds_it() -> None:
    """On the day asked for."""
    events = (
        acquired("2024-08-01"),
        moved("2024-09-01", "倉庫"),
        lent("2025-04-01"),
        returned("2025-06-30"),
    )
    (before,) = register(*events, valid_on="2024-08-31")
    (kept,) = register(*events, valid_on="2025-03-31")
    (away,) = register(*events, valid_on="2025-04-01")
    (back,) = register(*events, valid_on="2025-06-30")
    assert [before.place, kept.place] == ["役場2階 作業室", "倉庫"]
    assert [kept.holder, back.holder] == [None, None]
    assert away.holder is not None
    assert register(*events, valid_on="2024-07-31") == []


@pytest.mark.parametrize(
    ("events", "valid_on", "expected"),
    [
        ([], "2025-03-31", {ToCheck.STOCK_NOT_TAKEN}),
        ([stock_taken("2025-03-10", 2024)], "2025-03-31", set()),
        ([stock_taken("2025-03-10", 2023)], "2025-03-31", {ToCheck.STOCK_NOT_TAKEN}),
        ([stock_taken("2025-03-10", 2024, "not-found")], "2025-03-31", {ToCheck.NOT_FOUND}),
        ([lost("2025-02-01")], "2025-03-31", set()),
        ([stock_taken("2025-03-10", 2024), lent("2025-04-01")], "2027-03-31", set()),
        (
            [stock_taken("2025-03-10", 2024), lent("2025-04-01")],
            "2027-04-01",
            {ToCheck.LENT_TOO_LONG},
        ),
        ([disposed("2028-07-31")], "2028-08-01", {ToCheck.NO_APPROVAL}),
        ([disposed("2028-07-31", "関整第1号")], "2028-08-01", set()),
        ([disposed("2028-08-01")], "2028-08-01", set()),
        (
            [disposed("2028-07-31"), voided("2028-08-01", 2)],
            "2028-08-01",
            {ToCheck.STOCK_NOT_TAKEN},
        ),
    ],
)
def test_what_is_to_be_checked_is_shown(
    events: list[Event], valid_on: str, expected: set[ToCheck]
) -> None:
    """And no more than that: whether anything is wrong, a person finds out."""
    (row,) = register(acquired("2024-08-01"), *events, valid_on=valid_on)
    assert set(row.to_check) == expected


def test_a_limited_disposal_needs_a_useful_life() -> None:
    """Nobody guesses it."""
    (row,) = register(acquired(until=None, useful_life=None), stock_taken("2025-03-10", 2024))
    assert row.to_check == (ToCheck.LIFE_UNKNOWN,)


def test_the_register_of_one_municipality_or_programme_is_asked_for() -> None:
    """Each sees its own."""
    assert len(register(acquired(), municipality="203246")) == 1
    assert register(acquired(), municipality="202126") == []
    assert register(acquired(), programme="own:203246") == []
