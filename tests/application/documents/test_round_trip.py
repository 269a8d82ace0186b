"""What goes out comes back: an export of any kind says nothing new."""

from dataclasses import replace

import pytest

from application.documents.exporting import export
from application.documents.importing import File, record
from application.documents.kind import Place
from application.documents.record import Record
from application.documents.registry import KINDS
from application.service import Consortium
from infrastructure.documents.files import write_csv
from tests.given_sheets import GRANT, SHEETS, TODAY, Town, xlsx


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


def test_what_two_people_compared_before_either_recorded_it_is_recorded_once(town: Town) -> None:
    """Both are asked whether to record it, and both say yes: no money is repaid twice."""
    town.plan()
    town.define()
    for kind, (header, rows) in SHEETS.items():
        content = xlsx([header, *rows])
        both = [town.preview(kind, content, programme=GRANT) for _ in range(2)]
        file = File("名簿.xlsx", content, TODAY)
        taken = [record(town.consortium, each, file, actor="clerk") for each in both]
        assert [each.refused for each in taken] == [[], []], kind
        assert taken[0].position == taken[1].position == town.position(), kind


def test_a_row_is_not_recorded_over_what_came_after_it_was_compared(town: Town) -> None:
    """It says so, and is compared again."""
    town.take_some("workers")
    header, rows = SHEETS["skills"]
    content = xlsx([header, rows[0]])
    seen = town.preview("skills", content)
    town.take("skills", header, [[*rows[0][:1], "typing", *rows[0][2:]]])
    position = town.position()
    imported = record(town.consortium, seen, File("技能.xlsx", content, TODAY), actor="clerk")
    ((number, reason),) = imported.refused
    assert number == 2
    assert "もう一度取り込んでください" in reason
    assert town.names(position) == ["ImportReceived"]
    assert town.record("skills", content).commands == 1


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


def test_an_export_tells_the_position_at_which_it_was_read(town: Town) -> None:
    """What is recorded while it is made is not in it, and does not move its position."""
    header, rows = SHEETS["workers"]
    town.take("workers", header, rows[:1])
    position = town.position()
    kind = KINDS["workers"]

    def interrupted(consortium: Consortium, place: Place) -> Record:
        read = kind.recorded(consortium, place)
        town.take("workers", header, rows[1:])
        return read

    made = export(town.consortium, replace(kind, recorded=interrupted), town.place())
    assert town.position() > position
    assert (made.position, len(made.rows)) == (position, 1)
    assert ("記録の位置 / position", str(position)) in made.notes


@pytest.mark.parametrize("kind", KINDS)
def test_headers_of_a_kind_tell_its_columns_apart(kind: str) -> None:
    """No header is that of two columns."""
    columns = KINDS[kind].columns
    for column in columns:
        for key in column.header_keys():
            assert [one.name for one in columns if key in one.header_keys()] == [column.name], key
