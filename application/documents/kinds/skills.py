"""Skills (スキル): who can do what, at which level, who found it and when."""

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
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import (
    known_worker,
    meet,
    settle_evidence,
    settle_person,
)
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.worker import commands as c
from domain.worker import events as e

COLUMNS = (
    column_of(c.RegisterWorker, "number", "番号", "登録番号", name="worker_number", required=True),
    column_of(c.AssessSkill, "skill", "スキルコード", "スキル項目", required=True),
    column_of(c.AssessSkill, "framework", "標準", required=True),
    column_of(c.AssessSkill, "framework_version", "版"),
    column_of(c.AssessSkill, "level", "評価", "習熟度"),
    column_of(c.AssessSkill, "method", "方法"),
    column_of(c.AssessSkill, "assessor", "評価者番号", annotation=Number),
    day_of(c.AssessSkill, "found_on", "評価日", "found on", "申告日", "判定日"),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every skill on record at its latest level; earlier ones are known beside it."""
    return collect(consortium, "worker", _fold)


def _fold(
    _stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    number = ""
    said: dict[str, list[dict[str, Any]]] = {}
    ended: set[str] = set()
    for recorded in holds:
        event = recorded.event
        if isinstance(event, e.WorkerRegistered):
            number = event.number
        if isinstance(event, e.SkillClaimed | e.SkillAssessed):
            fields = event.model_dump(exclude={"programme", "effective_on"}, exclude_none=True)
            row = {"worker_number": number, "found_on": event.effective_on, **fields}
            row.setdefault("method", e.Method.SELF)
            key = _key(row)
            said.setdefault(key, []).append(row)
            ended.discard(key)
        if isinstance(event, e.SkillWithdrawn):
            ended.add(_key({"worker_number": number, **event.model_dump()}))
    for key, rows in said.items():
        yield key, Known(rows[-1], rows, _beside(rows), listed=key not in ended)


def _beside(rows: Sequence[Row]) -> Any:  # noqa: ANN401
    def beside(sheet: Row) -> Row:
        # An older sheet says what was recorded then: that is nothing new.
        said = (row for row in rows if all(sheet[name] == row.get(name) for name in sheet))
        return next(said, rows[-1])

    return beside


def _key(row: Row) -> str:
    return f"{row['worker_number']}|{row['framework']}|{row['skill']}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """A skill is known by its worker, framework and code."""
    key = _key(row)
    settle_person(place, row, record, "assessor")
    settle_evidence(row, record)
    return key


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Claim what was declared, assess what somebody found; a new level needs its own day."""
    worker_id = known_worker(record, row)
    was = known.row if known else {}
    # Who found an earlier level, and what showed it, says nothing of this one.
    now = {**{name: was[name] for name in ("framework_version",) if name in was}, **row}
    if known and "found_on" not in row:
        day = place.day_of_change("レベル", row)
    else:
        need(row, "found_on")
        day = row["found_on"]
    if known and day == was["found_on"]:
        refuse_changes(
            row,
            was,
            c.CorrectSkill,
            *("level", "framework_version", "method", "assessor", "evidence"),
        )
    need(now, "level", "framework_version")
    if now.get("method", e.Method.SELF) is e.Method.SELF:
        fields = {name: value for name, value in now.items() if name != "evidence"}
        return [ask(c.ClaimSkill, fields, day, worker_id=worker_id)]
    need(now, "assessor")
    meet(place, now, record, "assessor", "評価者")
    return [ask(c.AssessSkill, now, day, worker_id=worker_id)]


KIND = Kind(
    name="skills",
    label=Label("スキル", "Skills"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.ClaimSkill, c.AssessSkill),
)
