"""What a sheet would change: each row new, changed, unchanged, in doubt or bad; what is missing.

Nothing is written. What a preview shows as new or changed is what an import records.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from application.asking.answers import ERASED
from application.decision import stream_of
from application.documents.cells import Broken, Cell, Table, is_blank, reader, shown
from application.documents.kind import CannotSay, Column, Doubt, Kind, Place, header_key
from application.documents.record import Known, Record
from application.documents.references import confirm_municipality, settle_municipality
from application.individual_numbers import Confirmed
from application.rehearse import Refused, Rehearsal
from application.service import Consortium
from domain.base.command import Command
from domain.base.values.individual_number import holds_individual_number

Status = Literal["new", "changed", "unchanged", "in_doubt", "bad"]
FEWEST_KNOWN_HEADERS = 2


class NoHeader(ValueError):  # noqa: N818 - an outcome
    """No row of the file can be read as the header of this kind of sheet."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: the column, what stands there, and why it cannot be taken."""

    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which the sheet says something else than the record."""

    column: str
    recorded: Any
    sheet: Any


@dataclass(slots=True)
class Line:
    """One row of the sheet (its number as the spreadsheet shows it) and what becomes of it.

    `seen` gives for each of its commands the version of the stream that it was made for.
    """

    number: int
    key: str = ""
    status: Status = "new"
    faults: list[Fault] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    commands: Sequence[Command] = ()
    seen: Sequence[int] = ()
    cells: dict[str, str] = field(default_factory=dict)
    row: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Preview:
    """What a sheet would change, and what the record has that the sheet has not."""

    kind: Kind
    sheet: str
    header_row: int
    lines: list[Line]
    missing: list[str]
    columns_not_read: list[str]
    confirms: frozenset[Confirmed] = frozenset()

    def count(self, status: Status) -> int:
        """Count the rows of one status."""
        return sum(line.status == status for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Header:
    table: Table
    last_row: int
    columns: Mapping[int, Column]
    words: Mapping[int, str]
    readers: dict[int, Callable[[Cell], Any]] = field(default_factory=dict)


def preview(consortium: Consortium, kind: Kind, tables: Sequence[Table], place: Place) -> Preview:
    """Compare a file with the record; raises `NoHeader` if it holds no such sheet."""
    header = _header(kind, tables)
    record = kind.recorded(consortium, place)
    rehearsal = Rehearsal(consortium.log, place.confirms, place.today)
    lines: list[Line] = []
    seen: dict[str, int] = {}
    below = header.table.rows[header.last_row + 1 :]
    for number, cells in enumerate(below, start=header.last_row + 2):
        if all(is_blank(cell) for cell in cells):
            continue
        line = _read(header, cells, number)
        _settle(kind, place, line, record)
        if line.key and line.key in seen:
            reason = (
                f"{seen[line.key]} 行目と同じものです / the same stands in row {seen[line.key]}"
            )
            line.faults.append(Fault("", line.key, reason))
        elif line.key:
            seen[line.key] = number
        if not line.faults and not line.questions:
            _compare(kind, place, line, record)
        _rehearse(rehearsal, line)
        if line.faults:
            line.status = "bad"
        elif line.questions:
            line.status = "in_doubt"
        lines.append(line)
    return Preview(
        kind=kind,
        sheet=header.table.sheet,
        header_row=header.last_row + 1,
        lines=lines,
        missing=_missing(kind, record, lines),
        columns_not_read=[word for at, word in header.words.items() if at not in header.columns],
        confirms=place.confirms,
    )


def _header(kind: Kind, tables: Sequence[Table]) -> _Header:
    """Find the row that names the most columns; title rows above it are passed over.

    Where cells are merged down over two rows of headings, the two are read as one.
    """
    named = {key: column for column in reversed(kind.columns) for key in column.header_keys()}
    best: _Header | None = None
    for table in tables:
        for at in range(len(table.rows)):
            for rows in (1, 2):
                words = _words(table.rows[at : at + rows])
                columns = dict(_columns(named, words))
                if best is None or len(columns) > len(best.columns):
                    plain = {i: " ".join(filter(None, word)) for i, word in words.items()}
                    best = _Header(table, at + rows - 1, columns, plain)
    found = set(best.columns.values()) if best else set()
    lacking = [
        column.label.ja for column in kind.columns if column.required and column not in found
    ]
    if best is None or len(found) < FEWEST_KNOWN_HEADERS or lacking:
        known = "、".join(column.label.ja for column in kind.columns)
        raise NoHeader(
            f"{kind.label.ja}（{kind.name}）の見出しの行が見つかりません。"
            + (f"足りない列: {'、'.join(lacking)}。" if found and lacking else "")
            + f"読める列: {known} / no sheet of kind {kind.name} was found"
        )
    for at, column in best.columns.items():
        best.readers[at] = reader(column.annotation, date1904=best.table.date1904)
    return best


def _words(rows: Sequence[Sequence[Cell]]) -> dict[int, tuple[str, ...]]:
    width = max(map(len, rows), default=0)
    found = {}
    for at in range(width):
        cells = [row[at] if at < len(row) else None for row in rows]
        words = tuple("" if is_blank(cell) else shown(cell) for cell in cells)
        if any(words):
            found[at] = words
    return found


def _columns(
    named: Mapping[str, Column], words: Mapping[int, tuple[str, ...]]
) -> Iterator[tuple[int, Column]]:
    taken: set[str] = set()
    for at, said in words.items():
        ways = (header_key(way) for way in ("".join(said), *reversed(said)) if way)
        column = next((named[way] for way in ways if way in named), None)
        if column is not None and column.name not in taken:
            taken.add(column.name)
            yield at, column


def _read(header: _Header, cells: Sequence[Cell], number: int) -> Line:
    line = Line(number)
    for at, column in header.columns.items():
        cell = cells[at] if at < len(cells) else None
        line.cells[column.name] = shown(cell)
        if cell == ERASED:
            continue
        if is_blank(cell):
            if column.required:
                reason = "この欄が空です / this cell must not be blank"
                line.faults.append(Fault(column.label.ja, "", reason))
            continue
        try:
            line.row[column.name] = header.readers[at](cell)
        except ValueError as error:
            line.faults.append(Fault(column.label.ja, shown(cell), str(error)))
    for at, cell in enumerate(cells):
        # What could not be computed may be what matters, even in a column that is not read.
        if isinstance(cell, Broken) and at not in header.columns and not header.words.get(at):
            line.faults.append(Fault("", cell.written, cell.reason))
    return line


def _settle(kind: Kind, place: Place, line: Line, record: Record) -> None:
    read_well = not line.faults
    try:
        settle_municipality(line.row)
    except CannotSay as cannot:
        _fault(kind, line, cannot)
    try:
        line.key = kind.settle(place, line.row, record)
    except Doubt as doubt:
        line.questions.append(str(doubt))
    except CannotSay as cannot:
        if read_well:
            _fault(kind, line, cannot)
    except KeyError:
        # What identifies the row could not be read; that is a fault already.
        if read_well:
            raise


def _compare(kind: Kind, place: Place, line: Line, record: Record) -> None:
    known = record.rows.get(line.key)
    if known is not None:
        line.row = {name: said for name, said in line.row.items() if name not in known.erased}
        was = known.compared_with(line.row)
        for name, said in line.row.items():
            column = kind.column(name)
            if column.compared and was.get(name) != said:
                line.differences.append(_difference(column, was.get(name), said, record))
        line.status = "changed" if line.differences else "unchanged"
        if not line.differences:
            return
    _command(kind, place, line, record, known)
    if known is None and not line.faults:
        record.sheet[line.key] = line.row
    if not (line.commands or line.faults or line.questions):
        _nothing_follows(line, known)


def _difference(column: Column, was: Any, said: Any, record: Record) -> Difference:  # noqa: ANN401
    if column.writes and was is not None:
        was = column.writes(was, record.directory.numbers)
    if column.writes:
        said = column.writes(said, record.directory.numbers)
    return Difference(column.label.ja, was, said)


def _command(kind: Kind, place: Place, line: Line, record: Record, known: Known | None) -> None:
    try:
        confirm_municipality(place, line.row, known.row if known else None)
        line.commands = kind.commands(place, line.row, known, record)
        if undeclared := {type(one) for one in line.commands} - {*kind.asks_for}:
            raise TypeError(f"{kind.name} does not say that it asks for {undeclared}")
        _ask_about_voided(place, line, record, known)
    except Doubt as doubt:
        line.questions.append(str(doubt))
    except CannotSay as cannot:
        _fault(kind, line, cannot)
    except ValidationError as error:
        for one in error.errors(include_input=False, include_url=False):
            said = one["msg"].removeprefix("Value error, ")
            column = _column(kind, str(one["loc"][0])) if one["loc"] else ""
            reason = f"項目の組合せが正しくありません / {said}"
            line.faults.append(Fault(column, "", reason))


def _nothing_follows(line: Line, known: Known | None) -> None:
    columns = "、".join(one.column for one in line.differences)
    reason = "日付などが足りず、何が起きたか分かりません / nothing can be recorded from this"
    line.faults.append(Fault(columns if known else "", line.key, reason))


def _ask_about_voided(place: Place, line: Line, record: Record, known: Known | None) -> None:
    opening = next((one for one in line.commands if not one.TARGET), None)
    stream = stream_of(place.namespace, opening) if opening else None
    if stream in record.voided or (known is None and line.key in record.withdrawn):
        line.commands = ()
        raise Doubt(
            "一度記録され、取り消されています。改めて記録するなら画面かAPIで入力してください"
            " / this was recorded and voided; enter it by hand if it is to stand again"
        )


def _fault(kind: Kind, line: Line, cannot: CannotSay) -> None:
    for name, reason in cannot.faults:
        line.faults.append(Fault(_column(kind, name), line.cells.get(name, ""), reason))


def _column(kind: Kind, name: str) -> str:
    return next((one.label.ja for one in kind.columns if one.name == name), name)


def _rehearse(rehearsal: Rehearsal, line: Line) -> None:
    if line.faults or line.questions or not line.commands:
        return
    try:
        line.seen = rehearsal.accept_all(line.commands)
    except Refused as refused:
        label = type(refused.command).LABEL.ja
        # What looks like an individual number is not repeated, even where it names the row.
        if holds_individual_number(line.key):
            line.key = ""
        line.faults.append(Fault(label, line.key, refused.reason))


def _missing(kind: Kind, record: Record, lines: Sequence[Line]) -> list[str]:
    seen = {line.key for line in lines}
    # A row that could not be read in full still says which programme and year the sheet is of.
    scopes = {_scope(kind, line.row) for line in lines}
    return sorted(
        key
        for key, known in record.rows.items()
        if known.listed and key not in seen and _scope(kind, known.row) in scopes
    )


def _scope(kind: Kind, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in kind.scope)
