"""Clients (顧客): which organisations order work or may come to, and what is known of them."""

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
    differing,
    need,
    refuse_changes,
)
from application.documents.record import (
    Known,
    Record,
    Row,
    Timeline,
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

_CARD = tuple(e.Card.model_fields)
_CHECK = ("checked_on", "result")

COLUMNS = (
    column_of(c.RegisterClient, "number", "番号", "取引先番号", required=True),
    column_of(c.RegisterClient, "name", "名称", "取引先", "会社名"),
    column_of(c.RegisterClient, "kind", "種類", "区分"),
    column_of(c.RegisterClient, "standing", "取引の区分"),
    column_of(c.RegisterClient, "origin", "経路"),
    column_of(c.RegisterClient, "corporate_number"),
    column_of(c.RegisterClient, "invoice_number", "インボイス番号", "適格請求書発行事業者登録番号"),
    column_of(c.RegisterClient, "address", "住所"),
    column_of(c.RegisterClient, "size", "企業規模"),
    column_of(c.RegisterClient, "sector", "産業分類"),
    column_of(c.RegisterClient, "contact_person", "担当者名", "ご担当者"),
    day_of(c.RegisterClient, "registered_on", "登録日", "registered on"),
    day_of(c.VerifyInvoiceNumber, "checked_on", "登録番号の確認日", "number checked on"),
    column_of(c.VerifyInvoiceNumber, "result", "登録番号の確認"),
    CHANGED_ON,
)


def recorded(consortium: Consortium, place: Place) -> Record:
    """Give every client, as it is known today."""

    def fold(
        stream: UUID, holds: Sequence[Recorded], _directory: Directory
    ) -> Iterator[tuple[str, Known]]:
        first = holds[0].event
        if isinstance(first, e.ClientRegistered):
            said = _said(holds)
            row: dict[str, Any] = {"number": first.number, "kind": first.kind}
            row |= {"registered_on": first.effective_on, "origin": first.origin}
            row |= {"contact_person": first.contact_person}
            row |= {name: on_day(each, place.today) for name, each in said.items()}
            row |= _last_check(holds)
            known = {name: value for name, value in row.items() if value is not None}
            yield first.number, Known(known, {"client_id": stream, "said": said})

    record = collect(consortium, "client", fold)
    record.rows = {
        number: Known(one.row, one.about, _beside(one, place), erased=one.erased)
        for number, one in opened(consortium, record.rows, "contact_person").items()
    }
    return record


def _said(holds: Sequence[Recorded]) -> dict[str, Timeline]:
    said: dict[str, list[tuple[date, Any]]] = {}
    for one in holds:
        day, event = one.event.effective_on, one.event
        if isinstance(event, e.ClientRegistered | e.ClientRenamed):
            said.setdefault("name", []).append((day, event.name))
        if isinstance(event, e.ClientRegistered):
            said["standing"] = [(day, event.standing)]
        if isinstance(event, e.ProspectBecameClient):
            said["standing"].append((day, e.Stand.CLIENT))
        if isinstance(event, e.Card):
            for name in _CARD:
                said.setdefault(name, []).append((day, getattr(event, name)))
    return dict(said)


def _last_check(holds: Sequence[Recorded]) -> dict[str, Any]:
    checks = [one.event for one in holds if isinstance(one.event, e.InvoiceNumberVerified)]
    return {"checked_on": checks[-1].effective_on, "result": checks[-1].result} if checks else {}


def _beside(known: Known, place: Place) -> Any:  # noqa: ANN401
    def beside(sheet: Row) -> Row:
        later: date = sheet.get("changed_on") or place.changes_from or place.today
        if later <= place.today:
            return known.row
        # What a sheet says ahead and the record knows already is nothing new.
        ahead = {name: on_day(each, later) for name, each in known.about["said"].items()}
        return {**known.row, **{n: v for n, v in ahead.items() if v and sheet.get(n) == v}}

    return beside


def settle(_place: Place, row: dict[str, Any], _record: Record) -> str:
    """A client is known by its number."""
    number: str = row["number"]
    return number


def commands(place: Place, row: Row, known: Known | None, _record: Record) -> list[Command]:
    """Register who is new; the name, the card and the standing can change, a number is checked."""
    if known is None:
        need(row, "name", "kind", "registered_on")
        client_id = place.id_of("client", row["number"])
        register = ask(c.RegisterClient, row, row["registered_on"])
        return [register, *_checked(row, {}, client_id)]
    was, client_id = known.compared_with(row), known.about["client_id"]
    said: dict[str, Timeline] = known.about["said"]
    refuse_changes(row, was, c.CorrectClient, "kind", "contact_person", "registered_on", "origin")
    made: list[Command] = []
    if any(differing(row, was, "name")):
        day = place.day_of_later_change(KIND.column("name"), row, said["name"])
        made.append(ask(c.RenameClient, row, day, client_id=client_id))
    if changed := list(differing(row, was, *_CARD)):
        column = KIND.column(changed[0])
        day = place.day_of_later_change(column, row, said[column.name])
        made.append(ask(c.DescribeClient, {**was, **row}, day, client_id=client_id))
    if any(differing(row, was, "standing")):
        if was["standing"] is e.Stand.CLIENT:
            refuse_changes(row, was, c.CorrectClient, "standing")
        day = place.day_of_change(KIND.column("standing").label.ja, row)
        made.append(c.TakeOnProspect(effective_on=day, client_id=client_id))
    return [*made, *_checked(row, was, client_id)]


def _checked(row: Row, was: Row, client_id: UUID) -> list[Command]:
    if not any(differing(row, was, *_CHECK)):
        return []
    if "checked_on" not in row or row["checked_on"] <= was.get("checked_on", date.min):
        refuse_changes(row, was, c.CorrectClient, *_CHECK)
    need(row, *_CHECK)
    return [ask(c.VerifyInvoiceNumber, row, row["checked_on"], client_id=client_id)]


KIND = Kind(
    name="clients",
    label=Label("顧客", "Clients"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(
        c.RegisterClient,
        c.RenameClient,
        c.DescribeClient,
        c.TakeOnProspect,
        c.VerifyInvoiceNumber,
    ),
)
