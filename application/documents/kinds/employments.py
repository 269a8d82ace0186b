"""Employments (就業状況): who works in which form, for whom, since when and until when."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    MUNICIPALITY_NAME,
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
from application.documents.references import known_client, meet, settle_evidence, settle_person
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.employment import commands as c
from domain.employment import events as e

WORK = ("form", "employer_kind", "employer", "municipality", "evidence")
COLUMNS = (
    column_of(
        c.BeginEmployment,
        "person_id",
        "番号",
        "ワーカー番号",
        name="person",
        label=Label("対象者", "person"),
        annotation=Number,
        required=True,
    ),
    column_of(c.BeginEmployment, "ordinal"),
    column_of(c.BeginEmployment, "form", "就業形態"),
    column_of(c.BeginEmployment, "employer_kind"),
    column_of(
        c.BeginEmployment,
        "employer",
        "雇用主のコード",
        label=Label("相手方の番号", "number of the employer"),
        annotation=Number,
    ),
    column_of(c.BeginEmployment, "municipality", "自治体コード"),
    MUNICIPALITY_NAME,
    day_of(c.BeginEmployment, "began_on", "開始日", "began on", "雇用開始日"),
    day_of(c.EndEmployment, "ended_on", "終了日", "ended on", "雇用終了日"),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every employment."""
    return collect(consortium, "employment", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.EmploymentBegan():
                said = event.model_dump(include={"ordinal", *WORK}, exclude_none=True)
                row |= {"person": event.person_id, **said, "began_on": day}
            case e.EmploymentEnded():
                row["ended_on"] = day
    yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['person']}|{row['ordinal']:02}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """An employment is known by the person and its number; without one it is the first."""
    row.setdefault("ordinal", 1)
    settle_person(place, row, record, "person")
    settle_evidence(row, record)
    if row.get("employer_kind") is e.EmployerKind.CLIENT and "employer" in row:
        said = row["employer"]
        found = record.directory.find("client", said)
        row["employer"] = str(found or known_client(record, said, "employer"))
    return _key(row)


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Record the beginning and the end, each on its own day."""
    made: list[Command] = []
    if known is None:
        need(row, "began_on", "form", "employer_kind", "municipality")
        meet(place, row, record, "person", "対象者")
        begin = ask(
            c.BeginEmployment, row, row["began_on"], place.programme, person_id=row["person"]
        )
        was: Row = {}
        employment = place.id_of("employment", begin.opens())
        made.append(begin)
    else:
        was, employment = known.row, known.about
        refuse_changes(row, was, c.CorrectEmployment, "began_on", *WORK)
    if new_day(row, was, "ended_on"):
        made.append(
            c.EndEmployment(
                effective_on=row["ended_on"],
                programme=place.programme,
                employment_id=employment,
            )
        )
    else:
        refuse_changes(row, was, c.CorrectEmployment, "ended_on")
    return made


KIND = Kind(
    name="employments",
    label=Label("就業状況", "Employments"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.BeginEmployment, c.EndEmployment),
)
