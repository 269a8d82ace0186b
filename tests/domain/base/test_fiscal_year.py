"""Fiscal years: read in every form offices use, kept as a number, answered with their name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from domain.base import event
from domain.base.values.fiscal_year import (
    EARLIEST,
    LATEST,
    FiscalYear,
    first_day,
    fiscal_year_of,
    label,
    last_day,
    parse_fiscal_year,
    view,
)

FISCAL_YEAR: TypeAdapter[int] = TypeAdapter(FiscalYear)
fiscal_years = st.integers(EARLIEST, LATEST)


class Stored(BaseModel):
    """A record with a fiscal year, as an event has it."""

    fiscal_year: FiscalYear


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("R6", 2024),
        ("r6", 2024),
        ("Ｒ６", 2024),
        ("R06", 2024),
        ("R6年度", 2024),
        ("令6年度", 2024),
        ("令和6年度", 2024),
        ("令和６年度", 2024),
        ("令和 6 年度", 2024),
        ("令和6", 2024),
        ("2024", 2024),
        ("２０２４", 2024),
        ("2024年度", 2024),
        ("FY2024", 2024),
        (2024, 2024),
        ("H31", 2019),
        ("平成31年度", 2019),
        ("令和元年度", 2019),
        ("R1", 2019),
        ("平成30年度", 2018),
        ("平成元年度", 1989),
        ("S63", 1988),
    ],
)
def test_a_fiscal_year_is_read_in_every_form_offices_use(written: object, year: int) -> None:
    """Letter, era name, Western number, either width: all give the number of the year."""
    assert FISCAL_YEAR.validate_python(written) == year


@pytest.mark.parametrize("written", ["令和6年", "R6年", "2024年"])
def test_a_calendar_year_is_not_taken_for_a_fiscal_year(written: str) -> None:
    """令和6年 is not 令和6年度: who means the latter is asked to write it."""
    with pytest.raises(ValueError, match="calendar year"):
        parse_fiscal_year(written)


@pytest.mark.parametrize(
    ("written", "right"),
    [("平成32年度", "令和2年度"), ("S64", "平成元年度"), ("R0", "平成30年度")],
)
def test_a_fiscal_year_that_its_era_never_had_is_refused(written: str, right: str) -> None:
    """The message gives the name that the year bears."""
    with pytest.raises(ValueError, match=right):
        parse_fiscal_year(written)


@pytest.mark.parametrize(
    "value",
    ["", "6", "24", 6, 1946, 2101, "1946", "R6.5", "X6", "R6-R8", True, 2024.0, None, "２４"],
)
def test_what_is_no_fiscal_year_is_refused(value: object) -> None:
    """Nothing is guessed: no short years, no floats, no truth values."""
    with pytest.raises(ValidationError, match="expected a fiscal year"):
        FISCAL_YEAR.validate_python(value)


@pytest.mark.parametrize(
    ("day", "year", "name"),
    [
        (date(2024, 3, 31), 2023, "令和5年度"),
        (date(2024, 4, 1), 2024, "令和6年度"),
        (date(2025, 3, 31), 2024, "令和6年度"),
        (date(2025, 4, 1), 2025, "令和7年度"),
        (date(2026, 11, 23), 2026, "令和8年度"),
        (date(2019, 4, 30), 2019, "令和元年度"),
        (date(2019, 5, 1), 2019, "令和元年度"),
        (date(2019, 3, 31), 2018, "平成30年度"),
        (date(1989, 1, 8), 1988, "昭和63年度"),
    ],
)
def test_a_day_lies_in_the_fiscal_year_that_began_on_1_april(
    day: date, year: int, name: str
) -> None:
    """January to March belong to the year before; 2019 is 令和元年度 from its first day on."""
    assert (fiscal_year_of(day), label(fiscal_year_of(day))) == (year, name)


@given(fiscal_years)
def test_first_and_last_day_lie_in_their_fiscal_year_and_their_neighbours_do_not(year: int) -> None:
    """A fiscal year is exactly the days from its first to its last."""
    first, last = first_day(year), last_day(year)

    assert fiscal_year_of(first) == fiscal_year_of(last) == year
    assert last + timedelta(days=1) == date(year + 1, 4, 1)
    assert first - timedelta(days=1) == date(year, 3, 31)


@given(fiscal_years)
def test_a_fiscal_year_is_read_back_from_its_name(year: int) -> None:
    """What we print, we accept."""
    assert parse_fiscal_year(label(year)) == year


@given(st.dates(event.EARLIEST, event.LATEST))
def test_every_day_that_a_record_can_be_about_lies_in_a_year_with_a_name(day: date) -> None:
    """Also before April 1947, though no field accepts that year: 1924 may be mistyped for 2024."""
    year = fiscal_year_of(day)
    assert first_day(year) <= day <= last_day(year)
    assert label(year)


def test_a_record_keeps_a_fiscal_year_as_its_plain_number() -> None:
    """Whatever was typed, an event holds 2024 and is read back from it."""
    stored = Stored.model_validate({"fiscal_year": "令和６年度"}).model_dump_json()

    assert stored == '{"fiscal_year":2024}'
    assert Stored.model_validate_json(stored).fiscal_year == 2024


def test_an_answer_gives_a_fiscal_year_with_its_name() -> None:
    """The API returns number and label."""
    assert view(2024).model_dump() == {"fiscal_year": 2024, "label": "令和6年度"}


def test_the_schema_says_that_a_fiscal_year_may_be_sent_as_number_or_text() -> None:
    """A client that reads the schema may send 2024 or R6."""
    accepted = FISCAL_YEAR.json_schema(mode="validation")

    assert {option["type"] for option in accepted["anyOf"]} == {"integer", "string"}
