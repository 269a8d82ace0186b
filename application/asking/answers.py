"""What is answered to a question about a projection: rows, and every word needed to trust them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, get_type_hints

from application.asking.moments import AsOf, as_of
from application.asking.query import (
    FoundRow,
    Question,
    Stopped,
    continued,
    cursor_after,
    day_asked,
    sealed_fields,
)
from application.evidence.sentences import sentence
from application.evidence.told import events_at
from application.plain import plain
from application.ports import Log
from application.projecting.projection import Condition, Projection
from application.recorded import JAPAN, how_recorded
from application.service import Consortium
from domain.base.fields import Year
from domain.base.values.fiscal_year import label as fiscal_year_label
from domain.base.words import Label

ERASED = "［消去済み］"
SIMULATED = Label(
    "この記録の時計は模擬です。記録時点は実際の入力時刻ではありません。",
    "This log's clock is simulated: its times of recording are not real ones.",
)
AHEAD = Label(
    "求められた記録時点はまだ来ていません。その時までに記録されることは、まだ入っていません。",
    "The moment asked for lies ahead: what will have been recorded by then is not in it yet.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as people and programs put it."""

    valid_on: date | None = None
    as_of: str | None = None
    cursor: str | None = None
    limit: int = 50
    where: Mapping[str, Any] = field(default_factory=dict)
    opened: bool = False


def answer(consortium: Consortium, projection: Projection[Any], asked: Asked) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and a replay."""
    log, where = consortium.log, asked.where
    day = day_asked(projection, asked.valid_on, consortium.today())
    after = None
    if asked.cursor:
        # Later pages answer about the moment and the day of the first.
        given = [(asked.as_of, asked.valid_on)]
        further = continued(log, projection, asked.cursor, given, where)
        (moment,), (day,), after = further.moments, further.days, further.after
        position: int | None = moment.position
    else:
        moment = as_of(log, asked.as_of)
        position = None if moment.now else moment.position
    wanted = _by_positions(log, projection, where)
    found = consortium.rows.find(
        projection, Question(position, day, after, asked.limit + 1, wanted)
    )
    page = found.rows[: asked.limit]
    opened = _opened(consortium, projection, page) if asked.opened else None
    sentences = {} if projection.has_day else _sentences(consortium, page)
    more = len(found.rows) > asked.limit
    found_at = replace(moment, position=found.position)
    how = Counter(_how(row) for row in page)
    return {
        "projection": {"name": projection.name, "version": found.version},
        **heading(
            consortium,
            found.position,
            moment,
            day,
            taken_over=how["taken_over"],
            also=stopped_at(found.stopped),
        ),
        "items": [item(projection, row, opened) | sentences.get(row.position, {}) for row in page],
        "recorded": dict(sorted(how.items())),
        "next_cursor": cursor_after(projection, page[-1].key, [(found_at, day)], where)
        if more
        else None,
    }


def _by_positions(
    log: Log, projection: Projection[Any], where: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Give the conditions with days of recording as the positions that they begin and end at."""
    days = {
        one.name: _at_position(log, one, where[one.name])
        for one in projection.conditions
        if one.name in where and one.columns == ("position",)
    }
    return {**where, **days}


def _at_position(log: Log, condition: Condition, day: date) -> int:
    if condition.side == ">=":
        return as_of(log, (day - timedelta(days=1)).isoformat()).position + 1
    return as_of(log, day.isoformat()).position


