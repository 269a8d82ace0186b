"""Parts in mock work (模擬業務への参加): who joined, what came of it, and what was paid for it."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    Column,
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
from application.documents.references import known_worker, settle_evidence
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.mock_work import commands as c
from domain.mock_work import events as e
from domain.worker.commands import RegisterWorker

RESULT = ("result", "paid", "use", "evidence")
COLUMNS = (
    column_of(c.PlanMockTask, "number", name="task_number", required=True),
    column_of(RegisterWorker, "number", "番号", "参加者番号", name="worker_number", required=True),
    day_of(c.JoinMockTask, "joined_on", "参加日", "joined on", "申込日"),
    day_of(c.CompleteMockTask, "completed_on", "完了日", "completed on"),
    column_of(c.CompleteMockTask, "result", "評価"),
    column_of(c.CompleteMockTask, "paid", "謝金", "支払った謝金", "謝金（円）"),
    column_of(c.CompleteMockTask, "use"),
    day_of(c.DropMockTask, "dropped_on", "参加を終えた日", "ended taking part on"),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every worker's part in every piece of mock work."""
    return collect(consortium, c.PARTICIPATION, _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.MockTaskJoined():
                number = directory.numbers[event.worker_id]
                row |= {"task_number": event.task_number, "worker_number": number}
                row["joined_on"] = day
            case e.MockTaskCompleted():
                said = event.model_dump(include=set(RESULT), exclude_none=True)
                row |= {"completed_on": day, **said}
            case e.MockTaskDropped():
                row["dropped_on"] = day
    yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['task_number']}|{row['worker_number']}"


def settle(_place: Place, row: dict[str, Any], record: Record) -> str:
    """A part is known by the mock work and the worker."""
    settle_evidence(row, record)
    return _key(row)


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Join, and complete or end taking part, each on its own day."""
    made: list[Command] = []
    if known is None:
        need(row, "joined_on")
        join = ask(
            c.JoinMockTask,
            row,
            row["joined_on"],
            place.programme,
            task_id=place.id_of("mock-task", row["task_number"]),
            worker_id=known_worker(record, row),
        )
        was: Row = {}
        part = place.id_of(c.PARTICIPATION, join.opens())
        made.append(join)
    else:
        was, part = known.row, known.about
        refuse_changes(row, was, c.CorrectParticipation, "joined_on")
    on: dict[str, Any] = {"programme": place.programme, "participation_id": part}
    if new_day(row, was, "completed_on"):
        need(row, "result", "paid", "use")
        made.append(ask(c.CompleteMockTask, row, row["completed_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectParticipation, "completed_on", *RESULT)
    if new_day(row, was, "dropped_on"):
        made.append(ask(c.DropMockTask, row, row["dropped_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectParticipation, "dropped_on")
    return made


KIND = Kind(
    name="mock-participations",
    label=Label("模擬業務への参加", "Parts in mock work"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.JoinMockTask, c.CompleteMockTask, c.DropMockTask),
)
