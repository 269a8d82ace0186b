"""Fiscal years and their quarters, as views group by them."""

from datetime import date
from typing import Annotated, NamedTuple

from domain.base.values.fiscal_year import fiscal_year_of, label
from domain.base.words import Code, Label

FEW = 5
"""Below this, a count of persons may show one of them; the programme's usual threshold."""


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
Few = Annotated[bool, Label("5人未満（公表しない）", "fewer than 5: not for publication")]


def period_of(day: date, by: Length) -> Period:
    """Give the period that a day lies in."""
    quarter = (day.month - 4) % 12 // 3 + 1 if by is Length.QUARTER else None
    return Period(fiscal_year_of(day), quarter)


def is_few(*counts: int) -> bool:
    """Say whether one of these counts of persons is small, but not nobody."""
    return any(0 < count < FEW for count in counts)


def percent(part: int, whole: int) -> int | None:
    """Give a share in per cent, a half rounded up; None of nothing."""
    return per_head(100 * part, whole)


def per_head(total: int, heads: int) -> int | None:
    """Give what falls to each, a half rounded up; None if there is nobody."""
    return (2 * total + heads) // (2 * heads) if heads else None