def heading(  # noqa: PLR0913 - each is one thing that an answer says of itself
    consortium: Consortium,
    position: int,
    moment: AsOf,
    day: date | None,
    *,
    taken_over: int = 0,
    also: Sequence[Label] = (),
) -> dict[str, Any]:
    """Give what every answer says of itself: whose record, which moment, and what to know.

    `taken_over` is how many of the facts answered with were taken over from earlier records;
    `also` are notes of the answer's own.
    """
    log = consortium.log
    notes = [
        *([SIMULATED] if log.clock == "simulated" else []),
        *([AHEAD] if moment.ahead_of(consortium.today()) else []),
        *([_nothing_yet(consortium)] if position == 0 else []),
        *([_taken_over(taken_over)] if taken_over else []),
        *also,
    ]
    return {
        "consortium": consortium.name,
        "log": {"origin": log.origin, "clock": log.clock},
        "as_of": stated(log, position, moment),
        "valid_on": plain(day),
        "notes": [plain(note) for note in notes],
    }


def stopped_at(stopped: Stopped | None) -> list[Label]:
    """Give the note of an answer whose projection has stopped."""
    if stopped is None:
        return []
    return [
        Label(
            f"この一覧の集計は位置 {stopped.failed_at} の事実で止まっています。"
            f"位置 {stopped.position} より後のことは入っていません。",
            f"This list has stopped at the event at position {stopped.failed_at}: what came after"
            f" position {stopped.position} is not in it.",
        )
    ]


def stated(log: Log, position: int, moment: AsOf) -> dict[str, Any]:
    """Give a position that was answered at, when it was recorded, and how it was asked for."""
    recorded_at = moment.recorded_at if moment.position == position else log.time_of(position)
    return {"position": position, "recorded_at": plain(recorded_at), "asked": moment.asked}


def _nothing_yet(consortium: Consortium) -> Label:
    opened = consortium.log.time_of(1)
    on = opened.astimezone(JAPAN).date().isoformat() if opened else ""
    return Label(
        f"この時点までに何も記録されていません。記録を開いたのは {on} です。",
        f"Nothing had been recorded by then; the log was opened on {on}.",
    )


def _taken_over(facts: int) -> Label:
    return Label(
        f"このうち {facts} 件は以前の資料から引き継いだものです。引き継いだ日より前のことは、"
        "この記録では確かめられません。",
        f"{facts} of these were taken over from earlier records: of the time before they were, this"
        " record proves nothing.",
    )


def item(
    projection: Projection[Any], found: FoundRow, opened: Mapping[str, str] | None
) -> dict[str, Any]:
    """Give one row as plain values, with what is known of how it came to be recorded."""
    row = {f.name: plain(getattr(found.row, f.name)) for f in fields(found.row)}
    for name in _fiscal_years(projection):
        row[name] = {"fiscal_year": row[name], "label": fiscal_year_label(row[name])}
    if opened is not None:
        for name in sealed_fields(projection.row):
            row[name] = opened.get(row[name], ERASED) if row[name] else None
    if projection.has_day:
        row["since"] = plain(found.valid_from)
    row["recorded"] = {
        "position": found.position,
        "at": plain(found.recorded_at),
        "how": _how(found),
        "stream": plain(found.stream),
        "version": found.version,
    }
    return row


def _sentences(
    consortium: Consortium, rows: Sequence[FoundRow]
) -> dict[int, dict[str, dict[str, str]]]:
    """Tell by position what the events said that rows about the record itself stand for."""
    events = events_at(consortium.log, {row.position for row in rows}, {row.stream for row in rows})
    told = {position: sentence(recorded.event) for position, recorded in events.items()}
    return {at: {"sentence": plain(said)} for at, said in told.items()}


def _how(found: FoundRow) -> str:
    return how_recorded(found.valid_from, found.recorded_at, taken_over=found.taken_over)


def _opened(
    consortium: Consortium, projection: Projection[Any], rows: Sequence[FoundRow]
) -> dict[str, str]:
    names = sealed_fields(projection.row)
    digests = {getattr(found.row, name) for found in rows for name in names} - {None}
    return consortium.vault.open(sorted(digests)) if digests else {}


@cache
def _fiscal_years(projection: Projection[Any]) -> tuple[str, ...]:
    hints = get_type_hints(projection.row, include_extras=True)
    return tuple(name for name, hint in hints.items() if hint == Year)
