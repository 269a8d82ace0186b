"""What a kind of spreadsheet is: its columns, what identifies a row, the commands it asks for."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from application.decision import stream_id
from application.documents.cells import written
from application.documents.record import Known, Record, Row, Timeline
from application.individual_numbers import Confirmed
from application.service import Consortium
from domain.base.command import Command, Correct
from domain.base.event import COMMON
from domain.base.marks import marks
from domain.base.values.text import search_key
from domain.base.words import Label

C = TypeVar("C", bound=Command)
_UNITS = re.compile(r"\((円|分|円、税込|税込)\)|^[*※]|[*※]$|\(必須\)$")


class Doubt(Exception):  # noqa: N818 - a question
    """Only a person can say what a row means; the message is the question."""


class CannotSay(ValueError):  # noqa: N818 - an outcome
    """A row says something that an import cannot record; the message says what to do instead."""

    def __init__(self, column: str, reason: str, *more: tuple[str, str]) -> None:
        """Say of which column, and of which others."""
        super().__init__(reason)
        self.faults = ((column, reason), *more)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field it fills, how its header may be written, what its cells hold.

    What is not `compared` only helps to understand the row: a name beside a code, the day from
    which a change holds. `writes` gives a value as the sheet writes it, where that is its own way.
    """

    name: str
    annotation: Any
    label: Label
    required: bool = False
    aliases: tuple[str, ...] = ()
    compared: bool = True
    writes: Callable[[Any, Mapping[UUID, str]], str] | None = None

    def header_keys(self) -> set[str]:
        """Give the keys of this column's headers; line breaks, width and units do not matter."""
        known = (self.name, self.label.ja, self.label.en, *self.aliases)
        return {header_key(one) for one in known}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row's commands are made: ids follow from numbers, days from what was answered.

    `changes_from` is the day from which changes of what is recorded hold; `same_person` says for a
    number which recorded number is the same person, or its own if it is somebody new;
    `municipalities` confirms names of codes that are on no list here, and `confirms` what else was
    asked about.
    """

    namespace: UUID
    today: date
    programme: str = COMMON
    changes_from: date | None = None
    same_person: Mapping[str, str] = field(default_factory=dict)
    municipalities: Mapping[str, str] = field(default_factory=dict)
    confirms: frozenset[Confirmed] = frozenset()

    def id_of(self, aggregate: str, natural_key: str) -> UUID:
        """Give the id of the stream with this natural key."""
        return stream_id(self.namespace, aggregate, natural_key)

    def person(self, number: str) -> UUID:
        """Give the id of the person whom the registers know under this number."""
        return self.id_of("person", number)

    def day_of_change(self, label: str, row: Row) -> date:
        """Give the day from which a change holds; raises `Doubt` until someone has said it."""
        day: date | None = row.get("changed_on") or self.changes_from
        if day is None:
            raise Doubt(
                f"{label}はいつから変わりましたか（--changes-from 日付、または「変更日」の列）"
                f" / from which day does the change hold?"
            )
        return day

    def day_of_later_change(self, column: Column, row: Row, said: Timeline) -> date:
        """Give the day of a change; it comes after all that is recorded of the same thing."""
        day = self.day_of_change(column.label.ja, row)
        last, value = said[-1]
        if day <= last:
            raise CannotSay(
                column.name,
                f"{last} から「{value}」と記録されています。"
                "それより後の日から変わったのでなければ、訂正として記録してください"
                f" / the record says so from {last} on",
            )
        return day


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sheet.

    `recorded` gives what the record says, row by row under keys. `settle` gives a row's key, and
    the row in the record's own terms; `commands` makes what a row asks for, given what is recorded
    (None if it is new). Both may raise `Doubt` or `CannotSay`. Rows are missing only within the
    values of `scope` that the sheet holds: a sheet of one fiscal year says nothing of another.
    `asks_for` are all commands that rows can ask for. An export gives rows `in_turn`, or by keys.
    """

    name: str
    label: Label
    columns: tuple[Column, ...]
    recorded: Callable[[Consortium, Place], Record]
    settle: Callable[[Place, dict[str, Any], Record], str]
    commands: Callable[[Place, Row, Known | None, Record], Sequence[Command]]
    asks_for: tuple[type[Command], ...]
    scope: tuple[str, ...] = ()
    in_turn: Callable[[Known], Any] | None = None

    def column(self, name: str) -> Column:
        """Give a column by its name."""
        return next(column for column in self.columns if column.name == name)


