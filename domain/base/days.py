"""What was said to be true from a day on, and what of it is true on a day."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

T = TypeVar("T")


def said_on(said: Iterable[tuple[date, T]], day: date) -> T | None:
    """Give what holds on `day`, or None if nothing had been said for it.

    `said` is in the order of recording. The latest day up to `day` counts, and of that day what
    was recorded last, so an entry about an earlier day does not undo what is true later.
    """
    until = [each for each in said if each[0] <= day]
    return max(reversed(until), key=lambda each: each[0])[1] if until else None
