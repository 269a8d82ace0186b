"""How rows follow from a stream: the one fold behind live, rebuild, as of and check."""

from bisect import insort
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from typing import Any

from application.projecting.projection import Projection, Rows, Said
from application.recorded import Recorded
from domain.base.event import Correction, Mend, Void, effective, replaced

KEPT_EVERY = 8
"""After how many events the rows are kept, to go on from there."""

Change = tuple[Sequence[Said], Sequence[Said]]
"""What one event changed: rows that no longer stand in the record, and rows that now do."""


class StreamFold:
    """One projection's rows of one stream, event by event."""

    __slots__ = ("_fold", "_history", "_holding", "_kept", "_ordered", "_reaches", "_rows", "_said")

    def __init__(self, projection: Projection[Any]) -> None:
        """Start before the stream's first event."""
        self._fold = projection.fold
        self._ordered = projection.has_day
        self._history: list[Recorded] = []
        self._holding: list[Recorded] = []
        self._reaches: dict[int, int] = {}
        self._rows: Rows[Any] = Rows()
        self._said: list[list[Said]] = []
        self._kept: list[Rows[Any]] = []

    def follow(self, new: Recorded) -> Change:
        """Take in the stream's next event of those that the projection reads."""
        if not self._ordered:
            return (), self._say(new)
        event, holding = new.event, self._holding
        self._history.append(new)
        if isinstance(event, Mend):
            return self._refold(self._mended(new.version, event))
        if holding and event.effective_on < holding[-1].event.effective_on:
            # Nothing that was recorded before can have corrected or voided it.
            now = holding.copy()
            insort(now, new, key=_order)
            return self._refold(now)
        return (), self._take(new)

    def _mended(self, version: int, mend: Mend) -> list[Recorded]:
        if not isinstance(mend, Correction):
            return in_order_of_days(self._history)
        # Nothing has voided the newest event, and nothing came after it: what holds by now is all
        # that it looks at, and not the corrections before it.
        reached = self._reaches.get(mend.corrects, mend.corrects)
        self._reaches[version] = reached
        now = [was for was in self._holding if was.version != reached]
        for was in self._holding:
            if was.version == reached:
                insort(now, was._replace(event=replaced(was.event, mend.now)), key=_order)
        return now

    def _take(self, new: Recorded) -> list[Said]:
        said = self._say(new)
        self._holding.append(new)
        self._said.append(said)
        if len(self._holding) % KEPT_EVERY == 0:
            self._kept.append(self._rows.copy())
        return said

    def _say(self, recorded: Recorded) -> list[Said]:
        self._fold(self._rows, recorded)
        changes = self._rows.take_changes()
        if not changes:
            return []
        _, version, event, by, position, _ = recorded
        day, taken_over = event.effective_on, by.taken_over
        return [Said(key, version, day, position, taken_over, row) for key, row in changes.items()]

    def _refold(self, now: list[Recorded]) -> Change:
        # A correction, a voiding or an entry about an earlier day can change what later events
        # came to say: from the first that is not as it was, they are folded again.
        same = sum(1 for _ in takewhile(_is_same, zip(self._holding, now, strict=False)))
        kept = same // KEPT_EVERY
        start = kept * KEPT_EVERY
        before = _by_row(self._said[start:])
        del self._kept[kept:], self._holding[start:], self._said[start:]
        self._rows = self._kept[-1].copy() if kept else Rows()
        after = _by_row(self._take(recorded) for recorded in now[start:])
        return (
            [said for row, said in before.items() if after.get(row) != said],
            [said for row, said in after.items() if before.get(row) != said],
        )


def _by_row(said: Iterable[list[Said]]) -> dict[tuple[str, int], Said]:
    return {(one.key, one.version): one for each in said for one in each}


def in_order_of_days(history: Sequence[Recorded]) -> list[Recorded]:
    """Give the effective events of a stream in the order of the days on which they are true."""
    if not any(isinstance(recorded.event, Correction | Void) for recorded in history):
        return sorted(history, key=_order)
    by_version = {recorded.version: recorded for recorded in history}
    holds = effective([(recorded.version, recorded.event) for recorded in history])
    now = (by_version[version]._replace(event=event) for version, event in holds)
    return sorted(now, key=_order)


def _order(recorded: Recorded) -> tuple[date, int]:
    return recorded.event.effective_on, recorded.version


def _is_same(both: tuple[Recorded, Recorded]) -> bool:
    was, now = both
    return was is now or was == now
