"""Kinds of sheet that are derived from a command, on commands that are there."""

from typing import Annotated, Any

import pytest

from application.decision import stream_id
from application.documents.cells import NO, YES, Cell, Unfit, reader, written
from application.documents.derived import derived_kind
from application.documents.exporting import export
from application.documents.importing import File, record
from application.documents.kind import Kind
from application.documents.preview import Line, Preview, preview
from domain.activity import commands as ac
from domain.activity import events as ae
from domain.base.fields import Municipality
from domain.base.words import Label
from domain.evidence import commands as ec
from domain.evidence import events as ee
from domain.mentorship import commands as mc
from domain.mentorship import events as me
from domain.statement import commands as sc
from domain.statement import events as se
from infrastructure.documents.files import read_tables, write_xlsx
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, TODAY, Town, one, xlsx

STOPS = derived_kind(
    "stops",
    Label("活動の停止", "Stopped activities"),
    command=ac.StopActivity,
    event=ae.ActivityStopped,
    on=("stopped_on", "停止日", "stopped on"),
    key=("activity_id", "stopped_on"),
)
MENDED = derived_kind(
    "papers",
    Label("書類", "Papers"),
    command=ec.RegisterEvidence,
    event=ee.EvidenceRegistered,
    on=("dated", "日付", "dated"),
    corrects=True,
)
STATED = derived_kind(
    "stated-values",
    Label("記載値", "Stated values"),
    command=sc.StateValue,
    event=se.ValueStated,
    on=("stated_for", "基準日", "stated for"),
    key=("programme", "code"),
)
STOPPED: tuple[list[str], list[Cell]] = (
    ["活動コード", "停止日", "停止の理由", "証拠番号"],
    ["trial", "R6.10.1", "参加者の意図と事業の目的の隔たり", "E-1"],
)
PAPER: tuple[list[str], list[Cell]] = (
    ["証拠番号", "証拠の種類", "件名", "日付", "番号"],
    ["E-9", "請求書", "架空の請求書", "R6.10.1", "W-1"],
)


def compare(town: Town, kind: Kind, header: list[str], *rows: list[Cell], **said: Any) -> Preview:  # noqa: ANN401
    """Compare rows with the record."""
    return preview(town.consortium, kind, read_tables(xlsx([header, *rows])), town.place(**said))


def take(town: Town, kind: Kind, header: list[str], *rows: list[Cell], **said: Any) -> None:  # noqa: ANN401
    """Record rows that are all new or changed."""
    found = compare(town, kind, header, *rows, **said)
    assert [(line.faults, line.questions) for line in found.lines] == [([], [])] * len(rows)
    file = File("表.xlsx", xlsx([header, *rows]), TODAY)
    assert record(town.consortium, found, file, actor="clerk").refused == []


def said_again(town: Town, kind: Kind) -> list[Line]:
    """Compare what is exported with the record that it comes from."""
    made = export(town.consortium, kind, town.place())
    content = write_xlsx(made.title, made.header, made.rows, made.notes)
    return preview(town.consortium, kind, read_tables(content), town.place()).lines


@pytest.fixture
def stopping(town: Town) -> Town:
    """Give a town with one activity and two papers."""
    town.take("evidence", *SHEETS["evidence"], programme=GRANT)
    town.execute(
        ac.StartActivity(
            effective_on=day("2024-04-01"),
            programme=GRANT,
            code="trial",
            name="おためし（架空）",
            kind=ae.Kind.COMPANY_ATTRACTION,
        )
    )
    return town


def test_a_row_is_one_event_of_the_stream_that_its_number_names(stopping: Town) -> None:
    """The stream and the evidence are written by their numbers, and the export comes back."""
    header, row = STOPPED
    take(stopping, STOPS, header, row, programme=GRANT)
    recorded = stopping.events()[-1]
    space = stopping.consortium.log.namespace
    assert recorded.stream == stream_id(space, "activity", f"{GRANT}|trial")
    assert recorded.event == ae.ActivityStopped(
        effective_on=day("2024-10-01"),
        programme=GRANT,
        grounds=ae.Grounds.AIMS_APART,
        evidence=stream_id(space, "evidence", "E-1"),
    )
    assert one(compare(stopping, STOPS, header, row, programme=GRANT).lines).status == "unchanged"
    again = one(said_again(stopping, STOPS))
    assert (again.status, again.key) == ("unchanged", "trial|2024-10-01")


def test_numbers_of_nothing_are_bad(stopping: Town) -> None:
    """Whatever they are numbers of; a voided thing has none."""
    header, row = STOPPED
    line = one(compare(stopping, STOPS, header, ["other", *row[1:]]).lines)
    assert [(fault.column, fault.value) for fault in line.faults] == [("活動コード", "other")]
    line = one(compare(stopping, STOPS, header, [*row[:3], "E-3"]).lines)
    assert [(fault.column, fault.value) for fault in line.faults] == [("証拠番号", "E-3")]
    assert "evidence is registered as E-3" in line.faults[0].reason
    first = stream_id(stopping.consortium.log.namespace, "evidence", "E-1")
    stopping.execute(ec.VoidEvidence(effective_on=TODAY, evidence_id=first, version=1))
    line = one(compare(stopping, STOPS, header, row).lines)
    assert [(fault.column, fault.value) for fault in line.faults] == [("証拠番号", "E-1")]


