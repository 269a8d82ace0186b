"""A view as a spreadsheet: its lines under Japanese headers, its totals, and what it says."""

import re
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints
from uuid import UUID

from pydantic import BeforeValidator

from application.asking.query import sealed_fields
from application.documents.cells import JOINT, JOINT_WRITTEN, Cell, written
from application.documents.directory import Directory
from application.documents.exporting import Export
from application.service import Consortium
from application.viewing.view import View
from domain.base.marks import marks_of_type
from domain.base.values.codes import parse_municipality_code
from domain.base.values.municipalities import MUNICIPALITIES
from domain.base.words import Code, Label

UNOPENED = "（開いていません）"
"""What stands for a personal value that was not asked to be opened, instead of its digest."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
UNKNOWN = "不明（空欄あり）"
"""What stands for a total of which a part is not known."""
WORDS = {True: "はい", False: "いいえ"}


def sheet(consortium: Consortium, view: View[Any, Any], answer: dict[str, Any]) -> Export:
    """Make a sheet of an answer; records that have a number of their own are shown by it."""
    kind: Any = view.row
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in fields(kind)]
    numbers = Directory(consortium, answer["as_of"]["position"]).numbers
    sealed = set(sealed_fields(kind))
    rows = [
        [
            UNOPENED
            if name in sealed and _DIGEST.fullmatch(str(line[name]))
            else _cell(line[name], hints[name], numbers)
            for name in names
        ]
        for line in answer["items"]
    ]
    if view.totals:
        known = {name: UNKNOWN if sum_ is None else sum_ for name, sum_ in answer["totals"].items()}
        totals: list[Cell] = [known.get(name) for name in names]
        rows.append(["合計", *totals[1:]] if totals[0] is None else totals)
    return Export(
        title=view.label.ja,
        header=[_header(name, hints[name]) for name in names],
        rows=rows,
        notes=[
            ("表 / sheet", f"{view.label.ja} / {view.label.en} ({view.name})"),
            ("コンソーシアム / consortium", answer["consortium"]),
            ("記録 / record", answer["log"]["origin"]),
            *(
                (f"条件 / {name}", str(value))
                for name, value in answer["asked"].items()
                if value is not None
            ),
            ("基準日 / valid on", answer["valid_on"]),
            ("記録の位置 / position", str(answer["as_of"]["position"])),
            ("記録時点 / recorded by", str(answer["as_of"]["recorded_at"])),
            *(("注記 / note", f"{note['ja']} / {note['en']}") for note in answer["notes"]),
        ],
    )


def _header(name: str, hint: Any) -> str:  # noqa: ANN401 - any type form
    labels = marks_of_type(hint, Label)
    return labels[0].ja if labels else name


def _cell(value: Any, hint: Any, numbers: dict[UUID, str]) -> Cell:  # noqa: ANN401 - of an answer
    match value:
        case bool():
            return WORDS[value]
        case dict():
            return str(value["label"])
        case list():
            return "、".join(str(_cell(each, hint, numbers)) for each in value)
        case str():
            return _in_words(value, hint, numbers)
    cell: Cell = value
    return cell


def _in_words(text: str, hint: Any, numbers: dict[UUID, str]) -> Cell:  # noqa: ANN401
    if _is_municipality(hint):
        known = MUNICIPALITIES.get(text)
        return JOINT_WRITTEN[0] if text == JOINT else known.name if known else text
    for kind in _kinds(hint):
        if issubclass(kind, Code):
            return next(one.ja for one in kind if one.value == text)
        if issubclass(kind, UUID):
            return written(UUID(text), numbers)
        if issubclass(kind, date):
            return date.fromisoformat(text)
    return text


def _is_municipality(hint: Any) -> bool:  # noqa: ANN401 - any type form
    """Say whether a column holds municipalities, whatever else its type says of it."""
    read_by = {mark.func for mark in marks_of_type(hint, BeforeValidator)}
    return parse_municipality_code in read_by


def _kinds(hint: Any) -> list[type]:  # noqa: ANN401 - any type form
    if isinstance(hint, type):
        return [hint]
    inner = getattr(hint, "__args__", ())
    origin = getattr(hint, "__origin__", None)
    return [kind for each in (origin, *inner) if each is not hint for kind in _kinds(each)]
