"""What is still to come in the lives of made-up things, and when somebody enters it."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import heappop, heappush

from tests.made_up.desk import Desk

Life = Iterator[date]
"""The life of one thing: each time it gives the day of what comes next, and goes on from there."""


class Agenda:
    """Lives that go on, in the order in which what comes next is entered."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing to come."""
        self._desk = desk
        self._waiting: list[tuple[date, int, Life]] = []
        self._begun = 0

    def begin(self, life: Life) -> None:
        """Let a life begin today."""
        self._begun += 1
        self._go_on(life, self._begun)

    def go_on(self) -> bool:
        """Enter what is due today in one of the lives; say whether anything was."""
        if not self._waiting or self._waiting[0][0] > self._desk.today:
            return False
        _, number, life = heappop(self._waiting)
        self._go_on(life, number)
        return True

    def _go_on(self, life: Life, number: int) -> None:
        happens = next(life, None)
        if happens is not None:
            heappush(self._waiting, (happens + self._late(), number, life))

    def _late(self) -> timedelta:
        chance = self._desk.chance
        how = chance.random()
        if self._desk.taking_over or how < 0.85:
            return chance.days(0, 2)
        return chance.days(3, 20) if how < 0.97 else chance.days(21, 150)
