"""What is exported: the columns of an import, filled from the record; it comes back as it went."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.asking.answers import ERASED
from application.documents.cells import JOINT, JOINT_WRITTEN, Cell, written
from application.documents.kind import Column, Kind, Place
from application.documents.record import Known, Record
from application.service import Consortium
from domain.base.values.fiscal_year import label as fiscal_year_label
from domain.base.values.municipalities import MUNICIPALITIES

HELPING = frozenset({"changed_on", "cause", "subject_kind", "as_fact"})
"""Columns that explain a row of an import, and of which the record holds nothing."""


@dataclass(frozen=True, slots=True)
class Export:
    """A sheet's header and rows, and what it says of itself.

    `position` is that of the record it was made of; 0 of a sheet that holds nothing of it.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[tuple[str, str]]
    position: int = 0


def export(consortium: Consortium, kind: Kind, place: Place) -> Export:
    """Give all that is recorded of a kind, personal values opened."""
    record = kind.recorded(consortium, place)
    # Not the log's last: that may have moved since the record was read.
    position = record.directory.position
    recorded_at = consortium.log.time_of(position)
    columns = [one for one in kind.columns if one.compared or one.name not in HELPING]
    rows = [
        [_cell(column, known, record) for column in columns]
        for known in _in_turn(kind, record)
        if known.listed
    ]
    simulated = consortium.log.clock == "simulated"
    return Export(
        title=kind.label.ja,
        header=[column.label.ja for column in columns],
        rows=rows,
        notes=[
            ("表 / sheet", f"{kind.label.ja} / {kind.label.en} ({kind.name})"),
            ("コンソーシアム / consortium", consortium.name),
            ("記録 / record", consortium.log.origin),
            ("基準日 / valid on", place.today.isoformat()),
            ("記録の位置 / position", str(position)),
            ("記録時点 / recorded by", recorded_at.isoformat() if recorded_at else "―"),
            (
                "時計 / clock",
                "模擬の時計（実際の記録時刻ではありません）" if simulated else "server",
            ),
            ("行数 / rows", str(len(rows))),
        ],
        position=position,
    )


def _in_turn(kind: Kind, record: Record) -> list[Known]:
    if kind.in_turn:
        return sorted(record.rows.values(), key=kind.in_turn)
    return [known for _, known in sorted(record.rows.items())]


def _cell(column: Column, known: Known, record: Record) -> Cell:
    if column.name in known.erased:
        return ERASED
    value = known.row.get(column.name)
    if column.name == "municipality_name":
        municipality = MUNICIPALITIES.get(known.row.get("municipality", ""))
        return municipality.name if municipality else None
    if value is None:
        return None
    numbers = record.directory.numbers
    match column.name:
        case "fiscal_year":
            return fiscal_year_label(value)
        case "municipality" if value == JOINT:
            return JOINT_WRITTEN[0]
        case _:
            return column.writes(value, numbers) if column.writes else written(value, numbers)
