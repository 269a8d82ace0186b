"""Kinds of sheet that follow from a command: one row is one fact, and asks for one command.

What a row holds, what is recorded of it, what identifies it and what it asks for are derived from
the command and the event that it makes. Other streams and people are written by their numbers.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    CHANGED_ON,
    MUNICIPALITY_NAME,
    PROGRAMME,
    Column,
    Doubt,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    differing,
    need,
    refuse_changes,
)
from application.documents.numbered import by_number, mender, referred, refers
from application.documents.record import Known, Record, Row, collect, opened
from application.documents.references import meet
from application.recorded import Recorded
from application.registry import AGGREGATE_OF
from application.service import Consortium
from domain.base.command import Command, Correct
from domain.base.event import COMMON, Event
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.base.words import Label

Complete = Callable[[Place, dict[str, Any], Record], None]
_SAID_BY_THE_PLACE = frozenset({"programme", "municipality"})
"""What identifies a row and may yet have no column: it is said for the file, or by a name."""


def derived_kind(  # noqa: PLR0913 - each is one thing that the command alone does not say
    name: str,
    label: Label,
    *,
    command: type[Command],
    event: type[Event],
    on: Sequence[str],
    key: Sequence[str] = ("number",),
    called: Mapping[str, Label] | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    also: Sequence[Column] = (),
    corrects: bool = False,
    complete: Complete | None = None,
    filled: Callable[[Row], Row] = lambda _row: {},
    scope: Sequence[str] = (),
) -> Kind:
    """Derive a kind of sheet whose rows are events of one kind, each made by one command.

    `on` is what this kind calls the day of the fact: the column's name, its header in Japanese and
    in English, and other headers. `key` names the columns that tell rows apart: for a command on a
    stream its target and more, such as the day; else what the new stream is known by. `called`
    gives other words to columns and `aliases` other headers; `also` are columns besides those of
    the command, or in place of one of the same name.

    A row that differs from the record is refused and its correction named; where one row is one
    entry and nothing builds on it, `corrects` makes it that correction, on a day that is asked for.
    `complete` settles what a row writes in its own way, before it is compared; `filled` gives what
    a new row may leave open.
    """
    derived = _columns(command, on, key, called or {}, aliases or {})
    made = _Derived(
        command=command,
        event=event,
        on=on[0],
        key=tuple(key),
        refers=refers(command),
        corrects=corrects,
        complete=complete,
        filled=filled,
        columns=(*_with(derived, also), *((CHANGED_ON,) if corrects else ())),
    )
    made.require_whole()
    return Kind(
        name=name,
        label=label,
        columns=made.columns,
        recorded=made.recorded,
        settle=made.settle,
        commands=made.commands,
        asks_for=made.asks_for,
        scope=tuple(scope),
    )


@dataclass(frozen=True, slots=True)
class _Derived:
    command: type[Command]
    event: type[Event]
    on: str
    key: tuple[str, ...]
    refers: Mapping[str, str]
    corrects: bool
    complete: Complete | None
    filled: Callable[[Row], Row]
    columns: tuple[Column, ...]

    @property
    def asks_for(self) -> tuple[type[Command], ...]:
        """Give the command, and its correction where a changed row is one."""
        mends = (mender(self.command, self.event),) if self.corrects else ()
        return (self.command, *mends)

    def require_whole(self) -> None:
        """Refuse a definition by which rows would not come back as they went."""
        names = {column.name for column in self.columns}
        unknown = set(self.key) - names
        lost = {
            column.name
            for column in self.columns
            if column.compared and column.name not in {self.on, self.command.TARGET}
        } - self.event.model_fields.keys()
        if unknown or lost:
            raise TypeError(
                f"{self.command.__name__}: no columns {sorted(unknown)} for the key;"
                f" {self.event.__name__} does not keep {sorted(lost)}"
            )

    def recorded(self, consortium: Consortium, _place: Place) -> Record:
        """Give every event of this kind that holds, each as a row."""
        aggregate = AGGREGATE_OF[self.command].name
        record = collect(consortium, aggregate, self._fold, event_by_event=True)
        sealed = (name for name, i in self.event.model_fields.items() if marks(i, SealedMark))
        record.rows = opened(consortium, record.rows, *sealed)
        return record

    def _fold(
        self, stream: UUID, holds: Sequence[Recorded], directory: Directory
    ) -> Iterator[tuple[str, Known]]:
        for one in holds:
            if isinstance(one.event, self.event):
                said = {name: getattr(one.event, name) for name in self.event.model_fields}
                row = {name: value for name, value in said.items() if value is not None}
                row[self.on] = row.pop("effective_on")
                if self.command.TARGET:
                    row[self.command.TARGET] = stream
                yield self._key(row, directory), Known(row, (stream, one.version))

    def settle(self, place: Place, row: dict[str, Any], record: Record) -> str:
        """Replace numbers by what they refer to, and give the row's key."""
        if "programme" in self.key and place.programme != COMMON:
            row.setdefault("programme", place.programme)
        for name, aggregate in self.refers.items():
            if name in row:
                row[name] = referred(place, row[name], record, aggregate, self._column(name))
        if self.complete:
            self.complete(place, row, record)
        need(row, *self.key)
        return self._key(row, record.directory)

    def _key(self, row: Row, directory: Directory) -> str:
        return "|".join(str(directory.numbers.get(row[name], row[name])) for name in self.key)

    def commands(
        self, place: Place, row: Row, known: Known | None, record: Record
    ) -> list[Command]:
        """Ask for the command of a new row, and for the correction of a changed one."""
        for name, aggregate in self.refers.items():
            if aggregate == "person":
                meet(place, row, record, name, self._column(name).label.ja)
        if known is not None:
            return self._mended(place, row, known)
        row = {**self.filled(row), **row}
        fields = self.command.model_fields.items()
        given = {*self.command.model_fields} - {"effective_on"}
        need(row, self.on, *(name for name, i in fields if name in given and i.is_required()))
        programme = row.get("programme", place.programme)
        return [ask(self.command, row, row[self.on], programme)]

    def _mended(self, place: Place, row: Row, known: Known) -> list[Command]:
        by = mender(self.command, self.event)
        names = [one.name for one in self.columns if one.compared]
        if not (self.corrects and issubclass(by, Correct)):
            refuse_changes(row, known.row, by, *names)
            return []
        changed = list(differing(row, known.row, *names))
        refuse_changes(row, known.row, by, *(by.EVENT.FIXED | {*self.key, "programme"}))
        day = row.get("changed_on") or place.changes_from
        if day is None:
            raise Doubt(
                "記録の誤りですか。この行のとおりに訂正するなら、その日を付けてください"
                "（--changes-from 日付、または「変更日」の列）"
                " / is the record wrong? say on which day it is put right"
            )
        stream, version = known.about
        now = {"effective_on" if name == self.on else name: row[name] for name in changed}
        target = {str(by.TARGET): stream}
        return [by.model_validate({"effective_on": day, "version": version, "now": now, **target})]

    def _column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def _columns(
    command: type[Command],
    on: Sequence[str],
    key: Sequence[str],
    called: Mapping[str, Label],
    aliases: Mapping[str, Sequence[str]],
) -> tuple[Column, ...]:
    named = refers(command)
    name, ja, en, *others = on
    day = replace(day_of(command, name, ja, en, *others), required=name in key)
    names = [*command.model_fields.keys() - {"effective_on", "programme"}]
    names.sort(key=[*command.model_fields].index)
    names.sort(key=lambda each: each != command.TARGET)
    columns = []
    for each in names:
        column = column_of(command, each, *aliases.get(each, ()), label=called.get(each))
        if each in named:
            column = by_number(column, named, called=each in called)
        required = each in key and each not in _SAID_BY_THE_PLACE
        columns.append(replace(column, required=required))
    if "municipality" in names:
        columns.insert(names.index("municipality") + 1, MUNICIPALITY_NAME)
    at = 1 + max((names.index(each) for each in key if each in names), default=-1)
    return (*columns[:at], day, *columns[at:], PROGRAMME)


def _with(columns: Sequence[Column], also: Sequence[Column]) -> Iterator[Column]:
    other = {column.name: column for column in also}
    for column in columns:
        yield other.pop(column.name, column)
    yield from other.values()
