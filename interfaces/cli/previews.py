"""What was found of a sheet, and what was recorded of it: for people and for programs."""

from typing import Any

from rich.markup import escape
from rich.table import Table

from application.documents.cells import shown, written
from application.documents.importing import Imported
from application.documents.preview import Line, Preview, Status
from interfaces.cli.context import Context

STATUSES: dict[Status, str] = {
    "new": "新規 / new",
    "changed": "変更 / changed",
    "unchanged": "変更なし / unchanged",
    "in_doubt": "要確認 / in doubt",
    "bad": "読めない行 / bad",
}
MOST_SHOWN = 50


def told(seen: Preview, imported: Imported | None) -> dict[str, Any]:
    """Give a preview, and what was recorded, as plain values."""
    return {
        "kind": seen.kind.name,
        "sheet": seen.sheet,
        "header_row": seen.header_row,
        "counts": {status: seen.count(status) for status in STATUSES},
        "rows": [_told(line) for line in seen.lines],
        "missing": seen.missing,
        "columns_not_read": seen.columns_not_read,
        "recorded": None
        if imported is None
        else {
            "rows": imported.rows,
            "commands": imported.commands,
            "position": imported.position,
            "refused": [{"row": row, "reason": reason} for row, reason in imported.refused],
        },
    }


def _told(line: Line) -> dict[str, Any]:
    return {
        "row": line.number,
        "key": line.key,
        "status": line.status,
        "differences": [
            {"column": one.column, "recorded": _plain(one.recorded), "sheet": _plain(one.sheet)}
            for one in line.differences
        ],
        "faults": [
            {"column": one.column, "value": one.value, "reason": one.reason} for one in line.faults
        ],
        "questions": line.questions,
    }


def _plain(value: Any) -> str:  # noqa: ANN401 - a field of a row
    return shown(written(value, {}))


def show(context: Context, seen: Preview, imported: Imported | None, *, asked: bool) -> None:
    """Show what was found, unless it was `asked` about already, and what was recorded."""
    if imported is None or not asked:
        show_preview(context, seen)
    if imported is None:
        context.screen.print("何も記録していません / nothing was recorded", highlight=False)
        return
    context.screen.print(
        f"[bold]{imported.rows} 行を記録しました[/bold]（{imported.commands} 件、位置"
        f" {imported.position}） / recorded {imported.rows} rows",
        highlight=False,
    )
    for number, reason in imported.refused:
        context.screen.print(f"{number} 行目は記録できませんでした: {reason}", highlight=False)
    if left := seen.count("bad") + seen.count("in_doubt"):
        context.screen.print(
            f"上の {left} 行（要確認・読めない行）は記録していません / {left} rows were left alone",
            highlight=False,
        )


def show_preview(context: Context, seen: Preview) -> None:
    """Show what each row of a sheet is against the record."""
    screen = context.screen
    screen.print(
        f"[bold]{seen.kind.label.ja}[/bold]（{seen.kind.name}）"
        f"  シート「{escape(seen.sheet)}」 見出し {seen.header_row} 行目",
        highlight=False,
    )
    counts = Table(*STATUSES.values())
    counts.add_row(*(str(seen.count(status)) for status in STATUSES))
    screen.print(counts)
    _show_lines(context, seen)
    if seen.missing:
        keys = "、".join(seen.missing[:MOST_SHOWN])
        more = f" ほか {len(seen.missing) - MOST_SHOWN}" if len(seen.missing) > MOST_SHOWN else ""
        screen.print(
            f"記録にあってこの表にないもの {len(seen.missing)} 件（何も終わらせず、消しません）:"
            f" {keys}{more} / recorded but not in this sheet; nothing is ended",
            highlight=False,
            markup=False,
        )
    if seen.columns_not_read:
        screen.print(
            f"読まない列: {'、'.join(seen.columns_not_read)} / columns not read",
            highlight=False,
            markup=False,
        )


def table_of(title: str, *headers: str) -> Table:
    """Give an empty table."""
    table = Table(title=title)
    for header in headers:
        # Japanese has no spaces to break a line at, and no reason may be cut short.
        table.add_column(header, overflow="fold")
    return table


def _show_lines(context: Context, seen: Preview) -> None:
    tables = {
        "changed": table_of("変更", "行", "キー", "列", "記録 / recorded", "この表 / sheet"),
        "in_doubt": table_of("要確認", "行", "キー", "列", "質問 / question"),
        "bad": table_of("読めない行", "行", "列", "値", "理由 / reason"),
    }
    for line in seen.lines:
        at = str(line.number)
        if line.status == "changed":
            for one in line.differences:
                said = (one.column, _plain(one.recorded) or "—", _plain(one.sheet))
                tables["changed"].add_row(at, *map(escape, (line.key, *said)))
        if line.status == "in_doubt":
            columns = "、".join(
                f"{one.column}: {_plain(one.recorded) or '—'} → {_plain(one.sheet)}"
                for one in line.differences
            )
            for question in line.questions:
                tables["in_doubt"].add_row(at, *map(escape, (line.key, columns, question)))
        if line.status == "bad":
            for fault in line.faults:
                said = (fault.column, fault.value, fault.reason)
                tables["bad"].add_row(at, *map(escape, said))
    for table in tables.values():
        if table.row_count:
            context.screen.print(table)
