"""Reading and writing spreadsheets: xlsx, and csv in UTF-8 or cp932."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from application.documents.cells import Broken, Cell, Table
from application.documents.form import Form
from application.documents.ports import GETA, Encoding, Unmappable, Unreadable, Unwritable
from infrastructure.documents.books import new_book
from infrastructure.documents.forms import write_form

XLSX = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
HARMFUL = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet program would take for a formula, after any apostrophes before it."""
ZEROS = re.compile(r"0{2,}")
FIRST_DAY_OF_EXCEL = date(1900, 3, 1)


def read_tables(content: bytes) -> list[Table]:
    """Read the sheets of an xlsx, or a csv as one sheet; raises `Unreadable`."""
    if content.startswith(XLSX):
        return _read_xlsx(content)
    if content.startswith(OLD_OFFICE):
        raise Unreadable(
            "古い形式（.xls）か、パスワードの付いたファイルです。"
            "パスワードを外し、.xlsx で保存し直してください / save it as .xlsx, without a password"
        )
    rows = _read_csv(content)
    return [Table("csv", tuple(tuple(map(_from_csv, row)) for row in rows))]


def _read_xlsx(content: bytes) -> list[Table]:
    try:
        values: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        with_1904 = values.epoch == CALENDAR_MAC_1904
        return [
            Table(sheet.title, tuple(_rows(sheet, formulas[sheet.title])), with_1904)
            for sheet in values.worksheets
        ]
    except (BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise Unreadable(f"開ける xlsx ではありません / this is no xlsx: {error}") from error


def _rows(values: Any, formulas: Any) -> Iterator[tuple[Cell, ...]]:  # noqa: ANN401 - of openpyxl
    # Some programs write a size that is not the sheet's.
    values.reset_dimensions()
    formulas.reset_dimensions()
    for row, written in zip(values.iter_rows(), formulas.iter_rows(), strict=True):
        yield tuple(_from_xlsx(cell, formula) for cell, formula in zip(row, written, strict=True))


def _from_xlsx(cell: Any, formula: Any) -> Cell:  # noqa: ANN401 - of openpyxl
    value: Cell = cell.value
    if getattr(cell, "data_type", "n") == "e":
        return Broken(str(value), "セルがエラーになっています / the cell holds an error")
    if value is None and getattr(formula, "data_type", "n") == "f":
        return Broken(
            str(formula.value),
            "数式の結果が保存されていません。表計算ソフトで開いて保存し直してください"
            " / this formula was never computed; open and save the file",
        )
    shown_with = getattr(cell, "number_format", None) or ""
    if isinstance(value, int) and not isinstance(value, bool) and ZEROS.fullmatch(shown_with):
        # A number 1 that the sheet shows as 001 is 001 to whoever reads it.
        return str(value).zfill(len(shown_with))
    return value


def _read_csv(content: bytes) -> list[list[str]]:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        by_tabs = "\t" in text.partition("\n")[0]
        try:
            return list(
                csv.reader(io.StringIO(text, newline=""), "excel-tab" if by_tabs else "excel")
            )
        except csv.Error as error:
            raise Unreadable(f"csv として読めません / this is no csv: {error}") from error
    raise Unreadable(
        "UTF-8 でも Shift_JIS（cp932）でもありません"
        " / this csv is neither UTF-8 nor cp932 (Shift_JIS as Windows writes it)"
    )


def _from_csv(cell: str) -> Cell:
    # The apostrophe with which an export disarms a formula is no part of the text.
    if cell.startswith("'") and HARMFUL.match(cell):
        return cell[1:]
    return cell or None


def write_xlsx(
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    notes: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write a sheet with a header, one row for each record, and one that explains it.

    Text stays text and days stay days.
    """
    content = io.BytesIO()
    with new_book(content) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet.write_row(0, 0, header, bold)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, list(map(_to_xlsx, row)))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), max(len(header) - 1, 0))
        sheet.autofit()
        if notes:
            explained = book.add_worksheet("説明")
            for number, note in enumerate(notes):
                explained.write_row(number, 0, list(note))
            explained.autofit()
    return content.getvalue()


def _to_xlsx(cell: Cell) -> Any:  # noqa: ANN401 - what xlsxwriter takes
    # Excel's calendar begins in 1900, and people are older than that.
    if isinstance(cell, date) and cell < FIRST_DAY_OF_EXCEL:
        return cell.isoformat()
    return str(cell) if isinstance(cell, Broken) else cell


def write_csv(
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    encoding: Encoding = "utf-8",
    *,
    geta: bool = False,
) -> bytes:
    """Write a csv: in UTF-8 with the byte order mark that spreadsheet programs look for, or cp932.

    A text that such a program would take for a formula gets an apostrophe before it. Raises
    `Unmappable` for what cp932 lacks, unless `geta` (〓) may stand for it.
    """
    texts = [[_to_csv(cell) for cell in row] for row in rows]
    if encoding == "cp932":
        lacking = list(_lacking(header, texts))
        if lacking and not geta:
            raise Unmappable(lacking)
        texts = [[_with_geta(text) for text in row] for row in texts]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(texts)
    return out.getvalue().encode("utf-8-sig" if encoding == "utf-8" else encoding)


def _to_csv(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and HARMFUL.match(text) else text


def _lacking(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Unwritable]:
    for number, row in enumerate(rows, start=2):
        for column, text in zip(header, row, strict=True):
            if characters := "".join(sorted({one for one in text if not _in_cp932(one)})):
                yield Unwritable(number, column, text, characters)


def _with_geta(text: str) -> str:
    return "".join(one if _in_cp932(one) else GETA for one in text)


def _in_cp932(character: str) -> bool:
    try:
        # What comes back as another character would be changed without a word.
        return character.encode("cp932").decode("cp932") == character
    except UnicodeEncodeError:
        return False


class SpreadsheetFiles:
    """Reads and writes files of spreadsheets."""

    def read(self, content: bytes) -> list[Table]:
        """Give the sheets of a file; raises `Unreadable`."""
        return read_tables(content)

    def write_xlsx(
        self,
        title: str,
        header: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        notes: Sequence[tuple[str, str]] = (),
    ) -> bytes:
        """Write one sheet of rows, and one that explains them."""
        return write_xlsx(title, header, rows, notes)

    def write_csv(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        encoding: Encoding = "utf-8",
        *,
        geta: bool = False,
    ) -> bytes:
        """Write a csv; raises `Unmappable` unless `geta` may stand for what cannot be written."""
        return write_csv(header, rows, encoding, geta=geta)

    def write_form(self, form: Form) -> bytes:
        """Write a form as an xlsx that can be printed as it is."""
        return write_form(form)
