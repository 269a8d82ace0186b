"""What a sheet would change: every row new, changed, unchanged, in doubt or bad; and what is missing.

Nothing is written. What a preview shows as new or changed is what an import records.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from application.decision import NotFound
from application.documents.cells import Cell, Table, is_blank, reader
from application.documents.kind import CannotSay, Column, Doubt, Kind, Place, Row
from application.rehearse import Rehearsal
from application.service import Consortium
from domain.base.command import Command
from domain.base.rule import RuleBroken

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
    """One row of the sheet (its number as the spreadsheet shows it) and what becomes of it."""

    number: int
    key: str
    status: Status
    faults: list[Fault] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    commands: Sequence[Command] = ()


@dataclass(slots=True)
class Preview:
    """What a sheet would change, and what the record has that the sheet has not."""

    kind: Kind
    sheet: str
    lines: list[Line]
    missing: list[str]
    columns_not_read: list[str]

    def count(self, status: Status) -> int:
        """Count the rows of one status."""
        return sum(line.status == status for line in self.lines)


def preview(consortium: Consortium, kind: Kind, tables: Sequence[Table], place: Place) -> Preview:
    """Compare a file with the record; raises `NoHeader` if it holds no such sheet."""
    table, header_at, columns = _header(kind, tables)
    recorded = kind.recorded(consortium)
    rehearsal = Rehearsal(consortium.log)
    lines: list[Line] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(table.rows[header_at + 1 :], start=header_at + 2):
        if all(is_blank(cell) for cell in cells):
            continue
        row, faults = _read(columns, cells, table)
        line = _line(kind, place, row, faults, number, recorded)
        if line.key and line.key in seen:
            reason = f"the same row stands in row {seen[line.key]} already"
            line.faults.append(Fault("", line.key, reason))
        seen.setdefault(line.key, number)
        _rehearse(rehearsal, line)
        if line.faults:
            line.status = "bad"
        lines.append(line)
    return Preview(
        kind=kind,
        sheet=table.sheet,
        lines=lines,
        missing=sorted(recorded.keys() - seen.keys()),
        columns_not_read=[
            str(cell)
            for at, cell in enumerate(table.rows[header_at])
            if not is_blank(cell) and at not in columns
        ],
    )


def _header(kind: Kind, tables: Sequence[Table]) -> tuple[Table, int, dict[int, Column]]:
    """Find the row that names the most columns; title rows above it are passed over."""
    best: tuple[int, Table | None, int, dict[int, Column]] = (0, None, 0, {})
    for table in tables:
        for at, cells in enumerate(table.rows):
            found = dict(_columns(kind, cells))
            if len(found) > best[0]:
                best = (len(found), table, at, found)
    count, best_table, at, columns = best
    lacking = [c.label.ja for c in kind.columns if c.required and c not in columns.values()]
    if best_table is None or count < min(FEWEST_KNOWN_HEADERS, len(kind.columns)) or lacking:
        raise NoHeader(
            f"no sheet of kind {kind.name}: "
            + (f"the columns {'、'.join(lacking)} are missing; " if lacking else "")
            + f"known columns are {'、'.join(c.label.ja for c in kind.columns)}"
        )
    return best_table, at, columns


def _columns(kind: Kind, cells: Sequence[Cell]) -> Iterator[tuple[int, Column]]:
    for at, cell in enumerate(cells):
        if not is_blank(cell):
            for column in kind.columns:
                if column.headed(cell):
                    yield at, column
                    break


def _read(
    columns: dict[int, Column], cells: Sequence[Cell], table: Table
) -> tuple[dict[str, Any], list[Fault]]:
    row: dict[str, Any] = {}
    faults = []
    for at, column in columns.items():
        cell = cells[at] if at < len(cells) else None
        if is_blank(cell):
            if column.required:
                faults.append(Fault(column.label.ja, "", "this cell must not be blank"))
            continue
        try:
            row[column.name] = reader(column.annotation, date1904=table.date1904)(cell)
        except ValueError as error:
            faults.append(Fault(column.label.ja, str(cell), str(error)))
    return row, faults


def _line(
    kind: Kind,
    place: Place,
    row: Row,
    faults: list[Fault],
    number: int,
    recorded: dict[str, Row],
) -> Line:
    if faults:
        try:
            key = kind.key(row)
        except KeyError:
            key = ""
        return Line(number, key, "bad", faults)
    key = kind.key(row)
    was = recorded.get(key)
    line = Line(number, key, "new" if was is None else "unchanged")
    line.differences = [
        Difference(kind.column(name).label.ja, was.get(name) if was else None, value)
        for name, value in row.items()
        if was is not None and was.get(name) != value
    ]
    if was is not None and not line.differences:
        return line
    if was is not None:
        line.status = "changed"
    try:
        line.commands = kind.commands(place, row, was, recorded)
    except Doubt as doubt:
        line.status = "in_doubt"
        line.questions.append(str(doubt))
    except CannotSay as cannot:
        label = kind.column(cannot.column).label.ja
        line.faults.append(Fault(label, str(row.get(cannot.column, "")), str(cannot)))
    return line


def _rehearse(rehearsal: Rehearsal, line: Line) -> None:
    for command in line.commands if not line.faults else ():
        try:
            rehearsal.accept(command)
        except RuleBroken as broken:
            line.faults.append(
                Fault(type(command).LABEL.ja, line.key, f"{broken.rule.code}: {broken.rule.ja}")
            )
            return
        except NotFound:
            line.faults.append(Fault(type(command).LABEL.ja, line.key, "その記録はありません。"))
            return
