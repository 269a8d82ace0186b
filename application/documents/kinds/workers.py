"""Workers (ワーカー名簿): who is registered, where they live, since when and until when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CHANGED_ON,
    MUNICIPALITY_NAME,
    CannotSay,
    Column,
    Doubt,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect, on_day
from application.documents.references import person_key
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.values.era import parse_japanese_date
from domain.base.words import Label
from domain.worker import commands as c
from domain.worker import events as e

_CHANGING = ("name", "kana", "contact", "municipality")

COLUMNS = (
    column_of(c.RegisterWorker, "number", "番号", "登録番号", "No", "No."),
    column_of(c.RegisterWorker, "name", "名前", "ワーカー氏名", required=True),
    column_of(c.RegisterWorker, "kana", "フリガナ", "ふりがな", "カナ", "カナ氏名"),
    Column("birth_date", date, Label("生年月日", "date of birth")),
    column_of(c.RegisterWorker, "municipality", "自治体コード", "団体コード", "コード"),
    MUNICIPALITY_NAME,
    column_of(c.RegisterWorker, "contact", "メールアドレス", "電話番号"),
    day_of(c.RegisterWorker, "registered_on", "登録日", "registered on", "登録年月日"),
    day_of(c.Leave, "last_day", "最終日", "last day", "退会日", "登録最終日"),
    day_of(c.Return, "returned_on", "復帰日", "returned on", "再登録日"),
    CHANGED_ON,
)


def recorded(consortium: Consortium, place: Place) -> Record:
    """Give every registered worker, with what holds of them today."""
    record = collect(consortium, "worker", _fold)
    record.rows = _open(consortium, record.rows, place)
    for number, known in record.rows.items():
        for name in {person_key(value) for _, value in known.about["said"]["name"]}:
            record.namesakes.setdefault(name, []).append(number)
    return record


def _fold(
    stream: UUID, holds: Sequence[Recorded], _directory: Directory
) -> Iterator[tuple[str, Known]]:
    first = holds[0].event
    if not isinstance(first, e.WorkerRegistered):
        return
    row: dict[str, Any] = {"number": first.number, "registered_on": first.effective_on}
    if first.birth_date:
        row["birth_date"] = first.birth_date
    said: dict[str, list[tuple[date, Any]]] = {name: [] for name in _CHANGING}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        for name in _CHANGING:
            if (value := getattr(event, name, None)) is not None:
                said[name].append((day, value))
        if isinstance(event, e.WorkerLeft):
            row["last_day"] = event.last_day
            row.pop("returned_on", None)
        if isinstance(event, e.WorkerReturned):
            row["returned_on"] = day
    yield first.number, Known(row, {"worker_id": stream, "person": first.person_id, "said": said})


def _open(consortium: Consortium, rows: dict[str, Known], place: Place) -> dict[str, Known]:
    digests = {
        value
        for known in rows.values()
        for name in ("name", "kana", "contact")
        for _, value in known.about["said"][name]
    } | {known.row["birth_date"] for known in rows.values() if "birth_date" in known.row}
    plain = consortium.vault.open(sorted(digests)) if digests else {}
    return {number: _opened(known, plain, place) for number, known in rows.items()}


def _opened(known: Known, plain: dict[str, str], place: Place) -> Known:
    row = dict(known.row)
    said: dict[str, list[tuple[date, Any]]] = {"municipality": known.about["said"]["municipality"]}
    erased = set()
    for name in ("name", "kana", "contact"):
        sealed = known.about["said"][name]
        said[name] = [(day, plain[value]) for day, value in sealed if value in plain]
        if sealed and not said[name]:
            erased.add(name)
    if sealed_day := row.pop("birth_date", None):
        if sealed_day in plain:
            row["birth_date"] = _day(plain[sealed_day])
        else:
            erased.add("birth_date")
    row |= {name: on_day(said[name], place.today) for name in _CHANGING if said[name]}

    def beside(sheet: Row) -> Row:
        # What a sheet says may be recorded from a later day on: the day that was answered.
        later = sheet.get("changed_on") or place.changes_from or place.today
        days = (place.today, later) if later > place.today else (place.today,)
        agreed = {
            name: sheet[name]
            for name in _CHANGING
            if said[name] and name in sheet
            if any(_same_text(name, on_day(said[name], day), sheet[name]) for day in days)
        }
        return row | agreed

    about = known.about | {"said": said}
    return Known(row, about, beside, erased=frozenset(erased))


def _same_text(name: str, recorded: str, sheet: str) -> bool:
    """Say whether two values are one; a name does not change by its spaces or its width."""
    if name in {"name", "kana"}:
        return person_key(recorded) == person_key(sheet)
    return recorded == sheet


def _day(text: str) -> date | str:
    try:
        return parse_japanese_date(text)
    except ValueError:
        return text


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """A worker is known by number, else by name, kana and date of birth."""
    if "number" in row:
        number: str = row["number"]
        return number
    answered = place.same_person.get(row["name"])
    alike = [known for known in _namesakes(record, row) if _alike(known, row)]
    certain = [known for known in alike if _certain(known, row)]
    if answered is not None and answered in record.rows:
        row["number"] = answered
    elif len(certain) == 1:
        row["number"] = certain[0].row["number"]
    elif alike:
        numbers = "、".join(sorted(known.row["number"] for known in alike))
        raise Doubt(
            f"番号がありません。「{row['name']}」は {numbers} と同じ人ですか"
            f'（--same-person "{row["name"]}=番号"） / which of these numbers is this person?'
        )
    else:
        raise CannotSay(
            "number",
            "番号がなく、同じ氏名・カナ・生年月日の人もいません。番号を付けてください"
            " / a new worker needs a number",
        )
    return str(row["number"])


def _namesakes(record: Record, row: Row) -> list[Known]:
    return [record.rows[one] for one in record.namesakes.get(person_key(row["name"]), ())]


def _alike(known: Known, row: Row) -> bool:
    """Say whether name and kana were ever the same, and no date of birth speaks against it."""
    birth = {one for one in (known.row.get("birth_date"), row.get("birth_date")) if one}
    said = known.about["said"]
    return (
        len(birth) <= 1
        and all(
            name not in row
            or not said[name]
            or person_key(row[name]) in {person_key(value) for _, value in said[name]}
            for name in ("name", "kana")
        )
        and bool(said["name"])
    )


def _certain(known: Known, row: Row) -> bool:
    return "kana" in row and row.get("birth_date", "") == known.row.get("birth_date")


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Register who is new; change name, contact and home; leave and return."""
    if known is None:
        return _register(place, row, record)
    worker_id = known.about["worker_id"]
    was, said = known.compared_with(row), known.about["said"]
    refuse_changes(row, was, c.CorrectRegistration, "registered_on", "birth_date")
    made: list[Command] = _roll(row, was, worker_id)
    changed = {name for name in _CHANGING if name in row and row[name] != was.get(name)}
    for name, command in (
        ("name", c.ChangeName),
        ("contact", c.ChangeContact),
        ("municipality", c.MoveWorker),
    ):
        names = {"name", "kana"} if name == "name" else {name}
        if not changed & names:
            continue
        column = KIND.column(next(iter(sorted(changed & names, reverse=True))))
        before = said[column.name] or [(was["registered_on"], "")]
        day = (
            place.day_of_later_change(column, row, before)
            if said[column.name]
            else (place.day_of_change(column.label.ja, row))
        )
        now = {one: row.get(one, was.get(one)) for one in names}
        made.append(command(effective_on=day, worker_id=worker_id, **now))
    return made


