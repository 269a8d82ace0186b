"""Publications (情報発信): what was published where, changed and taken down, and who responded.

Whom it shows is written as a number with what is shown: W-1（氏名・写真）、W-2（写真）.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from application.documents.cells import several
from application.documents.journal import journal_kind
from application.documents.kind import CannotSay, Column, Place
from application.documents.record import Record
from application.documents.references import meet, person
from application.documents.steps import Step
from domain.base.fields import Text
from domain.base.values.text import search_key
from domain.base.words import Label
from domain.consent.events import SHOWN, Scope
from domain.publication import commands as c
from domain.publication import events as e

_ONE_SHOWN = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")


def _settle_shown(place: Place, row: dict[str, Any], record: Record) -> None:
    if "shown" in row:
        row["shown"] = tuple(_shown(place, row["shown"], record))
        who = {"shown": tuple(one.person_id for one in row["shown"])}
        meet(place, who, record, "shown", "載せた人")


def _shown(place: Place, said: str, record: Record) -> Iterator[e.Shown]:
    for each in several(said):
        match = _ONE_SHOWN.fullmatch(each)
        scopes = [_scope(word) for word in match[2].split("・")] if match else []
        if match is None or None in scopes:
            raise CannotSay(
                "shown",
                f"「{each}」が読めません。W-1（{'・'.join(one.ja for one in SHOWN)}）の形で、"
                "番号と載せたものを書いてください / write a number and what is shown",
            )
        number = match[1].strip()
        yield e.Shown.model_validate({"person_id": person(place, record, number), "scopes": scopes})


def _scope(word: str) -> Scope | None:
    said = search_key(word)
    words = {search_key(way): one for one in SHOWN for way in (one.ja, one.en, one.value)}
    return words.get(said)


def _written(shown: Sequence[e.Shown], numbers: Mapping[UUID, str]) -> str:
    return "、".join(
        f"{numbers.get(one.person_id, str(one.person_id))}"
        f"（{'・'.join(scope.ja for scope in one.scopes)}）"
        for one in shown
    )


KIND = journal_kind(
    "publications",
    Label("情報発信", "Publications"),
    of=("number",),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day", "公表日"),
    steps=(
        Step(c.PublishContent, e.ContentPublished, Label("公表", "published"), once=True),
        Step(c.CorrectContent, e.ContentCorrected, Label("変更", "changed")),
        Step(c.RecordResponse, e.ResponseRecorded, Label("反応", "responses"), by=("kind",)),
        Step(c.WithdrawContent, e.ContentWithdrawn, Label("取り下げ", "taken down"), once=True),
    ),
    called={"plan_year": Label("広報計画の年度", "fiscal year of the plan")},
    aliases={
        "municipality": ("自治体コード", "市町村コード"),
        "number": ("番号",),
        "title": ("件名",),
    },
    also=(Column("shown", Text, Label("載せた人", "persons shown"), writes=_written),),
    complete=_settle_shown,
)