def test_what_the_command_needs_must_not_be_blank(stopping: Town) -> None:
    """Every field without which there is no command, and the day."""
    header, row = STOPPED
    line = one(compare(stopping, STOPS, header, [*row[:2], None, None]).lines)
    assert [fault.column for fault in line.faults] == ["停止の理由"]
    line = one(compare(stopping, STOPS, header, [row[0], None, *row[2:]]).lines)
    assert [fault.column for fault in line.faults] == ["停止日"]


def test_a_changed_row_is_refused_and_its_correction_named(stopping: Town) -> None:
    """As the record may be right, and the sheet old."""
    header, row = STOPPED
    take(stopping, STOPS, header, row, programme=GRANT)
    changed: list[Cell] = [*row[:2], "その他", row[3]]
    line = one(compare(stopping, STOPS, header, changed, changes_from=TODAY).lines)
    assert [fault.column for fault in line.faults] == ["停止の理由"]
    assert "correct-activity" in line.faults[0].reason


def test_a_row_whose_event_was_voided_is_asked_about(stopping: Town) -> None:
    """An old sheet does not bring back what was taken out."""
    header, row = STOPPED
    take(stopping, STOPS, header, row, programme=GRANT)
    recorded = stopping.events()[-1]
    stopping.execute(
        ac.VoidActivityEntry(
            effective_on=TODAY, activity_id=recorded.stream, version=recorded.version
        )
    )
    line = one(compare(stopping, STOPS, header, row, programme=GRANT).lines)
    assert line.status == "in_doubt"
    assert "取り消されています" in line.questions[0]


def test_a_kind_that_corrects_asks_for_the_day_and_corrects(town: Town) -> None:
    """Sealed values too; what identifies the row stays as it is."""
    town.take("workers", *SHEETS["workers"])
    header, row = PAPER
    header = [*header[:4], "対象者番号"]
    kind = derived_kind(
        "papers",
        Label("書類", "Papers"),
        command=ec.RegisterEvidence,
        event=ee.EvidenceRegistered,
        on=("dated", "日付", "dated"),
        called={"person_id": Label("対象者番号", "whom it concerns")},
        corrects=True,
    )
    take(town, kind, header, row)
    changed: list[Cell] = [row[0], "契約書", "架空の契約書", "R6.10.2", "W-1"]
    line = one(compare(town, kind, header, changed).lines)
    assert line.status == "in_doubt"
    take(town, kind, header, changed, changes_from=day("2026-11-01"))
    corrected = town.events()[-1].event
    assert isinstance(corrected, ee.EvidenceCorrected)
    assert (corrected.effective_on, corrected.corrects) == (day("2026-11-01"), 1)
    assert corrected.now.keys() == {"kind", "title", "effective_on"}
    assert one(compare(town, kind, header, changed).lines).status == "unchanged"
    assert one(said_again(town, kind)).status == "unchanged"
    other: list[Cell] = [*changed[:4], "W-2"]
    line = one(compare(town, kind, header, other, changes_from=TODAY).lines)
    assert [fault.column for fault in line.faults] == ["対象者番号"]


def test_a_person_whom_nobody_knows_is_asked_about(town: Town) -> None:
    """A slip of the pen must not become a person."""
    header, row = PAPER
    header = [*header[:4], "人の番号"]
    assert one(compare(town, MENDED, header, row).lines).status == "in_doubt"
    line = one(compare(town, MENDED, header, row, same_person={"W-1": "W-1"}).lines)
    assert line.status == "new"


def test_the_programme_is_part_of_a_key_where_the_kind_says_so(stopping: Town) -> None:
    """Said by the file or by a column, and kept apart."""
    word = {column.name: column.label.ja for column in STATED.columns}
    names = ("code", "kind", "title", "value", "unit", "stated_for", "evidence")
    header = [word[name] for name in names]
    row: list[Cell] = ["trips", "document", "架空の件数", 4, "件", "R6.3.31", "E-1"]
    take(stopping, STATED, header, row, programme=GRANT)
    line = one(compare(stopping, STATED, header, row, programme=GRANT).lines)
    assert (line.status, line.key) == ("unchanged", f"{GRANT}|trips")
    assert one(compare(stopping, STATED, header, row, programme="own:203246").lines).status == "new"


def test_a_definition_whose_rows_would_not_come_back_is_none() -> None:
    """What the event does not keep cannot be compared; a key is made of columns."""
    with pytest.raises(TypeError, match="GoalReviewed does not keep"):
        derived_kind(
            "goals",
            Label("目標", "Goals"),
            command=mc.SetGoal,
            event=me.GoalReviewed,
            on=("set_on", "設定日", "set on"),
            key=("mentorship_id", "goal"),
        )
    with pytest.raises(TypeError, match="no columns"):
        derived_kind(
            "stops",
            Label("停止", "Stops"),
            command=ac.StopActivity,
            event=ae.ActivityStopped,
            on=("stopped_on", "停止日", "stopped on"),
        )


def test_yes_and_no_and_several_values_are_read_as_people_write_them() -> None:
    """And written so that they come back."""
    truth = reader(bool | None)
    said: list[Cell] = ["はい", "○", True, 1, "いいえ", "×", False, "無"]
    assert [truth(cell) for cell in said] == [True] * 4 + [False] * 4
    with pytest.raises(Unfit, match="はい"):
        truth("たぶん")
    assert (written(value=True, numbers={}), written(value=False, numbers={})) == (YES, NO)
    towns = reader(Annotated[tuple[Municipality, ...], Label("市町村", "municipalities")])
    assert towns("203246、 202126") == ("203246", "202126")
