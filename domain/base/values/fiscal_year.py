"""The fiscal year of national and local government (会計年度): 1 April to 31 March.

It bears the number of the year in which it begins: 2025-03-31 is in 令和7年 and in 令和6年度.
It is stored as that number (2024) and answered as ``{"fiscal_year": 2024, "label": "令和6年度"}``.
Source: 地方自治法208条.
"""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from domain.base.values.era import ERA_YEAR, era_written, year_in_japanese
from domain.base.values.text import plain_code

EARLIEST: Final = 1947
"""The year in which 地方自治法 came into force."""
LATEST: Final = 2100

_APRIL: Final = 4
_ERA_FORM: Final = re.compile(ERA_YEAR + r"(?P<unit>年度|年)?")
_PLAIN_FORM: Final = re.compile(r"(?:FY)?(?P<year>[0-9]{4})(?P<unit>年度|年)?")


def parse_fiscal_year(value: object) -> int:
    """Read a fiscal year: R6, 令和6年度, 令和６年度, H31, 平成31年度, 2024, "2024", FY2024.

    令和6年 and 2024年 are calendar years and are refused, as is a year that its era never had.
    Raises ValueError.
    """
    match value:
        case int():
            return _within_reach(value, value)
        case str():
            return _within_reach(_from_text(value), value)
        case _:
            raise _unread(value)


FiscalYear = Annotated[
    int,
    BeforeValidator(parse_fiscal_year, json_schema_input_type=int | str),
    Field(strict=True, ge=EARLIEST, le=LATEST),
]
"""A fiscal year: accepted in every form `parse_fiscal_year` reads, kept as the plain number."""


class FiscalYearView(BaseModel):
    """A fiscal year as it is answered: its number and its Japanese name."""

    model_config = ConfigDict(frozen=True)

    fiscal_year: int
    label: str


def label(fiscal_year: FiscalYear) -> str:
    """Give the official name: 令和6年度; 2019 is 令和元年度 as a whole.

    A fiscal year is named by the era on 1 May, which differs from its first day in 2019 only.
    Source: 「改元に伴う元号による年表示の取扱いについて」, 2019-04-01.
    """
    return f"{year_in_japanese(date(fiscal_year, 5, 1))}年度"


def view(fiscal_year: FiscalYear) -> FiscalYearView:
    """Give a fiscal year in the form in which it is answered."""
    return FiscalYearView(fiscal_year=fiscal_year, label=label(fiscal_year))


def first_day(fiscal_year: FiscalYear) -> date:
    """Give the 1 April on which a fiscal year begins."""
    return date(fiscal_year, _APRIL, 1)


def last_day(fiscal_year: FiscalYear) -> date:
    """Give the 31 March on which a fiscal year ends."""
    return date(fiscal_year + 1, 3, 31)


def day_within(fiscal_year: FiscalYear, month_and_day: str) -> date:
    """Give the day of a fiscal year that is written as month and day: 03-31."""
    stated = date.fromisoformat(f"{fiscal_year}-{month_and_day}")
    return stated if stated.month >= _APRIL else stated.replace(year=fiscal_year + 1)


def fiscal_year_of(day: date) -> int:
    """Give the number of the fiscal year in which a day lies.

    Also of one that no field accepts: an entry whose day was mistyped has to be seen where entries
    are counted by years, and must not stand in the way of all others.
    """
    return day.year if day.month >= _APRIL else day.year - 1


def _from_text(text: str) -> int:
    code = plain_code(text)
    match = _ERA_FORM.fullmatch(code) or _PLAIN_FORM.fullmatch(code)
    if match is None:
        raise _unread(text)
    if match["unit"] == "年":
        raise ValueError(
            f"read {text!r}, a calendar year; expected a fiscal year like {text.strip()}度"
        )
    if match.re is _PLAIN_FORM:
        return int(match["year"])
    era, year_of_era = era_written(match)
    year = era.calendar_year(year_of_era)
    # The name is good if a day from April to December of that year lies in the era.
    if era.first_day > date(year, 12, 31) or era.last_day < date(year, _APRIL, 1):
        raise ValueError(
            f"read {text!r}; {era.kanji} had no such fiscal year, expected {label(year)}"
        )
    return year


def _within_reach(year: int, read: object) -> int:
    if not EARLIEST <= year <= LATEST:
        raise ValueError(
            f"read {read!s}; expected a fiscal year from {EARLIEST} to {LATEST}, like 2024 or R6"
        )
    return year


def _unread(value: object) -> ValueError:
    return ValueError(f"read {value!r}; expected a fiscal year like R6, 令和6年度 or 2024")