def _roll(row: Row, was: Row, worker_id: UUID) -> list[Command]:
    made: list[Command] = []
    again = "returned_on" in was and row.get("last_day", date.min) > was["returned_on"]
    if new_day(row, was, "last_day") or again:
        made.append(c.Leave(effective_on=row["last_day"], worker_id=worker_id))
    else:
        refuse_changes(row, was, c.CorrectRegistration, "last_day")
    if new_day(row, was, "returned_on"):
        made.append(c.Return(effective_on=row["returned_on"], worker_id=worker_id))
    elif not again:
        refuse_changes(row, was, c.CorrectRegistration, "returned_on")
    return made


def _register(place: Place, row: Row, record: Record) -> list[Command]:
    number = row["number"]
    need(row, "kana", "municipality", "registered_on")
    person = place.person(number)
    name = f"sheet {person_key(row['name'])}"
    others = [
        record.sheet[other] for other in record.namesakes.get(name, ()) if other in record.sheet
    ]
    record.namesakes.setdefault(name, []).append(number)
    alike = sorted(
        [known.row["number"] for known in _namesakes(record, row) if _alike(known, row)]
        + [other["number"] for other in others if _same(other, row)]
    )
    same = place.same_person.get(number)
    if same is not None and same != number:
        found = record.directory.persons.get(same)
        if found is None and same in {one["number"] for one in record.sheet.values()}:
            found = place.person(same)
        if found is None:
            raise CannotSay(
                "number", f"{same} のワーカーは登録されていません / {same} is not registered"
            )
        person = found
    elif alike and same is None:
        raise Doubt(
            f"「{row['name']}」は {'、'.join(alike)} と同じ人ですか"
            f"（同じなら --same-person {number}={alike[0]}、別人なら"
            f" --same-person {number}={number}） / the same person, or somebody else?"
        )
    register = ask(
        c.RegisterWorker,
        {name: value for name, value in row.items() if name != "birth_date"},
        row["registered_on"],
        person_id=person,
        birth_date=row["birth_date"].isoformat() if "birth_date" in row else None,
    )
    return [register, *_roll(row, {}, place.id_of("worker", number))]


def _same(other: Row, row: Row) -> bool:
    birth = {one for one in (other.get("birth_date"), row.get("birth_date")) if one}
    return len(birth) <= 1 and all(
        person_key(other.get(name, "")) == person_key(row.get(name, ""))
        for name in ("name", "kana")
    )


KIND = Kind(
    name="workers",
    label=Label("ワーカー名簿", "Workers"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(c.RegisterWorker, c.ChangeName, c.ChangeContact, c.MoveWorker, c.Leave, c.Return),
)
