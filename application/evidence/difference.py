"""Difference: which rows a projection answers with at two moments, and what made them differ."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Annotated, Any, get_type_hints

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from application.asking.answers import heading, item, stated, stopped_at
from application.asking.comparison import Moment
from application.asking.moments import as_of
from application.asking.plain import plain
from application.asking.query import (
    Comparison,
    Differing,
    FoundRow,
    continued,
    cursor_after,
    day_asked,
)
from application.evidence.sentences import worded
from application.evidence.told import events_at, told, unlisted
from application.projecting.projection import Projection
from application.recorded import Recorded
from application.service import Consortium
from domain.base.marks import marks_of_type
from domain.base.words import Label

SINCE = "since"
ALIKE = Label(
    "二つの時点の内容に違いはありません。", "At both moments the answer is one and the same."
)


class WrongOrder(ValueError):  # noqa: N818 - an outcome
    """The moment to compare from comes after the moment to compare with."""

    def __init__(self, earlier: int, later: int) -> None:
        """Name both positions."""
        super().__init__(f"position {earlier} comes after position {later}; turn them round")


@dataclass(frozen=True, slots=True)
class DifferenceAsked:
    """Two moments of recording as people put them, and a day for both or one for each."""

    earlier: str
    later: str | None = None
    valid_on: date | None = None
    earlier_valid_on: date | None = None
    cursor: str | None = None
    limit: int = 50


def difference(
    consortium: Consortium, projection: Projection[Any], asked: DifferenceAsked
) -> dict[str, Any]:
    """Answer with plain values, the same for the API and the command line.

    Raises `NotAMoment` for a moment that cannot be read, `DayNotAsked` for a day that the
    projection does not have, `WrongOrder`, and `CursorUnread` as `continued` does.
    """
    log, today = consortium.log, consortium.today()
    day = day_asked(projection, asked.valid_on, today)
    earlier_day = day_asked(projection, asked.earlier_valid_on, day or today)
    after = None
    if asked.cursor:
        # Later pages compare the moments and the days of the first.
        given = [(asked.earlier, asked.earlier_valid_on), (asked.later, asked.valid_on)]
        further = continued(log, projection, asked.cursor, given)
        (start, end), (earlier_day, day), after = further.moments, further.days, further.after
        later_position: int | None = end.position
    else:
        start, end = as_of(log, asked.earlier, "from"), as_of(log, asked.later, "to")
        later_position = None if end.now else end.position
    if start.position > end.position:
        raise WrongOrder(start.position, end.position)
    earlier = Moment(start.position, earlier_day)
    comparison = Comparison(earlier, later_position, day, after, asked.limit + 1)
    found = consortium.rows.compare(projection, comparison)
    page = found.rows[: asked.limit]
    events = _events(consortium, page)
    listed = {at: one for at, one in events.items() if one.event.LISTED}
    changes = [_change(projection, one, listed) for one in page]
    kinds = Counter(change["change"] for change in changes)
    more = len(found.rows) > asked.limit
    compared_with = replace(end, position=found.later.position)
    notes = [
        *stopped_at(found.stopped),
        *([] if page else [ALIKE]),
        *unlisted(len(events) - len(listed)),
    ]
    return {
        "projection": {"name": projection.name, "version": found.version},
        **heading(
            consortium,
            found.later.position,
            end,
            found.later.day,
            taken_over=sum(one.by.taken_over for one in listed.values()),
            also=notes,
        ),
        "from": {
            "as_of": stated(log, start.position, start),
            "valid_on": plain(earlier_day),
        },
        "changes": changes,
        "counts": {kind: kinds[kind] for kind in ("added", "removed", "changed")},
        "next_cursor": cursor_after(
            projection, page[-1].key, [(start, earlier_day), (compared_with, day)]
        )
        if more
        else None,
    }


def _events(consortium: Consortium, page: Sequence[Differing]) -> dict[int, Recorded]:
    positions = {at for one in page for at in one.causes}
    streams = {row.stream for one in page for row in (one.before, one.after) if row}
    return events_at(consortium.log, positions, streams)


def _change(
    projection: Projection[Any], differing: Differing, events: Mapping[int, Recorded]
) -> dict[str, Any]:
    before, after = differing.before, differing.after
    fields = [shown.told(before, after) for shown in _shown(projection)]
    return {
        "key": differing.key,
        "change": "changed" if before and after else "added" if after else "removed",
        "fields": [field for field in fields if field],
        "before": item(projection, before, None) if before else None,
        "after": item(projection, after, None) if after else None,
        "events": [
            told(events[at]).model_dump(mode="json") for at in differing.causes if at in events
        ],
    }


@dataclass(frozen=True, slots=True)
class _Shown:
    """How one field of a projection's rows is told."""

    name: str
    label: Label
    info: FieldInfo
    read: TypeAdapter[Any]

    def told(self, before: FoundRow | None, after: FoundRow | None) -> dict[str, Any] | None:
        """Give what the field was and is, in plain values and in words; None if it is the same."""
        was, now = (self._of(found) for found in (before, after))
        if was == now:
            return None
        from_, to = (worded(self.read.validate_python(value), self.info) for value in (was, now))
        both = before is not None and after is not None
        ja, en = (
            f"{was} → {now}" if both else now if after else was
            for was, now in ((from_.ja, to.ja), (from_.en, to.en))
        )
        return {
            "field": self.name,
            "before": plain(was),
            "after": plain(now),
            "words": {"ja": f"{self.label.ja}: {ja}", "en": f"{self.label.en}: {en}"},
        }

    def _of(self, found: FoundRow | None) -> Any:  # noqa: ANN401 - a field of a row
        if found is None:
            return None
        return found.valid_from if self.name == SINCE else getattr(found.row, self.name)


@cache
def _shown(projection: Projection[Any]) -> tuple[_Shown, ...]:
    hints = get_type_hints(projection.row, include_extras=True)
    if projection.has_day:
        hints |= {SINCE: Annotated[date, Label("この日から", "since")]}
    return tuple(
        _Shown(
            name,
            marks_of_type(hint, Label)[0],
            FieldInfo.from_annotation(hint),
            TypeAdapter(hint | None),
        )
        for name, hint in hints.items()
    )
