"""Months, years, fiscal years and their quarters, as views group by them."""

from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field

from domain.base.values.fiscal_year import fiscal_year_of, label
from domain.base.words import Code, Label


class Length(Code):
    """How long a period is."""

    QUARTER = "quarter", "四半期", "quarter"
    YEAR = "year", "年度", "fiscal year"


class Period(NamedTuple):
    """A fiscal year, or one of its quarters: 1 is April to June."""

    fiscal_year: int
    quarter: int | None

    @property
    def words(self) -> str:
        """Give its name."""
        return label(self.fiscal_year) + (f" 第{self.quarter}四半期" if self.quarter else "")


Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$"), Label("月", "month", "2024-10")]
CalendarYear = Annotated[int, Field(ge=1900, le=2199), Label("暦年", "calendar year", "2024")]
By = Annotated[Length, Label("期間の長さ", "by", "quarter")]
PeriodName = Annotated[str, Label("期間", "period", "令和6年度 第1四半期")]


def period_of(day: date, by: Length) -> Period:
    """Give the period that a day lies in."""
    quarter = (day.month - 4) % 12 // 3 + 1 if by is Length.QUARTER else None
    return Period(fiscal_year_of(day), quarter)