def _annotation(command: type[Command], field_name: str) -> Any:  # noqa: ANN401
    for base in command.__mro__:
        if field_name in vars(base).get("__annotations__", {}):
            return base.__annotations__[field_name]
    raise LookupError(f"{command.__name__} has no field {field_name}")


def column_of(  # noqa: PLR0913 - each is one way in which a column may differ from its field
    command: type[Command],
    field_name: str,
    *aliases: str,
    name: str | None = None,
    label: Label | None = None,
    annotation: Any = None,  # noqa: ANN401
    required: bool = False,
    compared: bool = True,
) -> Column:
    """Derive a column from a command's field: its type and its word."""
    found = marks(command.model_fields[field_name], Label)
    return Column(
        name=name or field_name,
        annotation=annotation or _annotation(command, field_name),
        label=label or (found[0] if found else Label(field_name, field_name)),
        required=required,
        aliases=aliases,
        compared=compared,
    )


def day_of(command: type[Command], name: str, ja: str, en: str, *aliases: str) -> Column:
    """Derive the column that says on which day a command's step was."""
    return column_of(command, "effective_on", *aliases, name=name, label=Label(ja, en))


CHANGED_ON = Column(
    "changed_on", date, Label("変更日", "changed on"), aliases=("異動日",), compared=False
)
MUNICIPALITY_NAME = Column(
    "municipality_name",
    str,
    Label("市町村名", "name of municipality"),
    aliases=("自治体名",),
    compared=False,
)
PROGRAMME = column_of(Command, "programme", "事業")


def header_key(header: str) -> str:
    """Give what a header is found by: line breaks, spaces, width and units do not matter."""
    key = search_key(header)
    return _UNITS.sub("", key) or key


def ask(
    command: type[C],
    row: Row,
    on: date,
    programme: str = COMMON,
    **said: Any,  # noqa: ANN401
) -> C:
    """Make a command from those of its fields that the row says, and from what is said beside."""
    names = command.model_fields.keys() - {"effective_on", "programme"}
    fields = {name: row[name] for name in names if name in row} | said
    return command(effective_on=on, programme=programme, **fields)


def need(row: Row, *names: str) -> None:
    """Require that a row says all of these; raises `CannotSay` for those that it does not."""
    lacking = [(name, "この欄が空です / this cell must not be blank") for name in names]
    lacking = [one for one in lacking if one[0] not in row]
    if lacking:
        raise CannotSay(*lacking[0], *lacking[1:])


def refuse_changes(row: Row, was: Row, by: type[Command], *names: str) -> None:
    """Refuse that a row says these otherwise than the record; `by` is what can put them right."""
    refused = [
        (name, f"記録では「{written(was.get(name, ''), {})}」です。取込では変えません。{_how(by)}")
        for name in names
        if name in row and row[name] != was.get(name)
    ]
    if refused:
        raise CannotSay(*refused[0], *refused[1:])


def _how(by: type[Command]) -> str:
    code = code_of(by)
    if issubclass(by, Correct):
        return f"誤りなら {code}（{by.LABEL.ja}）を使ってください / use {code}"
    return f"{code}（{by.LABEL.ja}）を使ってください / use {code}"


def code_of(command: type[Command]) -> str:
    """Give a command's name as the API writes it: correct-registration."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", command.__name__).lower()


@dataclass(frozen=True, slots=True)
class Increase:
    """What came to a total since: how much, and on which day."""

    amount: int
    on: date


def increase(row: Row, was: Row, total: str, day: str, by: type[Command]) -> Increase | None:
    """Give what came to a total that a sheet carries on, or None if nothing did.

    A total that became smaller, or grew without a later day, is not for an import to explain.
    """
    before = was.get(total, 0)
    now = row.get(total, before)
    if now == before:
        if day in row and row[day] != was.get(day):
            refuse = f"記録では「{was.get(day, '')}」です。{_how(by)}"
            raise CannotSay(day, refuse if day in was else "金額がありません / the amount lacks")
        return None
    need(row, day)
    if now < before or (day in was and row[day] <= was[day]):
        raise CannotSay(total, f"記録では合計 {before:,} 円（{was.get(day)}）です。{_how(by)}")
    return Increase(now - before, row[day])


def new_day(row: Row, was: Row, day: str) -> bool:
    """Say whether a row says the day of a step that is not recorded yet."""
    return day in row and day not in was


def differing(row: Row, was: Row, *names: str) -> Iterator[str]:
    """Give those columns in which a row says something else than the record."""
    return (name for name in names if name in row and row[name] != was.get(name))
