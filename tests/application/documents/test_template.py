"""An empty sheet to write on: every column that is read, and what it holds."""

import pytest

from application.documents.registry import KINDS
from application.documents.template import template
from infrastructure.documents.files import read_tables, write_xlsx
from tests.given_sheets import Town


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_heads_every_column_and_explains_it(kind: str) -> None:
    """In Japanese on the sheet, in both languages beside it."""
    made = template(KINDS[kind])
    assert made.header == [column.label.ja for column in KINDS[kind].columns]
    explained = [word for word, _ in made.notes[1:]]
    assert explained == [f"{one.label.ja} / {one.label.en}" for one in KINDS[kind].columns]
    sheet, _ = read_tables(write_xlsx(made.title, made.header, made.rows, made.notes))
    assert list(sheet.rows[0]) == made.header


def test_a_template_names_the_choices_and_what_is_required() -> None:
    """So that nobody has to try what can be written."""
    notes = dict(template(KINDS["awards"]).notes)
    step = notes["手続 / step"]
    assert step.startswith("必須 / required。選択肢 / one of: 交付申請、交付決定、変更交付決定、")
    assert notes["返還の理由 / cause"].endswith("概算払の精算、検査・監査の指摘、財産処分")
    assert notes["交付金の額（円） / grant in yen"] == "例 / such as: 5125000"


def test_an_empty_template_says_nothing(town: Town) -> None:
    """It is a sheet of its kind, with no row."""
    made = template(KINDS["awards"])
    content = write_xlsx(made.title, made.header, made.rows, made.notes)
    found = town.preview("awards", content)
    assert (found.lines, found.columns_not_read) == ([], [])
