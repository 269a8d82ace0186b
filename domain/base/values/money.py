"""Amounts: whole yen and whole minutes.

Both are strict integers (no bool, float or text) and stay within ±(2^53 - 1),
so that a browser that checks a bundle adds them exactly.
"""

from typing import Annotated, Final

from pydantic import Field

LARGEST: Final = 2**53 - 1
"""The largest amount that every reader of our data holds exactly."""

Yen = Annotated[int, Field(strict=True, ge=0, le=LARGEST)]
"""An amount of money in yen, never negative: a price, a payment, a budget."""

Minutes = Annotated[int, Field(strict=True, ge=0, le=LARGEST)]
"""A length of time in minutes, never negative."""


def yen_from_thousands(thousands: int) -> int:
    """Turn an amount printed in 千円, as budgets and grant plans are, into yen."""
    return thousands * 1_000
