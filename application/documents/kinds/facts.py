"""Counted facts (KPI計上): what a key performance indicator counts, and on which day."""

from typing import Any
from uuid import UUID

from application.documents.derived import derived_kind
from application.documents.kind import (
    CannotSay,
    Column,
    Doubt,
    Place,
    column_of,
    need,
)
from application.documents.record import Record, Row
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


def _settle_subject(place: Place, row: dict[str, Any], record: Record) -> None:
    need(row, "kpi", "subject")
    row["subject"] = _subject(place, row, record)


def _subject(place: Place, row: Row, record: Record) -> UUID:
    said: str = row["subject"]
    try:
        return UUID(said)
    except ValueError:
        pass
    known = {
        SubjectKind.WORKER: record.directory.persons.get(said),
        SubjectKind.CLIENT: record.directory.find("client", said),
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


def _year(row: Row) -> Row:
    return {"fiscal_year": fiscal_year_of(row["counted_on"])} if "counted_on" in row else {}


KIND = derived_kind(
    "facts",
    Label("KPI計上", "Counted facts"),
    command=c.CountFact,
    event=e.FactCounted,
    on=("counted_on", "計上日", "counted on", "該当日"),
    key=("programme", "kpi", "subject"),
    aliases={
        "fiscal_year": ("会計年度",),
        "municipality": ("自治体コード", "市町村コード"),
        "pillar": ("柱",),
    },
    also=(
        column_of(c.CountFact, "subject", "対象", "対象番号", annotation=Number, required=True),
        Column("subject_kind", SubjectKind, Label("対象の種類", "kind of subject"), compared=False),
    ),
    complete=_settle_subject,
    filled=_year,
    scope=("programme", "kpi", "fiscal_year"),
)
