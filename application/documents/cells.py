"""From what stands in a cell to a value: 和暦, serial days, full-width digits, yen with commas."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, get_args
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from domain.base.values.era import from_excel_serial, parse_japanese_date
from domain.base.values.text import half_width_digits, search_key
from domain.base.words import Code

Cell = str | int | float | bool | date | datetime | time | None
SIX_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as it stands: its rows from the first, and where its serial days count from."""

    sheet: str
    rows: tuple[tuple[Cell, ...], ...]
    date1904: bool = False


def is_blank(cell: Cell) -> bool:
    """Say whether a cell holds nothing but space."""
    return cell is None or (isinstance(cell, str) and not cell.strip("  \t\r\n"))


def reader(annotation: Any, *, date1904: bool = False) -> Callable[[Cell], Any]:  # noqa: ANN401
    """Give what reads a cell as a field of this type; it raises ValueError saying what is wrong.

    Text is kept as it stands but for spaces at its ends: names keep 髙 and 﨑.
    """
    kinds = list(_plain_kinds(annotation))
    adapter = TypeAdapter(annotation)
    prepare: Callable[[Cell], Any] = _text
    if any(issubclass(kind, date) for kind in kinds):

        def prepare(cell: Cell) -> Any:  # noqa: ANN401
            return read_day(cell, date1904=date1904)

    elif codes := [kind for kind in kinds if issubclass(kind, Code)]:

        def prepare(cell: Cell) -> Any:  # noqa: ANN401
            return _code(codes[0], cell)

    elif any(issubclass(kind, int) for kind in kinds):
        prepare = read_whole_number

    def read(cell: Cell) -> Any:  # noqa: ANN401
        value = prepare(cell)
        try:
            return adapter.validate_python(value)
        except ValidationError as error:
            raise ValueError("; ".join(one["msg"] for one in error.errors())) from None

    return read


def read_day(cell: Cell, *, date1904: bool = False) -> date:
    """Read a day: a date cell, a serial number, or text in 和暦 or 西暦."""
    match cell:
        case bool():
            raise ValueError("a day is expected, not a truth value")
        case datetime():
            if cell.time() != time.min:
                raise ValueError(f"a day is expected, without the time {cell.time()}")
            return cell.date()
        case date():
            return cell
        case int() | float():
            return from_excel_serial(cell, date1904=date1904)
        case str():
            text = half_width_digits(cell).strip()
            if re.fullmatch(r"[0-9]{5}", text):
                return from_excel_serial(int(text), date1904=date1904)
            return parse_japanese_date(cell)
        case _:
            raise ValueError("a day is expected")


def read_whole_number(cell: Cell) -> int | str:
    """Read a whole number: 1,200, ￥1,200, １２００円; text that is none is given as it stands."""
    match cell:
        case bool():
            raise ValueError("a number is expected, not a truth value")
        case int():
            return cell
        case float():
            if not cell.is_integer():
                raise ValueError(f"a whole number is expected, not {cell}")
            return int(cell)
        case str():
            text = search_key(cell).replace(",", "").strip("¥￥円 ")
            return int(text) if re.fullmatch(r"-?[0-9]{1,15}", text) else cell.strip()
        case _:
            raise ValueError("a number is expected")


def _text(cell: Cell) -> str:
    match cell:
        case bool() | float():
            raise ValueError(f"text is expected, not {cell}")
        case int():
            # A spreadsheet drops the zero that a code begins with; six digits are still whole.
            if len(str(cell)) < SIX_DIGITS:
                raise ValueError(f"{cell} is a number; format the cell as text, zeros included")
            return str(cell)
        case date():
            return cell.isoformat()
        case str():
            return cell.strip("  \t\r\n")
        case _:
            raise ValueError("text is expected")


def _code(kind: type[Code], cell: Cell) -> Code:
    said = search_key(str(cell))
    for member in kind:
        if said in {search_key(member.value), search_key(member.ja), search_key(member.en)}:
            return member
    known = "、".join(member.ja for member in kind)
    raise ValueError(f"known are {known}")


def _plain_kinds(annotation: Any) -> list[type]:  # noqa: ANN401
    if isinstance(annotation, type) and annotation is not type(None):
        return [annotation]
    return [
        kind
        for argument in get_args(annotation)
        for kind in ([str] if isinstance(argument, str) else _plain_kinds(argument))
    ]


def written(value: Any) -> Cell:  # noqa: ANN401 - a field of a row
    """Give a value as a sheet shows it: codes in Japanese, ids and text as they are."""
    match value:
        case Code():
            return value.ja
        case Enum():
            return str(value.value)
        case UUID():
            return str(value)
        case _:
            cell: Cell = value
            return cell
