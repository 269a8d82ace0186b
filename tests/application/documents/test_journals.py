"""Journals: each row is one step of a stream, on the commands of a municipality's grant."""

from typing import Any

import pytest

from application.decision import stream_id
from application.documents.cells import Cell
from application.documents.journal import journal_kind
from application.documents.preview import Line
from application.documents.steps import Step
from domain.award import commands as c
from domain.award import events as e
from domain.base.words import Label
from domain.meeting import commands as meeting
from domain.meeting.events import ActionDropped, MeetingMoved
from tests.application.documents.test_other_sheets import changed
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, TODAY, Town, one

HEADER, ROWS = SHEETS["awards"]
TIMES = "同じ日の何件目"


@pytest.fixture
def applying(town: Town) -> Town:
    """Give a town with a plan, a paper, and the first municipality's application and decision."""
    town.plan()
    town.take("evidence", *SHEETS["evidence"], programme=GRANT)
    town.take("awards", HEADER, ROWS[:2], programme=GRANT)
    return town


def row(at: int, **cells: Cell) -> Any:  # noqa: ANN401 - a header and rows
    """Give one row of the journal with other cells."""
    return changed("awards", at, **cells)


def compared(town: Town, at: int, **cells: Cell) -> Line:
    """Compare one row with the record."""
    return one(town.compare("awards", *row(at, **cells), programme=GRANT))


def faults(line: Line) -> list[str]:
    """Give the columns in which a row is bad."""
    assert line.status == "bad"
    return [fault.column for fault in line.faults]


def test_a_row_is_a_step_of_the_stream_that_its_key_names(applying: Town) -> None:
    """The stream was opened by the row above, in the same file; paper and plan are found."""
    space = applying.consortium.log.namespace
    applied, decided = applying.events()[-2:]
    stream = stream_id(space, "award", f"{GRANT}|203246|2024")
    assert (applied.stream, decided.stream) == (stream, stream)
    assert applied.event == e.GrantApplied(
        effective_on=day("2024-04-05"),
        programme=GRANT,
        municipality="203246",
        fiscal_year=2024,
        number="6立企第1号",
        cost=10_251_000,
        amount=5_125_000,
        evidence=stream_id(space, "evidence", "E-1"),
    )
    assert isinstance(decided.event, e.GrantDecided)
    assert [one.by.source.row for one in (applied, decided) if one.by.source] == [2, 3]


def test_a_step_of_a_stream_that_nobody_opened_is_bad(town: Town) -> None:
    """Its opening stands above it, or is recorded."""
    town.plan()
    line = compared(town, 1)
    assert faults(line) == ["交付決定を記録する"]
    assert "その記録がありません" in line.faults[0].reason


def test_what_happened_twice_on_a_day_is_told_apart_by_a_number(applying: Town) -> None:
    """The first needs none; two rows without one are one thing said twice."""
    first, second = ([*ROWS[3]] for _ in range(2))
    first[4] = second[4] = None
    lines = applying.compare("awards", HEADER, [first, second], programme=GRANT)
    assert [line.status for line in lines] == ["new", "bad"]
    assert "2 行目と同じものです" in lines[1].faults[0].reason
    applying.take("awards", HEADER, ROWS[3:5], programme=GRANT)
    lines = applying.compare("awards", HEADER, [first, ROWS[4]], programme=GRANT)
    assert [line.status for line in lines] == ["unchanged", "unchanged"]


def test_a_cell_that_its_step_does_not_have_is_bad(applying: Town) -> None:
    """It is not passed over: somebody meant something by it."""
    line = compared(applying, 3, 返還の理由="財産処分", 文書番号="第9号")
    assert sorted(faults(line)) == sorted(["文書番号", "返還の理由"])
    assert "「概算払」の行にはこの欄がありません" in line.faults[0].reason
    assert faults(compared(applying, 1, **{TIMES: 1})) == [TIMES]


def test_what_a_step_needs_must_not_be_blank(applying: Town) -> None:
    """Every field without which there is no command, and what says which step of what it is."""
    assert faults(compared(applying, 3, **{"受領額（円）": None})) == ["受領額（円）"]
    assert faults(compared(applying, 3, 日付=None)) == ["日付"]
    assert faults(compared(applying, 3, 市町村コード=None)) == ["市町村コード"]
    assert faults(compared(applying, 3, 手続=None)) == ["手続"]


