"""Japanese dates: written as offices write them, read as people type them, never guessed."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base.values.era import (
    ERAS,
    era_on,
    from_excel_serial,
    parse_japanese_date,
    parse_japanese_month,
    to_japanese,
)

days = st.dates(date(1873, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2024, 5, 1), "令和6年5月1日"),
        (date(2025, 3, 31), "令和7年3月31日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1873, 1, 1), "明治6年1月1日"),
    ],
)
def test_a_day_is_written_with_its_era(day: date, written: str) -> None:
    """The day of change belongs to the new era, and its first year is 元年."""
    assert to_japanese(day) == written


@given(days)
def test_a_written_day_is_read_back(day: date) -> None:
    """Every day from 1873 to 2100 survives being written and read."""
    assert parse_japanese_date(to_japanese(day)) == day


@given(days, st.sampled_from("./-"))
def test_a_day_typed_with_an_era_letter_is_read(day: date, separator: str) -> None:
    """The short form that clerks type gives the same day as the long one."""
    era = era_on(day)
    typed = f"{era.letter}{day.year - era.first_day.year + 1}"

    assert parse_japanese_date(separator.join((typed, f"{day.month}", f"{day.day}"))) == day


@pytest.mark.parametrize(
    "written",
    [
        *("R6.5.1", "R6/5/1", "R6-5-1", "r6.05.01", "Ｒ６．５．１", "R6年5月1日"),
        *("令和6年5月1日", "令和６年５月１日", "令和 6年 5月 1日", "令6.5.1", "㋿6年5月1日"),
        *(
            "2024-05-01",
            "2024/5/1",
            "2024.5.1",
            "2024年5月1日",
            "２０２４年５月１日",
            "2024ー05ー01",
        ),
    ],
)
def test_a_day_is_read_in_every_form_people_type(written: str) -> None:
    """Era or Western year, any separator used throughout, either width."""
    assert parse_japanese_date(written) == date(2024, 5, 1)


@pytest.mark.parametrize("written", ["令和元年5月1日", "令和1年5月1日", "R1.5.1", "R元.5.1"])
def test_the_first_year_is_read_as_a_number_and_as_gannen(written: str) -> None:
    """元 and 1 are the same year."""
    assert parse_japanese_date(written) == date(2019, 5, 1)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("平成31年5月1日", "令和元年5月1日"),
        ("令和元年4月30日", "平成31年4月30日"),
        ("H32.1.1", "令和2年1月1日"),
        ("昭和64年1月8日", "平成元年1月8日"),
        ("平成元年1月7日", "昭和64年1月7日"),
        ("明治45年7月30日", "大正元年7月30日"),
    ],
)
def test_a_day_outside_its_era_is_refused_with_its_right_name(written: str, right: str) -> None:
    """The message says what was read and how the day is called."""
    with pytest.raises(ValueError, match=f"{written}.*{right}"):
        parse_japanese_date(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("令和6年2月30日", "from 1 to 29"),
        ("令和7年2月29日", "from 1 to 28"),
        ("2024-04-31", "from 1 to 30"),
        ("2024-05-00", "from 1 to 31"),
        ("2024-13-01", "month from 1 to 12"),
        ("R6.0.1", "month from 1 to 12"),
        ("1872-12-31", "1873 or later"),
        ("明治5年12月2日", "1873 or later"),
        ("0000-01-01", "1873 or later"),
    ],
)
def test_a_day_that_does_not_exist_is_refused(written: str, expected: str) -> None:
    """The message says what was read and what would be possible."""
    with pytest.raises(ValueError, match=f"{written}.*{expected}"):
        parse_japanese_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "R6.5",
        "5/1",
        "24/5/1",
        "6.5.1",
        "R6.5/1",
        "X6.5.1",
        "2024-05-01x",
        "20240501",
        "R100.1.1",
    ],
)
def test_what_is_not_written_as_a_day_is_refused(written: str) -> None:
    """Nothing is guessed: no missing year, no two-digit year, no mixed separators."""
    with pytest.raises(ValueError, match="expected a day like"):
        parse_japanese_date(written)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("R6.5", (2024, 5)),
        ("R6/5", (2024, 5)),
        ("R6年5月", (2024, 5)),
        ("令和７年２月", (2025, 2)),
        ("令和元年5月", (2019, 5)),
        ("平成31年4月", (2019, 4)),
        ("昭和64年1月", (1989, 1)),
        ("平成元年1月", (1989, 1)),
        ("2024-05", (2024, 5)),
        ("2024/5", (2024, 5)),
        ("2024年5月", (2024, 5)),
    ],
)
def test_a_month_is_read_with_its_year(written: str, month: tuple[int, int]) -> None:
    """A month may belong to two eras if a day of it lies in each."""
    assert parse_japanese_month(written) == month


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("平成31年5月", "outside 平成"),
        ("令和元年4月", "outside 令和"),
        ("R6.13", "month from 1 to 12"),
        ("明治5年12月", "1873 or later"),
        ("R6.5.1", "expected a month like"),
        ("5月", "expected a month like"),
        ("R6", "expected a month like"),
    ],
)
def test_what_is_no_month_of_its_era_is_refused(written: str, expected: str) -> None:
    """The message says what was read and what is expected."""
    with pytest.raises(ValueError, match=expected):
        parse_japanese_month(written)


def test_every_day_since_1873_belongs_to_exactly_one_era() -> None:
    """The eras follow one another without gap or overlap."""
    for before, after in pairwise(ERAS):
        assert before.last_day + timedelta(days=1) == after.first_day


def test_a_day_of_the_old_calendar_is_not_written() -> None:
    """Before 1873 Japan counted days otherwise, so we do not convert them."""
    with pytest.raises(ValueError, match="1873 or later"):
        to_japanese(date(1872, 12, 31))


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (45292, date(2024, 1, 1)),
        (45413, date(2024, 5, 1)),
        (45413.0, date(2024, 5, 1)),
        (2958465, date(9999, 12, 31)),
    ],
)
def test_an_excel_number_gives_the_day_that_excel_shows(number: float, day: date) -> None:
    """Also before March 1900, where Excel's leap year 1900 shifts the count."""
    assert from_excel_serial(number) == day


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (0, date(1904, 1, 1)),
        (60, date(1904, 3, 1)),
        (43951, date(2024, 5, 1)),
        (2957003, date(9999, 12, 31)),
    ],
)
def test_a_workbook_of_the_1904_system_counts_from_1904(number: float, day: date) -> None:
    """The same day has a number smaller by 1462."""
    assert from_excel_serial(number, date1904=True) == day


@pytest.mark.parametrize("number", [0, -1, 60, 2958466, 45413.5, float("nan"), float("inf"), True])
def test_an_excel_number_that_is_no_day_is_refused(number: float) -> None:
    """No day 0, no 1900-02-29, no time of day, nothing beyond the year 9999."""
    with pytest.raises(ValueError, match="expected"):
        from_excel_serial(number)


@pytest.mark.parametrize("number", [-1, 2957004])
def test_an_excel_number_outside_the_1904_system_is_refused(number: float) -> None:
    """Its calendar ends on the same day as the other."""
    with pytest.raises(ValueError, match="expected"):
        from_excel_serial(number, date1904=True)
