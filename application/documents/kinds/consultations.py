"""Career consultations (キャリア相談): on which days, what about, how long; never what was said."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_worker
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.words import Label
from domain.career import commands as c
from domain.career import events as e
from domain.worker.commands import RegisterWorker

COLUMNS = (
    column_of(RegisterWorker, "number", "番号", name="worker_number", required=True),
    column_of(c.HoldConsultation, "consultation", "回", required=True),
    day_of(c.HoldConsultation, "held_on", "相談日", "held on", "実施日"),
    column_of(c.HoldConsultation, "kind", "種類"),
    column_of(c.HoldConsultation, "minutes", "所要時間"),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every consultation, and which workers are supported at all."""
    return collect(consortium, "career", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    for recorded in holds:
        event = recorded.event
        if isinstance(event, e.CareerSupportBegun):
            begun = {"worker_number": directory.numbers[event.worker_id]}
            yield begun["worker_number"], Known(begun, stream, listed=False)
        elif isinstance(event, e.CareerConsultationHeld):
            row = {
                "worker_number": directory.numbers[event.worker_id],
                "held_on": event.effective_on,
                **event.model_dump(include={"consultation", "kind", "minutes"}),
            }
            yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['worker_number']}|{row['consultation']:03}"


def settle(_place: Place, row: dict[str, Any], _record: Record) -> str:
    """A consultation is known by its worker and its number."""
    return _key(row)


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Record a consultation; with the first one of a worker, the support begins."""
    if known is not None:
        refuse_changes(row, known.row, c.CorrectCareer, "held_on", "kind", "minutes")
        return []
    need(row, "held_on", "kind", "minutes")
    worker_id = known_worker(record, row)
    made: list[Command] = []
    begun = {key.rpartition("|")[0] for key in record.sheet}
    if row["worker_number"] not in {*record.rows, *begun}:
        begin = c.BeginCareerSupport(
            effective_on=row["held_on"], programme=place.programme, worker_id=worker_id
        )
        made.append(begin)
    career = place.id_of("career", str(worker_id))
    hold = ask(c.HoldConsultation, row, row["held_on"], programme=place.programme, career_id=career)
    return [*made, hold]


KIND = Kind(
    name="consultations",
    label=Label("キャリア相談", "Career consultations"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.BeginCareerSupport, c.HoldConsultation),
)
