"""What goes out comes back: an export of any kind says nothing new."""

import pytest

from application.documents.registry import KINDS
from infrastructure.documents.files import write_csv
from tests.given_sheets import GRANT, SHEETS, Town, xlsx


def test_every_kind_is_taken_over_and_then_holds_nothing_new(town: Town) -> None:
    """The same file twice records nothing twice."""
    town.take_all()
    position = town.position()
    for kind, (header, rows) in SHEETS.items():
        found = town.preview(kind, xlsx([header, *rows]), programme=GRANT)
        assert {line.status for line in found.lines} == {"unchanged"}, (kind, found.lines)
        assert found.missing == []
        assert town.record(kind, xlsx([header, *rows]), programme=GRANT).commands == 0
    assert town.position() == position


def test_what_is_exported_comes_back_unchanged(town: Town) -> None:
    """Neither a programme nor any answer is needed: the export says it all."""
    assert KINDS.keys() == SHEETS.keys()
    town.take_all()
    for kind, (_, rows) in SHEETS.items():
        made = town.export(kind)
        files = [town.exported(kind), write_csv(made.header, made.rows)]
        files.append(write_csv(made.header, made.rows, "cp932"))
        for content in files:
            found = town.preview(kind, content)
            assert [line.status for line in found.lines] == ["unchanged"] * len(rows), found.lines
            assert found.missing == []
            assert found.columns_not_read == []


@pytest.mark.parametrize("kind", KINDS)
def test_headers_of_a_kind_tell_its_columns_apart(kind: str) -> None:
    """No header is that of two columns."""
    columns = KINDS[kind].columns
    for column in columns:
        for key in column.header_keys():
            assert [one.name for one in columns if key in one.header_keys()] == [column.name], key
