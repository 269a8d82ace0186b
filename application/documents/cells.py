"""From what stands in a cell to a value: 和暦, serial days, full-width digits, yen with commas."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin
from uuid import UUID

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from domain.base.marks import marks_of_type
from domain.base.values.codes import (
    municipality_check_digit,
    parse_corporate_number,
    parse_invoice_number,
    parse_municipality_code,
)
from domain.base.values.era import from_excel_serial, parse_japanese_date
from domain.base.values.fiscal_year import parse_fiscal_year
from domain.base.values.text import half_width_digits, plain_code, search_key
from domain.base.words import Code

K = TypeVar("K")

JOINT = "joint"
JOINT_WRITTEN = ("共同", "連携", "joint")
"""How a sheet says that a sum is nobody's alone; the first is what an export writes."""
YES, NO = "はい", "いいえ"
_TRUTHS = {
    **dict.fromkeys((YES, "○", "◯", "有", "あり", "true", "yes", "1"), True),
    **dict.fromkeys((NO, "×", "無", "なし", "false", "no", "0"), False),
}
SPACE = " 　\u00a0\t\r\n"
CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that holds no value: an error, or a formula that was never computed."""

    written: str
    reason: str

    def __str__(self) -> str:
        """Give what stands in the cell."""
        return self.written


Cell = str | int | float | bool | date | datetime | time | Broken | None
"""What stands in a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as it stands: its rows from the first, and where its serial days count from."""

    sheet: str
    rows: tuple[tuple[Cell, ...], ...]
    date1904: bool = False


class Unfit(ValueError):  # noqa: N818 - an outcome
    """A cell is not what its column holds; the message says why, Japanese first."""


def is_blank(cell: Cell) -> bool:
    """Say whether a cell holds nothing but space."""
    return cell is None or (isinstance(cell, str) and not cell.strip(SPACE))


def shown(cell: Cell) -> str:
    """Give what stands in a cell as a person reads it there."""
    match cell:
        case None:
            return ""
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)


def reader(annotation: Any, *, date1904: bool = False) -> Callable[[Cell], Any]:  # noqa: ANN401
    """Give what reads a cell as a field of this type; it raises `Unfit` saying what is wrong.

    Text is kept as it stands but for spaces at its ends: names keep 髙 and 﨑.
    """
    adapter = TypeAdapter(annotation)
    prepare, expected = _preparing(annotation, date1904=date1904)

    def read(cell: Cell) -> Any:  # noqa: ANN401
        if isinstance(cell, Broken):
            raise Unfit(cell.reason)
        try:
            return adapter.validate_python(prepare(cell))
        except Unfit:
            raise
        except ValidationError as error:
            said = {one["msg"].removeprefix("Value error, ") for one in error.errors()}
            raise Unfit(f"{expected} / {'; '.join(sorted(said))}") from None
        except ValueError as error:
            raise Unfit(f"{expected} / {error}") from None

    return read


def _preparing(annotation: Any, *, date1904: bool) -> tuple[Callable[[Cell], Any], str]:  # noqa: ANN401
    parsers: set[Any] = {mark.func for mark in marks_of_type(annotation, BeforeValidator)}
    kinds = list(_plain_kinds(annotation))
    codes = _of(Code, kinds)
    way: tuple[Callable[[Cell], Any], str] = (_text, "この列に入る文字ではありません")
    if parse_municipality_code in parsers:
        joint = JOINT in kinds
        way = (
            lambda cell: _municipality(cell, joint=joint),
            "市町村コードとして読めません（6桁。先頭の0が落ちていないか確かめてください）",
        )
    elif parse_corporate_number in parsers:
        way = _text, "法人番号として読めません（13桁。検査数字が合うか確かめてください）"
    elif parse_invoice_number in parsers:
        way = _text, "登録番号として読めません（Tと13桁）"
    elif parse_fiscal_year in parsers:
        way = read_whole_number, "年度として読めません（例: 令和6年度、R6、2024）"
    elif _of(date, kinds):
        way = (
            lambda cell: read_day(cell, date1904=date1904),
            "日付として読めません（例: 令和6年5月1日、R6.5.1、2024-05-01）",
        )
    elif codes:
        way = _code_of(codes[0]), "選択肢にありません"
    elif _of(bool, kinds):
        way = _truth, f"「{YES}」か「{NO}」として読めません"
    elif _of(int, kinds):
        way = read_whole_number, "この列に入る整数ではありません"
    return (_several(way[0]), way[1]) if is_tuple(annotation) else way


def _of(kind: type[K], kinds: list[Any]) -> list[type[K]]:
    return [one for one in kinds if isinstance(one, type) and issubclass(one, kind)]


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
            text = half_width_digits(cell).strip(SPACE)
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
            text = search_key(cell).replace(",", "").strip("¥\\円 ")
            return int(text) if re.fullmatch(r"-?[0-9]{1,15}", text) else cell.strip(SPACE)
        case _:
            raise ValueError("a number is expected")


def _text(cell: Cell) -> str:
    match cell:
        case bool():
            raise ValueError("text is expected, not a truth value")
        case int():
            return str(cell)
        case float():
            if not cell.is_integer():
                raise ValueError(f"text is expected, not {cell}")
            return str(int(cell))
        case date():
            raise ValueError(f"text is expected, not the day {shown(cell)}")
        case str():
            return cell.strip(SPACE)
        case _:
            raise ValueError("text is expected")


def _municipality(cell: Cell, *, joint: bool) -> str:
    text = _text(cell)
    if joint and search_key(text) in JOINT_WRITTEN:
        return JOINT
    code = plain_code(text)
    if isinstance(cell, int | float) and len(code) != CODE_DIGITS:
        # As a number, 11002 may be 011002 or a code without its check digit.
        raise ValueError(f"read the number {code}; write all six digits as text")
    lost = f"0{code}"
    if re.fullmatch(r"[1-9][0-9]{4}", code) and lost == lost[:5] + municipality_check_digit(
        lost[:5]
    ):
        raise ValueError(f"read {code}; is it {lost} without its zero? Write all six digits")
    return code


def choices(annotation: Any) -> list[str]:  # noqa: ANN401 - any type form
    """Give the words that a column of this type chooses from; none if it holds anything else."""
    kinds = _plain_kinds(annotation)
    if _of(bool, kinds):
        return [YES, NO]
    return [one.ja for kind in _of(Code, kinds) for one in kind]


def _code_of(kind: type[Code]) -> Callable[[Cell], Code]:
    def read(cell: Cell) -> Code:
        said = search_key(shown(cell))
        for member in kind:
            if said in {search_key(member.value), search_key(member.ja), search_key(member.en)}:
                return member
        raise Unfit(
            f"選択肢は {'、'.join(one.ja for one in kind)} です"
            f" / known are {', '.join(one.en for one in kind)}"
        )

    return read


def _several(one: Callable[[Cell], Any]) -> Callable[[Cell], tuple[Any, ...]]:
    return lambda cell: tuple(one(part) for part in several(shown(cell)))


def several(text: str) -> list[str]:
    """Give the parts of a cell that holds several values, one after the other."""
    parts = (part.strip(SPACE) for part in re.split("[、,，;；\n]", text))
    return [part for part in parts if part]


def is_tuple(annotation: Any) -> bool:  # noqa: ANN401 - any type form
    """Say whether a field of this type holds several values."""
    return get_origin(annotation) is tuple or any(map(is_tuple, get_args(annotation)))


def _truth(cell: Cell) -> bool:
    said = _TRUTHS.get(search_key(shown(cell)))
    if said is None:
        raise ValueError(f"read {shown(cell)}; yes or no is expected")
    return said


def _plain_kinds(annotation: Any) -> list[Any]:  # noqa: ANN401
    """Give the types and literals that an annotation is made of."""
    if isinstance(annotation, type) and annotation is not type(None):
        return [annotation]
    return [
        kind
        for argument in get_args(annotation)
        for kind in ([argument] if isinstance(argument, str) else _plain_kinds(argument))
    ]


def written(value: Any, numbers: Mapping[UUID, str]) -> Cell:  # noqa: ANN401 - a field of a row
    """Give a value as a sheet shows it: codes in Japanese, things by their numbers, not ids."""
    match value:
        case Code():
            return value.ja
        case Enum():
            return str(value.value)
        case bool():
            return YES if value else NO
        case UUID():
            return numbers.get(value, str(value))
        case tuple():
            return "、".join(str(written(one, numbers)) for one in value)
        case _:
            cell: Cell = value
            return cell
