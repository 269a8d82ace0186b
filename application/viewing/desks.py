"""At which desk an evaluator's entries were made, and what a finding said before it was changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from application.projecting.fold import in_order_of_days
from application.recorded import Recorded
from domain.base.event import Correction, Void, reached, voided
from domain.evaluation import events as e

Fact = tuple[UUID, int]


class Opened(NamedTuple):
    """A desk, whether or not its opening was voided; desks are counted from 1."""

    number: int
    event: e.DeskOpened
    recorded: Recorded
    holds: bool


class Found(NamedTuple):
    """How often a finding of one fact was recorded, corrected or voided, and the change before.

    `desk` is that of the last of these, `before` what the evaluation said of the fact until then.
    """

    times: int
    desk: int
    before: e.FactExamined | None


class Desks:
    """What was recorded of one evaluation, voided entries included, up to a day.

    A desk is 0 where none was open; it stays open until its opening is voided.
    """

    def __init__(self, told: Sequence[Recorded], day: date) -> None:
        """Go through all that was recorded, in that order."""
        # What mends holds at once, whatever its day.
        self._told = [
            one
            for one in told
            if one.event.effective_on <= day or isinstance(one.event, Correction | Void)
        ]
        history = [(one.version, one.event) for one in told]
        self._reached, self._voided = reached(history), voided(history)
        self._opened: dict[int, int] = {}
        self._open_at: dict[int, int] = {}
        now = 0
        for one in told:
            self._open_at[one.version] = now
            if isinstance(one.event, e.DeskOpened):
                now = self._opened[one.version] = len(self._opened) + 1
            elif isinstance(one.event, Void) and self._opened.get(one.event.voids) == now:
                now = 0
        self._changed = {target: one.version for one in told for target in self._mended(one)}

    def opened(self) -> Iterator[Opened]:
        """Give the desks, the voided ones too."""
        for one in self._told:
            if isinstance(one.event, e.DeskOpened):
                holds = one.version not in self._voided
                yield Opened(self._opened[one.version], one.event, one, holds)

    def of(self, recorded: Recorded) -> int:
        """Give the desk that was open when an entry was made, or corrected for the last time."""
        return self._open_at[self._changed.get(recorded.version, recorded.version)]

    def examined(self) -> dict[Fact, Found]:
        """Give of each fact that was ever examined how its finding came about."""
        versions: dict[Fact, list[int]] = {}
        fact_of: dict[int, Fact] = {}
        for one in self._told:
            if isinstance(one.event, e.FactExamined):
                fact = fact_of[one.version] = (one.event.fact, one.event.fact_version)
                versions.setdefault(fact, []).append(one.version)
            for target in self._mended(one):
                if target in fact_of:
                    versions[fact_of[target]].append(one.version)
        return {
            fact: Found(len(each), self._open_at[each[-1]], self._before(fact, each))
            for fact, each in versions.items()
        }

    def _before(self, fact: Fact, versions: Sequence[int]) -> e.FactExamined | None:
        if len(versions) == 1:
            return None
        earlier = in_order_of_days([one for one in self._told if one.version < versions[-1]])
        found = [one.event for one in earlier if isinstance(one.event, e.FactExamined)]
        return next(
            (each for each in reversed(found) if (each.fact, each.fact_version) == fact), None
        )

    def _mended(self, one: Recorded) -> Iterator[int]:
        """Give the version that an entry corrects or voids, if it does."""
        if isinstance(one.event, Correction):
            yield self._reached[one.version]
        elif isinstance(one.event, Void):
            yield self._reached.get(one.event.voids, one.event.voids)
