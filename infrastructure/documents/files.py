"""Reading and writing spreadsheets: xlsx, and csv in UTF-8 or cp932."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from application.documents.cells import Cell, Table

XLSX = b"PK\x03\x04"
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
FIXED = datetime(2000, 1, 1, tzinfo=timezone.utc).replace(tzinfo=None)
"""The time of making that is written into every xlsx: the same rows give the same bytes."""


class Unreadable(ValueError):  # noqa: N818 - an outcome
    """The file is not a spreadsheet that can be read."""


def read_tables(content: bytes) -> list[Table]:
    """Read the sheets of an xlsx, or a csv as one sheet; raises `Unreadable`."""
    if content.startswith(XLSX):
        return _read_xlsx(content)
    return [Table("csv", tuple(tuple(cell or None for cell in row) for row in _read_csv(content)))]


def _read_xlsx(content: bytes) -> list[Table]:
    try:
        book: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:
        raise Unreadable(f"this is no xlsx that can be opened: {error}") from error
    with_1904 = book.epoch == CALENDAR_MAC_1904
    return [
        Table(
            sheet.title, tuple(tuple(row) for row in sheet.iter_rows(values_only=True)), with_1904
        )
        for sheet in book.worksheets
    ]


def _read_csv(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return list(csv.reader(io.StringIO(text, newline="")))
    raise Unreadable("this csv is neither UTF-8 nor cp932 (Shift_JIS as Windows writes it)")


def write_xlsx(title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write one sheet with a header: one row for each record, text as text, days as days."""
    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": FIXED})
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet.write_row(0, 0, header, bold)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, list(row))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), max(len(header) - 1, 0))
        sheet.autofit()
    return content.getvalue()


def write_csv(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write a csv in UTF-8 with a byte order mark, which spreadsheet programs understand.

    A text that such a program would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(FORMULA_BEGINS):
        return f"'{cell}"
    return "" if cell is None else cell
