"""An empty sheet of a kind: every column that an import reads, and what each one holds."""

from collections.abc import Iterator

from application.documents.cells import JOINT, JOINT_WRITTEN, choices
from application.documents.exporting import Export
from application.documents.kind import Column, Kind


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
