"""An empty sheet of a kind: every column that an import reads, and what each one holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from application.documents.cells import JOINT, JOINT_WRITTEN, choices
from application.documents.exporting import Export
from application.documents.kind import Column, Kind
from application.documents.ports import Spreadsheets


@dataclass(frozen=True, slots=True)
class Blank:
    """A file that holds nothing of any record, so that handing it over is no export.

    Nothing but this module makes one.
    """

    content: bytes


def blank(files: Spreadsheets, kind: Kind) -> Blank:
    """Write the empty sheet of a kind as an xlsx."""
    made = template(kind)
    return Blank(files.write_xlsx(made.title, made.header, made.rows, made.notes))


def template(kind: Kind) -> Export:
    """Give the header of a kind with no row below it, its columns explained beside it."""
    return Export(
        title=kind.label.ja,
        header=[column.label.ja for column in kind.columns],
        rows=[],
        notes=[
            ("表 / sheet", f"{kind.label.ja} / {kind.label.en} ({kind.name})"),
            *(
                (f"{column.label.ja} / {column.label.en}", "。".join(_explained(column)))
                for column in kind.columns
            ),
        ],
    )


def _explained(column: Column) -> Iterator[str]:
    if column.required:
        yield "必須 / required"
    if words := choices(column.annotation):
        yield f"選択肢 / one of: {'、'.join(words)}"
    elif column.label.example:
        example = column.label.example
        yield f"例 / such as: {JOINT_WRITTEN[0] if example == JOINT else example}"
    if not column.compared:
        yield "記録と比べない / not compared with the record"
