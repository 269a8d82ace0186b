"""Files as spreadsheet programs write them, read back and written."""

import io
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from application.documents.cells import Broken, Cell
from application.documents.ports import Unmappable, Unreadable
from infrastructure.documents.files import SpreadsheetFiles, read_tables, write_csv, write_xlsx

FILES = SpreadsheetFiles()


def made_with_xlsxwriter(write: object, **options: object) -> bytes:
    """Make a file with another program."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        write(book, book.add_worksheet("名簿"))  # type: ignore[operator]
    return content.getvalue()


def test_what_is_written_is_read_back() -> None:
    """Text as text, days as days, numbers as numbers, and the names as they are."""
    row: list[Cell] = ["架空 髙﨑", 12, date(2024, 5, 1), None, "=1+1", "http://example.jp", "001"]
    content = write_xlsx("名簿", list("abcdefg"), [row], [("位置", "7")])
    table, notes = FILES.read(content)
    assert table.sheet == "名簿"
    assert table.rows[1] == ("架空 髙﨑", 12, datetime(2024, 5, 1), None, *row[4:])  # noqa: DTZ001
    assert notes.rows == (("位置", "7"),)


def test_the_same_rows_give_the_same_bytes() -> None:
    """The time of writing is no part of the file."""
    assert write_xlsx("a", ["a"], [["1"]]) == write_xlsx("a", ["a"], [["1"]])


def test_days_before_excels_calendar_are_written_as_text() -> None:
    """Somebody was born before 1900."""
    (table,) = read_tables(write_xlsx("a", ["a"], [[date(1899, 1, 2)]]))
    assert table.rows[1] == ("1899-01-02",)


def test_a_file_of_an_old_mac_counts_from_1904() -> None:
    """Days are the same days, and the sheet says how serial numbers count."""
    content = made_with_xlsxwriter(
        lambda book, sheet: sheet.write_datetime(
            "A1", date(2024, 5, 1), book.add_format({"num_format": "yyyy/m/d"})
        ),
        date_1904=True,
    )
    (table,) = read_tables(content)
    assert table.date1904
    assert table.rows[0] == (datetime(2024, 5, 1),)  # noqa: DTZ001
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    saved = io.BytesIO()
    book.save(saved)
    assert read_tables(saved.getvalue())[0].date1904


def test_a_number_that_the_sheet_shows_with_zeros_is_read_with_them() -> None:
    """1 shown as 001 is 001; an amount shown as 0 stays a number."""

    def write(book: object, sheet: object) -> None:
        for at, form in enumerate(["000", "000000", "0", "#,##0"]):
            shown = book.add_format({"num_format": form})  # type: ignore[attr-defined]
            sheet.write_number(0, at, 11002, shown)  # type: ignore[attr-defined]

    (table,) = read_tables(made_with_xlsxwriter(write))
    assert table.rows[0] == ("11002", "011002", 11002, 11002)


def test_errors_and_formulas_without_a_value_are_broken_cells() -> None:
    """They are not blank: something was meant to stand there."""

    def write(_book: object, sheet: object) -> None:
        sheet.write_formula("A1", "=1/0", value="#DIV/0!")  # type: ignore[attr-defined]
        sheet.write_formula("B1", "=1+1", value=2)  # type: ignore[attr-defined]

    (computed,) = read_tables(made_with_xlsxwriter(write))
    assert isinstance(computed.rows[0][0], Broken)
    assert str(computed.rows[0][0]) == "#DIV/0!"
    assert computed.rows[0][1] == 2
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "=VLOOKUP(B1,C:D,2)"
    sheet["B1"] = "#REF!"
    sheet["B1"].data_type = "e"
    saved = io.BytesIO()
    book.save(saved)
    (table,) = read_tables(saved.getvalue())
    assert [str(cell) for cell in table.rows[0]] == ["=VLOOKUP(B1,C:D,2)", "#REF!"]
    assert all(isinstance(cell, Broken) for cell in table.rows[0])


def test_blank_rows_keep_their_numbers() -> None:
    """A row is named by the number that the spreadsheet shows."""

    def write(_book: object, sheet: object) -> None:
        sheet.write(3, 1, "あ")  # type: ignore[attr-defined]

    (table,) = read_tables(made_with_xlsxwriter(write))
    assert len(table.rows) == 4
    assert table.rows[3][1] == "あ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_a_csv_is_read_in_what_offices_write(encoding: str) -> None:
    """Quoted line breaks stay in their cell."""
    separator = "\t" if encoding == "utf-16" else ","
    text = separator.join(["氏名", "備考"]) + "\r\n" + separator.join(["髙﨑", '"一\n二"']) + "\r\n"
    (table,) = read_tables(text.encode(encoding))
    assert table.rows == (("氏名", "備考"), ("髙﨑", "一\n二"))


TEXTS = ["=1", "+1", "-1", "@a", "'=1", "''=1", "'a", "a", "\t=1", "'"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_csv_disarms_formulas_and_reads_them_back(encoding: str) -> None:
    """Whatever the text was, it comes back; what a program would compute is disarmed."""
    content = write_csv(["a"], [[text] for text in TEXTS], encoding)  # type: ignore[arg-type]
    (table,) = read_tables(content)
    assert [row[0] for row in table.rows[1:]] == TEXTS
    lines = content.decode("utf-8-sig" if encoding == "utf-8" else encoding).splitlines()
    assert not [line for line in lines if line.strip('"').startswith(("=", "+", "-", "@", "\t"))]


def test_negative_amounts_are_no_formulas() -> None:
    """A number stays a number."""
    assert b"\r\n-5\r\n" in write_csv(["a"], [[-5]])


def test_what_cp932_lacks_is_reported_and_not_lost() -> None:
    """髙 and ① exist there; 𠮷 and é do not."""
    rows: list[list[Cell]] = [["髙﨑①㈱～"], ["𠮷田 café"]]
    with pytest.raises(Unmappable) as refused:
        write_csv(["氏名"], rows, "cp932")
    (cell,) = refused.value.cells
    assert (cell.row, cell.column, cell.value, cell.characters) == (3, "氏名", "𠮷田 café", "é𠮷")
    written = FILES.write_csv(["氏名"], rows, "cp932", geta=True).decode("cp932")
    assert written == "氏名\r\n髙﨑①㈱～\r\n〓田 caf〓\r\n"


@pytest.mark.parametrize(
    "content",
    [b"\x81\xff\xff\xff\x00", b"PK\x03\x04 no zip", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"],
)
def test_what_is_no_spreadsheet_is_unreadable(content: bytes) -> None:
    """It says so, and in case of an old file what to do."""
    with pytest.raises(Unreadable):
        read_tables(content)
