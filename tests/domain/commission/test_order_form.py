"""The 12 items of an order form: where each field stands, and what has to be said."""

from collections import Counter
from typing import Any

import pytest

from domain.commission.order_form import ORDER_FORM, lacking
from domain.commission.terms import Terms
from tests.domain.commission.examples import TERMS

WHOLE: dict[str, Any] = TERMS | {
    "orderer_name": "架空町",
    "orderer_address": "架空町役場",
    "orderer_contact": "架空係",
    "quantity": "3件",
    "specification": "発話者ごとに改行",
    "rights": "transferred",
    "expense_bearer": "orderer",
    "on_changes": "協議する",
    "on_defects": "一度まで直す",
    "on_personal_data": "消去する",
}
RE_ENTRUSTED = {
    "entrusting": "re-entrusted",
    "original_orderer": "架空商事株式会社",
    "original_due": "2024-09-10",
}


def said(**other: object) -> Terms:
    """Give terms that say all 12 items, but for what a test does not want."""
    return Terms.model_validate(WHOLE | other)


def undecided(item: str) -> dict[str, str]:
    """Leave an item undecided."""
    return {"item": item, "reason": "client-undecided", "decide_by": "2024-07-20"}


def test_every_field_of_the_terms_stands_in_one_item() -> None:
    """Nothing that a resident is told is left off the form, and nothing stands there twice."""
    assert len(ORDER_FORM) == 12
    fields = Counter(name for item in ORDER_FORM for name in item.fields)
    assert set(fields.values()) == {1}
    assert Terms.model_fields.keys() - fields.keys() == {"undecided"}


def test_a_whole_form_lacks_nothing() -> None:
    """What is said only where there is something to say is not missed."""
    assert lacking(said()) == ()


@pytest.mark.parametrize(
    "name",
    [
        "orderer_name",
        "orderer_address",
        "orderer_contact",
        "quantity",
        "specification",
        "payment_due",
        "expense_bearer",
        "inspect_by",
        "on_changes",
        "on_defects",
        "rights",
        "on_personal_data",
    ],
)
def test_what_is_not_said_is_lacking(name: str) -> None:
    """That field, and no other."""
    assert lacking(said(**{name: None})) == (name,)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("quantity", "content"),
        ("payment_due", "payment"),
        ("expense_bearer", "expenses"),
        ("inspect_by", "inspection"),
        ("rights", "rights"),
    ],
)
def test_what_is_undecided_is_not_lacking(name: str, item: str) -> None:
    """As long as it is its own item that is left open."""
    assert lacking(said(**{name: None}, undecided=[undecided(item)])) == ()
    assert lacking(said(**{name: None}, undecided=[undecided("place")])) == (name,)


def test_a_monthly_closing_gives_the_due_date() -> None:
    """It need not be said as a day."""
    closing = {"closing_day": 31, "pay_months": 1, "pay_day": 31}
    assert lacking(said(payment_due=None, **closing)) == ()


@pytest.mark.parametrize("name", ["original_orderer", "original_due"])
def test_the_original_order_is_told_where_there_is_one(name: str) -> None:
    """Work that comes from another orderer has items of its own; other work has not."""
    assert lacking(said(**RE_ENTRUSTED)) == ()
    assert lacking(said(**RE_ENTRUSTED | {name: None})) == (name,)
