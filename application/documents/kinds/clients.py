"""Clients (顧客): which organisations may order work."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CHANGED_ON,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    refuse_changes,
)
from application.documents.record import (
    Known,
    Record,
    Row,
    collect,
    on_day,
    opened,
)
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.words import Label
from domain.client import commands as c
from domain.client import events as e

COLUMNS = (
    column_of(c.RegisterClient, "number", "番号", "取引先番号", required=True),
    column_of(c.RegisterClient, "name", "名称", "取引先", "会社名"),
    column_of(c.RegisterClient, "kind", "種類", "区分"),
    column_of(c.RegisterClient, "corporate_number"),
    column_of(c.RegisterClient, "contact_person", "担当者名", "ご担当者"),
    day_of(c.RegisterClient, "registered_on", "登録日", "registered on"),
    CHANGED_ON,
)


def recorded(consortium: Consortium, place: Place) -> Record:
    """Give every client, with the name of today."""

    def fold(
        stream: UUID, holds: Sequence[Recorded], _directory: Directory
    ) -> Iterator[tuple[str, Known]]:
        first = holds[0].event
        if isinstance(first, e.ClientRegistered):
            fields = first.model_dump(exclude={"programme", "effective_on"}, exclude_none=True)
            names = [
                (one.event.effective_on, one.event.name)
                for one in holds
                if isinstance(one.event, e.ClientRegistered | e.ClientRenamed)
            ]
            row = {**fields, "registered_on": first.effective_on}
            row["kind"] = first.kind
            row["name"] = on_day(names, place.today)
            yield first.number, Known(row, {"client_id": stream, "names": names})

    record = collect(consortium, "client", fold)
    record.rows = {
        number: Known(one.row, one.about, _beside(one, place), erased=one.erased)
        for number, one in opened(consortium, record.rows, "contact_person").items()
    }
    return record


def _beside(known: Known, place: Place) -> Any:  # noqa: ANN401
    def beside(sheet: Row) -> Row:
        later: date = sheet.get("changed_on") or place.changes_from or place.today
        if later > place.today and sheet.get("name") == on_day(known.about["names"], later):
            return {**known.row, "name": sheet["name"]}
        return known.row

    return beside


def settle(_place: Place, row: dict[str, Any], _record: Record) -> str:
    """A client is known by its number."""
    number: str = row["number"]
    return number


def commands(place: Place, row: Row, known: Known | None, _record: Record) -> list[Command]:
    """Register who is new; a name can change."""
    if known is None:
        need(row, "name", "kind", "registered_on")
        return [ask(c.RegisterClient, row, row["registered_on"])]
    was = known.row
    refuse_changes(
        row,
        was,
        c.CorrectClient,
        *("kind", "corporate_number", "contact_person", "registered_on"),
    )
    day = place.day_of_later_change(KIND.column("name"), row, known.about["names"])
    return [ask(c.RenameClient, row, day, client_id=known.about["client_id"])]


KIND = Kind(
    name="clients",
    label=Label("顧客", "Clients"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
)
