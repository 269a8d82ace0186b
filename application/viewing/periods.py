"""Fiscal years and their quarters, as views group by them."""

from datetime import date
from typing import Annotated, NamedTuple

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


By = Annotated[Length, Label("期間の長さ", "by", "quarter")]
PeriodName = Annotated[str, Label("期間", "period", "令和6年度 第1四半期")]


def period_of(day: date, by: Length) -> Period:
    """Give the period that a day lies in."""
    quarter = (day.month - 4) % 12 // 3 + 1 if by is Length.QUARTER else None
    return Period(fiscal_year_of(day), quarter)
