"""Attendance (研修の受講): who enrolled in which course, which sessions they attended, and the end.

A row without a session is an enrolment, with the completion and the test results; a row with a
session says that somebody attended it.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CannotSay,
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
from application.documents.references import meet, settle_evidence, settle_person
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.training import commands as c
from domain.training import events as e

TESTS = ("before", "after", "evidence")
ENROLMENT = ("enrolled_on", "completed_on", "withdrawn_on", *TESTS)
COLUMNS = (
    column_of(c.PlanTraining, "number", name="training_number", required=True),
    column_of(
        c.Enrol,
        "person_id",
        "番号",
        "ワーカー番号",
        "受講者番号",
        name="person",
        label=Label("受講者", "participant"),
        annotation=Number,
        required=True,
    ),
    day_of(c.Enrol, "enrolled_on", "申込日", "enrolled on"),
    column_of(c.AttendTraining, "session", "出席した回"),
    day_of(c.AttendTraining, "attended_on", "出席日", "attended on"),
    day_of(c.CompleteTraining, "completed_on", "修了日", "completed on"),
    column_of(c.CompleteTraining, "before"),
    column_of(c.CompleteTraining, "after"),
    day_of(c.WithdrawFromTraining, "withdrawn_on", "受講を終えた日", "withdrawn on"),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every enrolment, and every session attended."""
    return collect(consortium, "enrolment", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.Enrolled():
                who = {"training_number": event.training_number, "person": event.person_id}
                row |= {**who, "enrolled_on": day}
            case e.TrainingAttended():
                who = {"training_number": event.training_number, "person": event.person_id}
                attended = {**who, "session": event.session, "attended_on": day}
                yield _key(attended), Known(attended, stream)
            case e.TrainingCompleted():
                said = event.model_dump(include=set(TESTS), exclude_none=True)
                row |= {"completed_on": day, **said}
            case e.TrainingWithdrawn():
                row["withdrawn_on"] = day
    yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['training_number']}|{row['person']}|{row.get('session', 0):03}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """A row is known by the course, the person, and the session if there is one."""
    settle_person(place, row, record, "person")
    settle_evidence(row, record)
    return _key(row)


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Enrol, attend, complete or withdraw, each on its own day."""
    training = place.id_of("training", row["training_number"])
    key = f"{training}|{row['person']}"
    on: dict[str, Any] = {
        "programme": place.programme,
        "enrolment_id": place.id_of("enrolment", key),
    }
    if "session" in row:
        return _attended(row, known, training, on)
    was = known.row if known else {}
    made: list[Command] = []
    if known is None:
        need(row, "enrolled_on")
        meet(place, row, record, "person", "受講者")
        made.append(
            c.Enrol(
                effective_on=row["enrolled_on"],
                programme=place.programme,
                training_id=training,
                person_id=row["person"],
                worker_id=_worker(record, row["person"]),
            )
        )
    else:
        refuse_changes(row, was, c.CorrectEnrolment, "enrolled_on")
    if new_day(row, was, "completed_on"):
        made.append(ask(c.CompleteTraining, row, row["completed_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectEnrolment, "completed_on", *TESTS)
    if new_day(row, was, "withdrawn_on"):
        made.append(ask(c.WithdrawFromTraining, row, row["withdrawn_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectEnrolment, "withdrawn_on")
    return made


def _attended(row: Row, known: Known | None, training: UUID, on: dict[str, Any]) -> list[Command]:
    if misplaced := [name for name in ENROLMENT if name in row]:
        raise CannotSay(
            misplaced[0],
            "申込・修了・点数は、回を空けた行に書いてください"
            " / write this in the person's row without a session",
        )
    if known is not None:
        refuse_changes(row, known.row, c.CorrectEnrolment, "attended_on")
        return []
    need(row, "attended_on")
    return [ask(c.AttendTraining, row, row["attended_on"], training_id=training, **on)]


def _worker(record: Record, person: UUID) -> UUID | None:
    directory = record.directory
    number = next((one for one, known in directory.persons.items() if known == person), "")
    return directory.find("worker", number)


KIND = Kind(
    name="attendance",
    label=Label("研修の受講", "Attendance at training"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.Enrol, c.AttendTraining, c.CompleteTraining, c.WithdrawFromTraining),
)
