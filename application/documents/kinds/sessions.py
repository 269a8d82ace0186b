"""Sessions (面談): which were planned and held, and for how long; nothing of what was said."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CannotSay,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_worker
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.words import Label
from domain.mentorship import commands as c
from domain.mentorship import events as e
from domain.worker.commands import RegisterWorker

_OUTCOMES: dict[str, type[c.OfMentorship]] = {
    "held_on": c.HoldSession,
    "missed_on": c.MissSession,
    "cancelled_on": c.CancelSession,
}

COLUMNS = (
    column_of(RegisterWorker, "number", "番号", "メンティー番号", name="worker_number",
              required=True),
    column_of(c.RequestMentorship, "ordinal", "メンタリング番号"),
    column_of(c.PlanSession, "session", "回数", "面談回", required=True),
    day_of(c.PlanSession, "planned_on", "予定を立てた日", "planned on"),
    column_of(c.PlanSession, "planned_for"),
    column_of(c.PlanSession, "minutes", "面談時間", "所要時間"),
    day_of(c.HoldSession, "held_on", "実施日", "held on", "面談日"),
    day_of(c.MissSession, "missed_on", "不実施日", "missed on"),
    column_of(c.MissSession, "missed_by"),
    day_of(c.CancelSession, "cancelled_on", "取りやめ日", "cancelled on", "中止日"),
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every session of every mentorship."""
    return collect(consortium, "mentorship", _fold)


def _fold(
    _stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    first = holds[0].event
    if not isinstance(first, e.MentorshipRequested):
        return
    whose = {"worker_number": directory.numbers[first.mentee], "ordinal": first.ordinal}
    # The mentorship itself is known too, so that a session of none is told from a new one.
    yield _mentorship(whose), Known(whose, listed=False)
    rows: dict[int, dict[str, Any]] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.SessionPlanned():
                said = {"planned_on": day, "planned_for": event.planned_for}
                row = {**whose, "session": event.session, "minutes": event.minutes, **said}
                rows[event.session] = row
            case e.SessionHeld():
                rows[event.session] |= {"held_on": day, "minutes": event.minutes}
            case e.SessionMissed():
                rows[event.session]["missed_on"] = day
                if event.missed_by:
                    rows[event.session]["missed_by"] = event.missed_by
            case e.SessionCancelled():
                rows[event.session]["cancelled_on"] = day
    for row in rows.values():
        yield _key(row), Known(row)


def _mentorship(row: Row) -> str:
    return f"{row['worker_number']}|{row['ordinal']:02}"


def _key(row: Row) -> str:
    return f"{_mentorship(row)}|{row['session']:03}"


def settle(_place: Place, row: dict[str, Any], _record: Record) -> str:
    """A session is known by its mentee, the mentee's how many-eth mentorship, and its number."""
    row.setdefault("ordinal", 1)
    return _key(row)


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Plan a session, and record what became of it."""
    worker_id = known_worker(record, row)
    if _mentorship(row) not in record.rows:
        raise CannotSay(
            "worker_number",
            "このワーカーのメンタリングが記録されていません。先に mentorships を取り込んでください"
            " / this mentorship is not recorded",
        )
    mentorship_id = place.id_of("mentorship", f"{worker_id}|{row['ordinal']}")
    on: dict[str, Any] = {"programme": place.programme, "mentorship_id": mentorship_id}
    was = known.row if known else {}
    made: list[Command] = []
    if known is None:
        # A sheet of sessions that were held seldom says when they were planned.
        planned_for = row.get("planned_for") or row.get("held_on")
        if planned_for is None:
            need(row, "planned_for")
        need(row, "minutes")
        plan = ask(
            c.PlanSession, row, row.get("planned_on", planned_for), **on, planned_for=planned_for
        )
        made.append(plan)
    else:
        refuse_changes(row, was, c.CorrectSession, "planned_on", "planned_for")
        if not new_day(row, was, "held_on"):
            refuse_changes(row, was, c.CorrectSession, "minutes")
    for name, command in _OUTCOMES.items():
        if new_day(row, was, name):
            minutes: dict[str, Any] = {"minutes": row.get("minutes", was.get("minutes"))}
            more = minutes if command is c.HoldSession else {}
            made.append(ask(command, row, row[name], **on, **more))
        else:
            refuse_changes(row, was, c.CorrectSession, name)
    if not new_day(row, was, "missed_on"):
        refuse_changes(row, was, c.CorrectSession, "missed_by")
    return made


KIND = Kind(
    name="sessions",
    label=Label("面談", "Sessions"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.PlanSession, c.HoldSession, c.MissSession, c.CancelSession),
)
