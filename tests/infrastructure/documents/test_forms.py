"""Printed forms as xlsx: what stands in them, and how they come out of a printer."""

import io
from typing import Any

import openpyxl
import pytest

from application.documents.form import Form, FormRow, FormSection
from domain.base.words import Label
from infrastructure.documents.forms import RED, write_form

LONG = "協議して条件を変更する。" * 20
FORM = Form(
    title=Label("架空の書面", "A made-up paper"),
    reference=[FormRow(Label("番号", "number"), Label("O-1", "O-1"))],
    addressee="架空 花子　様",
    sender=["架空町", "架空係"],
    opening=Label("次のとおり。", "As follows."),
    sections=[
        FormSection(
            "1",
            Label("報酬", "Remuneration"),
            [
                FormRow(Label("額", "amount"), Label("=1+1", "=1+1")),
                FormRow(Label("期日", "due"), Label("未記載", "not recorded"), "missing"),
            ],
        ),
        FormSection(
            "2", Label("変更", "Changes"), [FormRow(Label("扱い", "how"), Label(LONG, LONG))]
        ),
    ],
    notes=[Label("注記", "a note")],
    footer="ayumi/架空&町  位置 7",
)


@pytest.fixture
def sheet() -> Any:  # noqa: ANN401
    """Give the sheet as another program reads it."""
    book = openpyxl.load_workbook(io.BytesIO(write_form(FORM)))
    assert book.sheetnames == ["架空の書面"]
    return book.active


def cells(sheet: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give every cell that holds something, by its text."""
    return {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value}


def test_all_that_a_form_holds_stands_on_the_sheet(sheet: Any) -> None:  # noqa: ANN401
    """In both languages, once where both are the same; what looks like a formula stays text."""
    found = cells(sheet)
    assert {
        "架空の書面", "A made-up paper", "番号　O-1", "架空 花子　様", "架空町", "架空係",
        "次のとおり。 / As follows.", "1", "報酬\nRemuneration", "額 / amount", "=1+1",
        "期日 / due", "未記載 / not recorded", "2", "変更\nChanges", "扱い / how", LONG,
        "※ 注記 / a note",
    } == found.keys()  # fmt: skip
    assert found["=1+1"].data_type == "s"


def test_it_prints_on_a4_upright_one_page_wide(sheet: Any) -> None:  # noqa: ANN401
    """All of it, and each page says which record it is of and which page it is."""
    setup = sheet.page_setup
    assert (setup.orientation, int(setup.paperSize)) == ("portrait", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (int(setup.fitToWidth or 1), int(setup.fitToHeight)) == (1, 0)
    assert sheet.print_area == f"'架空の書面'!$A$1:$D${sheet.max_row}"
    assert sheet.oddFooter.left.text == "ayumi/架空&&町  位置 7"
    assert sheet.oddFooter.right.text == "&P / &N"


def test_a_number_and_its_heading_stand_beside_all_rows_of_the_item(sheet: Any) -> None:  # noqa: ANN401
    """Framed, and wrapped where a text is long, in a row that is high enough for it."""
    found = cells(sheet)
    top = found["報酬\nRemuneration"].row
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {f"A{top}:A{top + 1}", f"B{top}:B{top + 1}"} <= merged
    for text in ("額 / amount", "=1+1", LONG):
        assert found[text].border.bottom.style == "thin"
        assert found[text].alignment.wrap_text
    heights = {text: sheet.row_dimensions[found[text].row].height for text in ("=1+1", LONG)}
    assert heights[LONG] > 6 * heights["=1+1"]


def test_what_is_missing_is_seen_at_a_glance(sheet: Any) -> None:  # noqa: ANN401
    """In red."""
    assert cells(sheet)["未記載 / not recorded"].font.color.rgb == f"FF{RED[1:]}"


def test_the_same_form_gives_the_same_bytes() -> None:
    """The time of writing is no part of the file."""
    assert write_form(FORM) == write_form(FORM)
