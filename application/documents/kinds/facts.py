"""Counted facts (KPI計上): what a key performance indicator counts, and on which day."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.kind import (
    MUNICIPALITY_NAME,
    PROGRAMME,
    CannotSay,
    Column,
    Doubt,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    refuse_changes,
)
from application.documents.record import Directory, Known, Record, Row, collect
from application.documents.references import settle_evidence
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import COMMON
from domain.base.fields import Number
from domain.base.values.fiscal_year import fiscal_year_of
from domain.base.words import Code, Label
from domain.kpi import commands as c
from domain.kpi import events as e


class SubjectKind(Code):
    """What a number in the column of subjects is the number of."""

    WORKER = "worker", "ワーカー", "worker"
    CLIENT = "client", "顧客", "client"
    ACTIVITY = "activity", "活動", "activity"
    OTHER = "other", "その他", "other"


COLUMNS = (
    column_of(c.CountFact, "kpi", required=True),
    column_of(c.CountFact, "subject", "対象", "対象番号", annotation=Number, required=True),
    Column("subject_kind", SubjectKind, Label("対象の種類", "kind of subject"), compared=False),
    day_of(c.CountFact, "counted_on", "計上日", "counted on", "該当日"),
    column_of(c.CountFact, "fiscal_year", "会計年度"),
    column_of(c.CountFact, "municipality", "自治体コード", "市町村コード"),
    MUNICIPALITY_NAME,
    PROGRAMME,
    column_of(c.CountFact, "pillar", "柱"),
    Column("evidence", Number, Label("証拠番号", "evidence number"), aliases=("証拠書類",)),
    column_of(c.CountFact, "after_closing"),
)


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every counted fact."""
    return collect(consortium, "fact", _fold)


def _fold(
    _stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    event = holds[0].event
    if isinstance(event, e.FactCounted):
        fields = event.model_dump(exclude={"effective_on"}, exclude_none=True)
        row = {**fields, "counted_on": event.effective_on}
        yield _key(row), Known(row)


def _key(row: Row) -> str:
    return f"{row['programme']}|{row['kpi']}|{row['subject']}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """A fact is known by its programme, KPI and subject."""
    if place.programme != COMMON:
        row.setdefault("programme", place.programme)
    need(row, "programme")
    row["subject"] = _subject(place, row, record)
    key = _key(row)
    settle_evidence(row, record)
    return key


def _subject(place: Place, row: Row, record: Record) -> UUID:
    said: str = row["subject"]
    try:
        return UUID(said)
    except ValueError:
        pass
    known = {
        SubjectKind.WORKER: record.directory.persons.get(said),
        SubjectKind.CLIENT: record.directory.clients.get(said),
    }
    match row.get("subject_kind"):
        case SubjectKind.OTHER:
            return place.id_of("subject", f"{row['kpi']}|{said}")
        case SubjectKind.ACTIVITY:
            return place.id_of("activity", f"{row['programme']}|{said}")
        case SubjectKind() as kind:
            found = [one for one in (known[kind],) if one]
        case _:
            found = [one for one in known.values() if one]
    if len(found) > 1:
        raise Doubt(
            f"{said} はワーカーと顧客の両方にあります。「対象の種類」の列を入れてください"
            " / is it the worker or the client?"
        )
    if not found:
        raise CannotSay(
            "subject",
            "この番号のワーカーも顧客も登録されていません。登録するか、「対象の種類」を"
            "「その他」または「活動」としてください / nothing is registered under this number",
        )
    return found[0]


def commands(_place: Place, row: Row, known: Known | None, _record: Record) -> list[Command]:
    """Count what is new; what is counted can only be corrected."""
    if known is not None:
        refuse_changes(row, known.row, c.CorrectFact, *(row.keys() - {"subject_kind"}))
        return []
    need(row, "counted_on", "municipality")
    fields = {"fiscal_year": fiscal_year_of(row["counted_on"]), **row}
    return [ask(c.CountFact, fields, row["counted_on"], row["programme"])]


KIND = Kind(
    name="facts",
    label=Label("KPI計上", "Counted facts"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    scope=("programme", "kpi", "fiscal_year"),
)
