"""How rows follow from a stream: the one fold behind live, rebuild, as of and check."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from application.projections.projection import Projection, Rows, Said, Time
from application.recorded import Recorded
from domain.base.event import Correction, Void, effective


@dataclass(frozen=True, slots=True)
class Change:
    """What one event changed: rows that no longer stand in the record, and rows that now do."""

    closed: tuple[Said, ...] = ()
    opened: tuple[Said, ...] = ()


@dataclass(slots=True)
class StreamFold:
    """One projection's rows of one stream, event by event."""

    projection: Projection[Any]
    _rows: Rows[Any] = field(default_factory=Rows)
    _said: dict[tuple[str, int], Said] = field(default_factory=dict)
    _last: tuple[Any, int] | None = None

    def follow(self, history: Sequence[Recorded]) -> Change:
        """Take in the last event of `history`, which holds the stream from its beginning."""
        new = history[-1]
        if self.projection.time is Time.AS_RECORDED:
            return Change(opened=self._say(new))
        order = (new.event.effective_on, new.version)
        in_order = self._last is None or self._last < order
        if in_order and not isinstance(new.event, Correction | Void):
            self._last = order
            return Change(opened=self._say(new))
        return self._refold(history)

    def _say(self, recorded: Recorded) -> tuple[Said, ...]:
        self.projection.fold(self._rows, recorded)
        said = tuple(
            Said(
                key=key,
                version=recorded.version,
                valid_from=recorded.event.effective_on,
                position=recorded.position,
                taken_over=recorded.by.taken_over,
                row=row,
            )
            for key, row in self._rows.take_changes().items()
        )
        self._said.update({(one.key, one.version): one for one in said})
        return said

    def _refold(self, history: Sequence[Recorded]) -> Change:
        # A correction, a voiding or an entry about an earlier day can change what later events
        # came to say. Streams are short, so they are folded again from their beginning.
        before = self._said
        self._rows, self._said, self._last = Rows(), {}, None
        for recorded in in_order_of_days(history):
            self._last = (recorded.event.effective_on, recorded.version)
            self._say(recorded)
        return Change(
            closed=tuple(s for key, s in before.items() if self._said.get(key) != s),
            opened=tuple(s for key, s in self._said.items() if before.get(key) != s),
        )


def in_order_of_days(history: Sequence[Recorded]) -> list[Recorded]:
    """Give the effective events of a stream in the order of the days on which they are true."""
    by_version = {recorded.version: recorded for recorded in history}
    holds = effective([(recorded.version, recorded.event) for recorded in history])
    return [
        replace(by_version[version], event=event)
        for version, event in sorted(holds, key=lambda item: (item[1].effective_on, item[0]))
    ]
