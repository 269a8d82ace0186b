"""Amounts are whole yen and whole minutes, and nothing else is taken for them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.base.values.money import LARGEST, Minutes, Yen, yen_from_thousands

YEN: TypeAdapter[int] = TypeAdapter(Yen)
MINUTES: TypeAdapter[int] = TypeAdapter(Minutes)


@pytest.mark.parametrize("amount", [0, 1, 30_253_000, LARGEST])
def test_a_whole_number_is_an_amount(amount: int) -> None:
    """Zero and everything above are yen and minutes alike."""
    for kind in (YEN, MINUTES):
        assert kind.validate_python(amount) == amount


@pytest.mark.parametrize("value", [True, False, 1.0, 1.5, "1000", "1,000", None, LARGEST + 1])
def test_what_is_not_a_whole_number_within_reach_is_no_amount(value: object) -> None:
    """No truth value, float or text becomes money, and no browser would round it."""
    for kind in (YEN, MINUTES):
        with pytest.raises(ValidationError):
            kind.validate_python(value)


@pytest.mark.parametrize("text", ["true", "1.0", '"1000"'])
def test_json_is_read_as_strictly(text: str) -> None:
    """What arrives over the API is not converted either."""
    with pytest.raises(ValidationError):
        YEN.validate_json(text)


def test_an_amount_is_not_negative() -> None:
    """Neither money nor time is less than nothing."""
    for kind in (YEN, MINUTES):
        with pytest.raises(ValidationError):
            kind.validate_python(-1)


def test_the_budget_of_reiwa_6_adds_up_in_yen() -> None:
    """The six lines of the plan, printed in thousands, give its total of 30,253."""
    lines = [yen_from_thousands(line) for line in (195, 5697, 5500, 11615, 1846, 5400)]

    assert sum(YEN.validate_python(line) for line in lines) == 30_253_000
