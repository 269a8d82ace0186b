"""Japanese dates: written with the era, read as people type them, and read from Excel serials.

The era changes on the first day of the new one, which already belongs to it
(Meiji 45-07-30 is written 大正元年7月30日); the first year is 元年.
Days before 1873-01-01, when Japan took the Gregorian calendar, are refused.
Source: 元号法 and the ordinances under it; 明治5年太政官布告第337号 for the calendar.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from domain.base.values.text import plain_code


@dataclass(frozen=True, slots=True)
class Era:
    """A Japanese era, from its first to its last day."""

    letter: str
    kanji: str
    english: str
    first_day: date
    last_day: date

    def calendar_year(self, year_of_era: int) -> int:
        """Give the calendar year of a year of this era: 令和6年 is 2024."""
        return self.first_day.year + year_of_era - 1


class YearMonth(NamedTuple):
    """A month of the calendar, equal to the plain pair ``(2025, 2)``."""

    year: int
    month: int


_FIRST_DAYS: Final = (
    ("M", "明治", "Meiji", date(1868, 1, 25)),
    ("T", "大正", "Taisho", date(1912, 7, 30)),
    ("S", "昭和", "Showa", date(1926, 12, 25)),
    ("H", "平成", "Heisei", date(1989, 1, 8)),
    ("R", "令和", "Reiwa", date(2019, 5, 1)),
)
_LAST_DAYS: Final = (
    *(after[3] - timedelta(days=1) for _, after in pairwise(_FIRST_DAYS)),
    date.max,
)
ERAS: Final = tuple(
    Era(*row, last_day) for row, last_day in zip(_FIRST_DAYS, _LAST_DAYS, strict=True)
)
"""The eras since 1868, oldest first."""

FIRST_YEAR: Final = 1873
"""The first year of the Gregorian calendar in Japan, and the first that is read or written here."""

ERA_YEAR: Final = (
    r"(?P<era>[MTSHR]|" + "|".join(f"{era.kanji}|{era.kanji[0]}" for era in ERAS) + ")"
    r"(?P<era_year>元|[0-9]{1,2})"
)
"""A regular expression for a year of an era, as in R6, 令6, 令和元."""

_YEAR = rf"(?:{ERA_YEAR}|(?P<year>[0-9]{{4}}))"
_DAY = re.compile(
    _YEAR + r"(?:年(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日"
    r"|(?P<sep>[./-])(?P<m2>[0-9]{1,2})(?P=sep)(?P<d2>[0-9]{1,2}))"
)
_MONTH = re.compile(_YEAR + r"(?:年(?P<m1>[0-9]{1,2})月|[./-](?P<m2>[0-9]{1,2}))")

_MONTHS_OF_A_YEAR: Final = 12
_FICTIONAL_LEAP_DAY: Final = 60
_EXCEL_1904_DAY_ZERO: Final = date(1904, 1, 1)


def era_on(day: date) -> Era:
    """Give the era to which a day belongs. Raises ValueError before 1873-01-01."""
    _refuse_old_calendar(day.year, str(day))
    return next(era for era in ERAS if era.first_day <= day <= era.last_day)


def era_written(match: re.Match[str]) -> tuple[Era, int]:
    """Give the era and its year from a match of `ERA_YEAR`."""
    word = match["era"]
    era = next(era for era in ERAS if word in {era.letter, era.kanji, era.kanji[0]})
    return era, 1 if match["era_year"] == "元" else int(match["era_year"])


def year_in_japanese(day: date) -> str:
    """Write the year of a day by its era and without a unit: 令和6, 令和元."""
    era = era_on(day)
    year_of_era = day.year - era.first_day.year + 1
    return f"{era.kanji}{'元' if year_of_era == 1 else year_of_era}"


def to_japanese(day: date) -> str:
    """Write a day as offices do: 令和6年5月1日, 令和元年5月1日.

    Raises ValueError before 1873-01-01.
    """
    return f"{year_in_japanese(day)}年{day.month}月{day.day}日"


def parse_japanese_date(text: str) -> date:
    """Read a day: R6.5.1, R6/5/1, 令和６年５月１日, 令和元年5月1日, 2024-05-01, 2024年5月1日.

    Raises ValueError for another form, a day that does not exist, and a day outside its era.
    """
    match = _DAY.fullmatch(plain_code(text))
    if match is None:
        raise ValueError(f"read {text!r}; expected a day like 令和6年5月1日, R6.5.1 or 2024-05-01")
    year, month = _year_and_month(match, text)
    number, length = int(match["d1"] or match["d2"]), monthrange(year, month)[1]
    if not 1 <= number <= length:
        raise ValueError(f"read {text!r}; expected a day from 1 to {length} for {year}-{month:02}")
    day = date(year, month, number)
    if match["era"]:
        era, _ = era_written(match)
        if era_on(day) != era:
            raise ValueError(
                f"read {text!r}, which lies outside {_span(era)}; expected {to_japanese(day)}"
            )
    return day


def parse_japanese_month(text: str) -> YearMonth:
    """Read a month: R6.5, 令和７年２月, 2024-05, 2024年5月.

    Raises ValueError for another form and for a month of which no day lies in its era.
    """
    match = _MONTH.fullmatch(plain_code(text))
    if match is None:
        raise ValueError(f"read {text!r}; expected a month like 令和6年5月, R6.5 or 2024-05")
    year, month = _year_and_month(match, text)
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if match["era"]:
        era, _ = era_written(match)
        if last < era.first_day or first > era.last_day:
            raise ValueError(
                f"read {text!r}, which lies outside {_span(era)}; expected a month of it"
            )
    return YearMonth(year, month)


def from_excel_serial(number: float, *, date1904: bool = False) -> date:
    """Turn the number that Excel keeps for a day into that day.

    `date1904` is the workbook's setting of the same name; on old Macs day 0 is 1904-01-01.
    Raises ValueError for a time of day, for 1900-02-29 (serial 60, a day that only Excel knows)
    and for what lies outside Excel's calendar.
    Source: ECMA-376 part 1, 18.17.4.1.
    """
    if isinstance(number, bool) or not float(number).is_integer():
        raise ValueError(f"read {number!r}; expected a whole number of days, without a time of day")
    days = int(number)
    if date1904:
        day_zero, first = _EXCEL_1904_DAY_ZERO, 0
    else:
        # Excel counts 1900 as a leap year, so from 1 March 1900 on its numbers are one too high.
        day_zero, first = date(1899, 12, 31 if days < _FICTIONAL_LEAP_DAY else 30), 1
    last = (date.max - day_zero).days
    if not first <= days <= last or (days == _FICTIONAL_LEAP_DAY and not date1904):
        raise ValueError(
            f"read {number!r}; expected an Excel day from {first} to {last}, and not 1900-02-29"
        )
    return day_zero + timedelta(days=days)


def _year_and_month(match: re.Match[str], text: str) -> tuple[int, int]:
    if match["year"]:
        year = int(match["year"])
    else:
        era, year_of_era = era_written(match)
        year = era.calendar_year(year_of_era)
    _refuse_old_calendar(year, text)
    month = int(match["m1"] or match["m2"])
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        raise ValueError(f"read {text!r}; expected a month from 1 to 12")
    return year, month


def _refuse_old_calendar(year: int, text: str) -> None:
    if year < FIRST_YEAR:
        raise ValueError(
            f"read {text!r}; expected {FIRST_YEAR} or later, years of the Gregorian calendar"
        )


def _span(era: Era) -> str:
    last_day = "" if era.last_day == date.max else f" to {era.last_day}"
    return f"{era.kanji} (from {era.first_day}{last_day})"