def test_an_unknown_step_names_those_that_there_are(applying: Town) -> None:
    """As with every choice."""
    line = compared(applying, 3, 手続="前払")
    assert faults(line) == ["手続"]
    assert "交付申請、交付決定、変更交付決定、概算払" in line.faults[0].reason


def test_a_changed_row_says_so_and_names_its_correction(applying: Town) -> None:
    """What happens once is known whatever its day."""
    line = compared(applying, 1, 日付="R6.5.11", **{"交付金の額（円）": 5_000_000})
    assert sorted(faults(line)) == sorted(["日付", "交付金の額（円）"])
    assert [one.column for one in line.differences] == ["日付", "交付金の額（円）"]
    assert "correct-award" in line.faults[0].reason


def test_what_a_rule_refuses_is_bad_with_the_rules_words(applying: Town) -> None:
    """The rows below are looked at as if it had not been there."""
    far = [*ROWS[3]]
    far[8] = 9_000_000
    lines = applying.compare("awards", HEADER, [far, ROWS[4]], programme=GRANT)
    assert [line.status for line in lines] == ["bad", "new"]
    assert "advance-above" in lines[0].faults[0].reason


def advance(town: Town, at: int) -> dict[str, Any]:
    """Give what names the advance of this number."""
    found = [one for one in town.events() if isinstance(one.event, e.GrantAdvanced)][at]
    return {"effective_on": TODAY, "award_id": found.stream, "version": found.version}


def test_an_old_sheet_does_not_bring_back_what_was_voided(applying: Town) -> None:
    """Nor does the second of the day become the first."""
    applying.take("awards", HEADER, ROWS[3:5], programme=GRANT)
    applying.execute(c.VoidAwardEntry.model_validate(advance(applying, 0)))
    lines = applying.compare("awards", HEADER, ROWS[3:5], programme=GRANT)
    assert [line.status for line in lines] == ["in_doubt", "unchanged"]
    assert "取り消されています" in lines[0].questions[0]


def test_an_old_sheet_does_not_say_again_what_was_moved_to_another_day(applying: Town) -> None:
    """The new day is what the record says now, after what it said of that day before."""
    later: list[Cell] = [*ROWS[3]]
    later[3], later[4], later[8] = "R6.12.21", None, 1_000_000
    applying.take("awards", HEADER, [*ROWS[3:5], later], programme=GRANT)
    now = {"now": {"effective_on": "2024-12-21"}}
    applying.execute(c.CorrectAward.model_validate(advance(applying, 0) | now))
    lines = applying.compare("awards", HEADER, [*ROWS[3:5], later], programme=GRANT)
    assert [line.status for line in lines] == ["in_doubt", "unchanged", "unchanged"]
    moved: list[Cell] = [*ROWS[3]]
    moved[3], moved[4] = "R6.12.21", 2
    assert one(applying.compare("awards", HEADER, [moved], programme=GRANT)).status == "unchanged"


def test_an_export_gives_the_steps_of_a_stream_in_their_order(town: Town) -> None:
    """So that it can be taken over as it stands by another consortium."""
    town.take_all(upto="awards")
    exported = town.export("awards")
    at = exported.header.index("手続")
    steps = [str(cells[at]) for cells in exported.rows]
    assert steps == ["交付申請", *(str(cells[2]) for cells in ROWS[:9])]


def test_two_things_under_one_header_are_no_definition() -> None:
    """What is chosen from another list is another column."""
    why = Label("理由", "why")
    with pytest.raises(TypeError, match="action_dropped_reason has the words of reason"):
        journal_kind(
            "mixed",
            Label("架空の表", "Mixed"),
            of=("series_id", "number"),
            opening=meeting.ScheduleMeeting,
            step=Label("記録の種類", "kind of entry"),
            on=("on", "日付", "on"),
            steps=(
                Step(meeting.MoveMeeting, MeetingMoved, Label("変更", "moved")),
                Step(meeting.DropAction, ActionDropped, Label("取りやめ", "dropped")),
            ),
            called={"reason": why, "action_dropped_reason": why},
        )
