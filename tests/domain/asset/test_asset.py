"""An asset has an owner, a place and a holder; it is counted, and its disposal may be limited."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.asset import rules
from domain.base.mend import CORRECTION_INVALID, OTHERS_BUILD_ON_IT
from tests.domain.asset.examples import (
    THRESHOLDS,
    WORKER,
    acquire,
    acquired,
    correct,
    corrected,
    dispose,
    disposed,
    give_back,
    lend,
    lent,
    limits,
    lose,
    lost,
    move,
    moved,
    returned,
    set_limits,
    stock_taken,
    take_stock,
    void,
    voided,
)
from tests.given import Given, given


def bought_under(thresholds: Given) -> Given:
    """Say that the municipality has set thresholds."""
    return thresholds.seeing(THRESHOLDS, limits())


def test_an_asset_is_bought_once_under_its_number() -> None:
    """Numbers are each municipality's own."""
    given().when(acquire()).then(acquired(until=None))
    given(acquired()).when(acquire("2025-01-01")).refused(rules.ACQUIRED_ALREADY)
    assert acquire().opens() != acquire(municipality="202126").opens()


def test_the_limit_of_disposal_follows_from_the_thresholds_of_that_day() -> None:
    """It is stored with the asset, so that other thresholds later alter no history."""
    bought_under(given()).when(acquire("2024-08-01")).then(acquired("2024-08-01", "2028-07-31"))
    bought_under(given()).when(acquire("2024-02-29")).then(acquired("2024-02-29", None))
    given().seeing(THRESHOLDS, limits("2024-02-01")).when(acquire("2024-02-29")).then(
        acquired("2024-02-29", "2028-02-28")
    )
    given().seeing(THRESHOLDS, limits("2024-02-01")).when(
        acquire("2024-02-29", useful_life=3)
    ).then(acquired("2024-02-29", "2027-02-28", useful_life=3))


@pytest.mark.parametrize(
    "said",
    [{"price": 499_999}, {"funds": "municipal"}, {"useful_life": None}],
    ids=["below the threshold", "of the town's own money", "useful life not stated"],
)
def test_not_every_disposal_is_limited(said: dict[str, Any]) -> None:
    """Only of what a grant paid, from a price on, and as far as anyone knows the useful life."""
    bought_under(given()).when(acquire(**said)).then(acquired(until=None, **said))
    bought_under(given()).when(acquire(price=500_000)).then(acquired(price=500_000))


def test_an_asset_is_lent_and_comes_back() -> None:
    """To one holder at a time, on a legal basis."""
    given(acquired()).when(lend("2025-04-01")).then(lent("2025-04-01"))
    given(acquired(), lent("2025-04-01")).when(lend("2025-05-01")).refused(rules.LENT_ALREADY)
    given(acquired(), lent("2025-04-01")).when(give_back("2025-05-01")).then(returned("2025-05-01"))
    given(acquired()).when(give_back("2025-05-01")).refused(rules.NOT_LENT)
    given(acquired(), lent("2025-04-01"), returned("2025-05-01")).when(lend("2025-05-01")).then(
        lent("2025-05-01")
    )


def test_a_holder_is_named_as_what_it_is() -> None:
    """A worker by the record, a municipality and a corporation by their own codes."""
    for named in (
        {"holder": "worker", "holder_code": str(WORKER)},
        {"holder": "municipality", "holder_code": "202126"},
    ):
        given(acquired()).when(lend("2025-04-01", **named)).then(lent("2025-04-01", **named))
    for wrong in (
        {"holder": "worker"},
        {"holder": "municipality"},
        {"holder_code": "9999999999998"},
        {"holder_code": "202126"},
    ):
        with pytest.raises(ValidationError):
            lend("2025-04-01", **wrong)
    with pytest.raises(ValidationError, match="by the id of its record and not by its number"):
        lend("2025-04-01", holder="worker", holder_code="W-1")


def test_nothing_happens_to_an_asset_before_it_was_bought() -> None:
    """On the day itself it may."""
    have = given(acquired("2024-08-01"))
    have.when(move("2024-08-01", "倉庫")).then(moved("2024-08-01", "倉庫"))
    have.when(move("2024-07-31", "倉庫")).refused(rules.BEFORE_ACQUISITION)
    have.when(lend("2024-07-31")).refused(rules.BEFORE_ACQUISITION)
    have.when(give_back("2024-07-31")).refused(rules.BEFORE_ACQUISITION)
    have.when(take_stock("2024-07-31", 2024)).refused(rules.BEFORE_ACQUISITION)
    have.when(lose("2024-07-31")).refused(rules.BEFORE_ACQUISITION)
    have.when(dispose("2024-07-31")).refused(rules.BEFORE_ACQUISITION)


def test_nothing_happens_to_an_asset_that_is_gone() -> None:
    """On the day before it may, and be entered later."""
    gone = given(acquired("2024-08-01"), lost("2025-02-01"))
    gone.when(move("2025-01-31", "倉庫")).then(moved("2025-01-31", "倉庫"))
    gone.when(move("2025-02-01", "倉庫")).refused(rules.GONE)
    gone.when(lend("2025-02-01")).refused(rules.GONE)
    gone.when(give_back("2025-02-01")).refused(rules.GONE)
    gone.when(take_stock("2025-02-01", 2024)).refused(rules.GONE)
    gone.when(lose("2025-02-01")).refused(rules.GONE)
    gone.when(dispose("2025-02-01", "関整第1号")).refused(rules.GONE)
    given(acquired()).when(lose("2025-02-01")).then(lost("2025-02-01"))


def test_a_late_entry_leaves_later_ones_in_order() -> None:
    """What was lent meanwhile cannot have been lent or gone before; what is gone is gone once."""
    away = given(acquired(), lent("2025-04-01"))
    away.when(lend("2025-03-01")).refused(OTHERS_BUILD_ON_IT)
    away.when(lose("2025-03-31")).refused(OTHERS_BUILD_ON_IT)
    away.when(dispose("2025-03-31", "関整第1号")).refused(OTHERS_BUILD_ON_IT)
    away.when(lose("2025-04-01")).then(lost("2025-04-01"))
    given(acquired(), lost("2025-02-01")).when(lose("2025-01-31")).refused(OTHERS_BUILD_ON_IT)
    back = given(acquired(), lent("2025-04-01"), returned("2025-05-01"), lent("2025-06-01"))
    back.when(give_back("2025-04-15")).refused(OTHERS_BUILD_ON_IT)
    given(acquired(), moved("2025-02-02", "倉庫"), lost("2025-03-01")).when(
        correct(3, effective_on="2025-02-01")
    ).refused(OTHERS_BUILD_ON_IT)


def test_stock_is_taken_once_a_fiscal_year() -> None:
    """Of each asset."""
    given(acquired()).when(take_stock("2025-03-10", 2024)).then(stock_taken("2025-03-10", 2024))
    given(acquired(), stock_taken("2025-03-10", 2024)).when(take_stock("2025-03-11", 2024)).refused(
        rules.STOCK_TAKEN_ALREADY
    )
    given(acquired(), stock_taken("2025-03-10", 2024), stock_taken("2026-03-10", 2025)).when(
        correct(3, fiscal_year=2024)
    ).refused(rules.STOCK_TAKEN_ALREADY)


def test_a_limited_disposal_needs_an_approval() -> None:
    """On the last day of the limit still, on the day after no more; what happened is a fact."""
    have = given(acquired("2024-08-01", "2028-07-31"))
    have.when(dispose("2028-07-30")).refused(rules.DISPOSAL_LIMITED)
    have.when(dispose("2028-07-31")).refused(rules.DISPOSAL_LIMITED)
    have.when(dispose("2028-08-01")).then(disposed("2028-08-01"))
    have.when(dispose("2028-07-31", "関整第1号")).then(disposed("2028-07-31", "関整第1号"))
    have.when(dispose("2028-07-31", as_fact=True)).then(disposed("2028-07-31"))
    given(acquired(until=None)).when(dispose("2025-07-31")).then(disposed("2025-07-31"))


def test_what_is_lent_is_not_disposed_of() -> None:
    """It comes back first."""
    given(acquired(), lent("2025-04-01")).when(dispose("2028-08-01")).refused(rules.LENT_ALREADY)


def test_entries_are_put_right_and_taken_back() -> None:
    """But an asset keeps its number and owner, and lending and return stay in turn."""
    given(acquired()).when(correct(1, place="倉庫")).then(corrected("2025-06-01", 1, place="倉庫"))
    given(acquired()).when(correct(1, municipality="202126")).refused(CORRECTION_INVALID)
    given(acquired(), lost("2025-02-01")).when(void(2)).then(voided("2025-06-01", 2))
    given(acquired(), lent("2025-04-01"), returned("2025-05-01")).when(void(2)).refused(
        OTHERS_BUILD_ON_IT
    )


def test_thresholds_are_each_municipalitys_own_and_change() -> None:
    """From a day on; nothing is set by setting the same again."""
    given().when(set_limits()).then(limits())
    given(limits("2024-04-01")).when(set_limits("2025-04-01", register_from=50_000)).then(
        limits("2025-04-01", register_from=50_000)
    )
    given(limits("2024-04-01")).when(set_limits("2025-04-01")).refused(rules.THRESHOLDS_AS_BEFORE)
    given(limits("2024-04-01")).when(set_limits("2024-03-01")).then(limits("2024-03-01"))
