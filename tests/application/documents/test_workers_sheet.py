"""The roster that a town keeps: read as it stands, compared, recorded once, never guessed at."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from threading import Barrier

import pytest

from application.closed_years import CLOSED_YEAR_NEEDS_REASON
from application.decision import stream_id
from application.documents.cells import Cell
from application.documents.importing import File, Imported, record
from application.documents.preview import Line, NoHeader
from application.figures.standard import PILOTS_BEGUN
from application.recorded import Reason
from domain.base.figure import Count, Facts
from domain.base.values.municipalities import MUNICIPALITIES
from domain.figure.commands import DefineFigure
from domain.kpi.commands import CloseKpiYear
from domain.worker import commands as c
from domain.worker import events as e
from infrastructure.documents.files import write_csv, write_xlsx
from tests.given import day
from tests.given_sheets import GRANT, SHEETS, TODAY, Town, one, town_on, xlsx

HEADER, ROWS = SHEETS["workers"]
HEAD = ["ワーカー番号", "氏名", "フリガナ", "市町村コード", "登録日"]
NEW: list[Cell] = ["W-1", "架空 花子", "カクウ ハナコ", "203246", "R6.5.1"]


def opened(town: Town, digest: str | None) -> str:
    """Open one sealed value."""
    assert digest is not None
    return town.consortium.vault.open([digest])[digest]


def test_rows_are_recorded_as_they_stand(town: Town) -> None:
    """Names keep 髙 and 﨑; days in 和暦 are days; nothing else is made of a row."""
    before = town.position()
    assert town.take("workers", HEADER, ROWS).rows == 3
    received, *registered = town.events(before)
    assert type(received.event).__name__ == "ImportReceived"
    events = [one.event for one in registered]
    assert all(isinstance(event, e.WorkerRegistered) for event in events)
    first, second = events[:2]
    assert isinstance(first, e.WorkerRegistered)
    assert isinstance(second, e.WorkerRegistered)
    assert opened(town, first.name) == "架空 髙子"
    assert opened(town, second.name) == "架空 﨑男"
    assert opened(town, first.birth_date) == "1985-04-02"
    assert opened(town, second.birth_date) == "1990-01-15"
    assert first.effective_on == day("2024-05-01")
    assert first.municipality == "203246"
    assert first.person_id == stream_id(town.consortium.log.namespace, "person", "W-1")


@pytest.mark.parametrize(("written", "earlier"), [("R8.10.22", True), ("R8.10.23", False)])
def test_a_row_of_the_last_month_is_recorded_as_it_happened(
    town: Town,
    written: str,
    earlier: bool,  # noqa: FBT001 - a case
) -> None:
    """A sheet is how an office enters its work: what lies up to 31 days back is not taken over."""
    before = town.position()
    town.take("workers", HEAD, [[*NEW[:4], written]])
    received, registered = town.events(before)
    assert registered.by.taken_over is earlier
    assert registered.by.reason.value == ("take-over" if earlier else "routine")
    assert registered.by.source is not None
    assert registered.by.source.evidence == received.stream


def test_a_row_of_the_last_month_in_a_closed_year_is_recorded_for_a_reason(town: Town) -> None:
    """Whoever brings the sheet gives it for the rows that are not taken over; else none is kept."""
    counted = Count(facts=Facts(scope="common", opens=("worker.registered",)), basis="annual")
    definition = PILOTS_BEGUN.model_copy(update={"measure": counted, "by": ()})
    for kind, on, fields in (
        (DefineFigure, "2024-04-01", {"definition": definition}),
        (CloseKpiYear, "2025-04-01", {"kpi": "kpi2", "fiscal_year": "R6"}),
    ):
        said = {"effective_on": on, "programme": GRANT, **fields}
        town.execute(kind.model_validate(said))
    content = xlsx([HEAD, [*NEW[:4], "R7.3.20"]])
    found = town.preview("workers", content)
    file = File("名簿.xlsx", content, date(2025, 4, 10))
    then = replace(town.consortium, today=lambda: file.received_on)

    ((row, why),) = record(then, found, file, actor="clerk").refused
    assert (row, why.rpartition(" / ")[2]) == (2, CLOSED_YEAR_NEEDS_REASON.code)
    imported = record(then, found, file, actor="clerk", reason=Reason.NEW_EVIDENCE)
    assert (imported.rows, imported.refused) == (1, [])
    by = town.events()[-1].by
    assert (by.taken_over, by.reason) == (False, Reason.NEW_EVIDENCE)


def test_every_event_says_that_it_was_taken_over_and_from_which_row(town: Town) -> None:
    """Nobody can take what is of an earlier time for something recorded at that time."""
    before = town.position()
    town.take("workers", HEADER, ROWS)
    received, *registered = town.events(before)
    assert not received.by.taken_over
    for number, recorded in enumerate(registered, start=2):
        assert recorded.by.taken_over
        assert recorded.by.reason.value == "take-over"
        assert recorded.by.source is not None
        assert recorded.by.source.evidence == received.stream
        assert recorded.by.source.row == number
        assert recorded.by.correlation == received.stream


def test_titles_above_the_header_and_blank_rows_are_passed_over(town: Town) -> None:
    """Row numbers stay those that the spreadsheet shows."""
    rows: list[list[Cell]] = [
        ["架空町 ワーカー名簿", None, None],
        [None],
        ["令和6年10月1日現在", "番号", None],
        [*HEAD],
        [None, None, "　"],
        NEW,
        [],
        ["W-2", "架空 次郎", "カクウ ジロウ", "20324", "R6.5.1"],
    ]
    found = town.preview("workers", xlsx(rows))
    assert found.header_row == 4
    assert [line.number for line in found.lines] == [6, 8]
    assert [line.status for line in found.lines] == ["new", "new"]


def test_headers_may_break_their_lines_and_stand_in_two_rows(town: Town) -> None:
    """As cells merged downwards and vertical writing leave them."""
    rows: list[list[Cell]] = [
        ["ワーカー\n番号", "氏\n名", "氏名", "市町村", None, "備考", "登録\n日"],
        [None, None, "カナ", "コード", "市町村名", None, None],
        ["W-1", "架空 花子", "カクウ ハナコ", "203246", "立科町", "夜間のみ", "R6.5.1"],
    ]
    found = town.preview("workers", xlsx(rows))
    assert one(found.lines).status == "new", found.lines
    assert one(found.lines).number == 3
    assert found.columns_not_read == ["備考"]


@pytest.mark.parametrize(
    "cell",
    [
        "令和６年５月１日",
        "R6.5.1",
        "2024/5/1",
        45413,
        "45413",
        date(2024, 5, 1),
        datetime(2024, 5, 1),  # noqa: DTZ001 - cells have no time zone
    ],
)
def test_a_day_is_read_however_it_is_written(town: Town, cell: Cell) -> None:
    """和暦, 西暦, serial numbers and cells that are days."""
    line = one(town.compare("workers", HEAD, [[*NEW[:4], cell]]))
    assert line.commands[0].effective_on == day("2024-05-01")


def test_serial_days_count_from_1904_where_the_file_says_so(town: Town) -> None:
    """As files from old Macs do."""
    content = xlsx([HEAD, [*NEW[:4], 43951]], date1904=True)
    line = one(town.preview("workers", content).lines)
    assert line.commands[0].effective_on == day("2024-05-01")


def test_a_cp932_csv_is_read(town: Town) -> None:
    """As Excel in Japan saves it."""
    text = "ワーカー番号,氏名,フリガナ,市町村コード,登録日\r\n"
    text += "W-1,架空 髙﨑,カクウ タカサキ,203246,R6.5.1\r\n"
    town.record("workers", text.encode("cp932"))
    registered = town.events()[-1].event
    assert isinstance(registered, e.WorkerRegistered)
    assert opened(town, registered.name) == "架空 髙﨑"


def test_numbers_typed_as_numbers_are_worker_numbers_but_no_municipality_codes(town: Town) -> None:
    """12 is W 12's number; 11002 may have lost its zero."""
    rows: list[list[Cell]] = [
        [12, *NEW[1:]],
        [13, "架空 一", "カクウ ハジメ", 203246, "R6.5.1"],
        [14, "架空 二", "カクウ フタツ", 11002, "R6.5.1"],
        [15, "架空 三", "カクウ ミツ", "12131", "R6.5.1"],
        ["１６", "架空 四", "カクウ ヨツ", "２０３２４６", "R6.5.1"],
    ]
    lines = town.compare("workers", HEAD, rows)
    assert [line.status for line in lines] == ["new", "new", "bad", "bad", "new"]
    assert lines[0].key == "12"
    assert lines[4].row["municipality"] == "203246"
    assert [(f.column, f.value) for f in lines[2].faults] == [("市町村コード", "11002")]
    assert "012131" in lines[3].faults[0].reason


def test_a_code_beside_the_name_of_another_town_is_bad(town: Town) -> None:
    """152111 has the right check digit, and is not 糸魚川市."""
    header = [*HEAD[:4], "市町村名", HEAD[4]]
    rows: list[list[Cell]] = [
        ["W-1", "架空 一", "カクウ ハジメ", "152111", "糸魚川市", "R6.5.1"],
        ["W-2", "架空 二", "カクウ フタツ", "152161", "新潟県糸魚川市", "R6.5.1"],
        ["W-3", "架空 三", "カクウ ミツ", "152160", "糸魚川市", "R6.5.1"],
        ["W-4", "架空 四", "カクウ ヨツ", None, "大町市", "R6.5.1"],
        ["W-5", "架空 五", "カクウ イツツ", "202037", "上田市", "R6.5.1"],
    ]
    lines = town.compare("workers", header, rows)
    assert [line.status for line in lines] == ["bad", "new", "bad", "new", "in_doubt"]
    fault = lines[0].faults[0]
    assert (fault.column, fault.value) == ("市町村コード", "152111")
    assert "152111 は見附市のコードです" in fault.reason
    assert MUNICIPALITIES[lines[3].row["municipality"]].name == "大町市"
    assert "--municipality 202037=上田市" in lines[4].questions[0]
    confirmed = town.compare("workers", header, rows, municipalities={"202037": "上田市"})
    assert confirmed[4].status == "new"


def test_every_bad_row_is_reported_with_row_column_value_and_reason(town: Town) -> None:
    """And all of its cells at once."""
    rows: list[list[Cell]] = [
        NEW,
        ["W-2", None, "カクウ", "999999", "R6.13.1"],
        ["W-3", "架空 三", None, None, None],
        NEW,
        [None, "架空 五", "カクウ イツツ", "203246", "R6.5.1"],
    ]
    lines = town.compare("workers", HEAD, rows)
    assert [(line.number, line.status) for line in lines] == [
        (2, "new"),
        (3, "bad"),
        (4, "bad"),
        (5, "bad"),
        (6, "bad"),
    ]
    assert [(f.column, f.value) for f in lines[1].faults] == [
        ("氏名", ""),
        ("市町村コード", "999999"),
        ("登録日", "R6.13.1"),
    ]
    assert "日付として読めません" in lines[1].faults[2].reason
    assert [f.column for f in lines[2].faults] == ["氏名（カナ）", "市町村コード", "登録日"]
    assert "2 行目" in lines[3].faults[0].reason
    assert [f.column for f in lines[4].faults] == ["ワーカー番号"]


def test_bad_rows_and_rows_in_doubt_are_left_alone(town: Town) -> None:
    """The others are recorded."""
    imported = town.record("workers", xlsx([HEAD, NEW, ["W-2", "架空 次郎", None, "x", "R6.5.1"]]))
    assert imported.rows == 1
    assert town.names()[-2:] == ["ImportReceived", "WorkerRegistered"]


def test_the_same_file_twice_records_nothing_twice(town: Town) -> None:
    """Whatever it is called and whoever brings it."""
    content = xlsx([HEADER, *ROWS])
    town.record("workers", content)
    position = town.position()
    assert town.record("workers", content, actor="another").commands == 0
    assert town.position() == position


def test_next_months_version_records_only_what_is_new(town: Town) -> None:
    """A row more, another order of rows and columns, another way to write a day."""
    town.take("workers", HEADER, ROWS)
    before = town.position()
    header = ["氏名", "ワーカー番号", "登録日", "フリガナ", "市町村コード"]
    rows: list[list[Cell]] = [
        ["架空 四郎", "W-4", "R6.11.1", "カクウ シロウ", "203246"],
        ["架空 髙子", "W-1", date(2024, 5, 1), "カクウ タカコ", "203246"],
        ["架空 﨑男", "W-2", 45446, "カクウ サキオ", "20212"],
    ]
    found = town.preview("workers", xlsx([header, *rows]))
    assert [line.status for line in found.lines] == ["new", "unchanged", "unchanged"]
    assert found.missing == ["W-3"]
    assert town.record("workers", xlsx([header, *rows])).commands == 1
    assert town.names(before) == ["ImportReceived", "WorkerRegistered"]


def test_missing_rows_end_nothing(town: Town) -> None:
    """They are shown, no more."""
    town.take("workers", HEADER, ROWS)
    before = town.position()
    found = town.preview("workers", xlsx([HEADER, ROWS[0]]))
    assert found.missing == ["W-2", "W-3"]
    town.record("workers", xlsx([HEADER, ROWS[0]]))
    assert town.position() == before


def test_a_changed_municipality_asks_from_which_day(town: Town) -> None:
    """And is recorded as a move on that day, once."""
    town.take("workers", HEAD, [NEW])
    rows: list[list[Cell]] = [[*NEW[:3], "202126", NEW[4]]]
    line = one(town.compare("workers", HEAD, rows))
    assert line.status == "in_doubt"
    assert [(d.column, d.recorded, d.sheet) for d in line.differences] == [
        ("市町村コード", "203246", "202126")
    ]
    assert "--changes-from" in line.questions[0]
    before = town.position()
    town.take("workers", HEAD, rows, changes_from=day("2025-04-01"))
    moved = town.events(before)[-1]
    assert moved.event == e.WorkerMoved(effective_on=day("2025-04-01"), municipality="202126")
    assert moved.by.taken_over
    assert one(town.compare("workers", HEAD, rows)).status == "unchanged"


def test_a_sheet_may_say_the_day_of_each_change(town: Town) -> None:
    """In a column of its own, so that each row has its own day."""
    town.take("workers", HEAD, [NEW])
    rows: list[list[Cell]] = [["W-1", "架空 梅子", "カクウ ウメコ", "203246", "R6.5.1", "R7.6.1"]]
    line = one(town.compare("workers", [*HEAD, "変更日"], rows))
    assert isinstance(line.commands[0], c.ChangeName)
    assert line.commands[0].effective_on == day("2025-06-01")
    assert line.commands[0].kana == "カクウ ウメコ"


def test_what_is_recorded_from_a_later_day_on_is_known(town: Town) -> None:
    """Neither the sheet of before nor that of after the move records it again."""
    town.take("workers", HEAD, [NEW])
    later = day("2027-04-01")
    worker = town.consortium.log.read(stream_id(town.consortium.log.namespace, "worker", "W-1"))
    town.execute(
        c.MoveWorker(effective_on=later, worker_id=worker[0].stream, municipality="202126")
    )
    moved: list[list[Cell]] = [[*NEW[:3], "202126", NEW[4]]]
    assert one(town.compare("workers", HEAD, [NEW])).status == "unchanged"
    assert one(town.compare("workers", HEAD, moved)).status == "in_doubt"
    assert one(town.compare("workers", HEAD, moved, changes_from=later)).status == "unchanged"


def test_an_older_sheet_does_not_undo_a_change(town: Town) -> None:
    """A change that would hold from before what is recorded is none that an import can say."""
    town.take("workers", HEAD, [NEW])
    moved: list[list[Cell]] = [[*NEW[:3], "202126", NEW[4]]]
    town.take("workers", HEAD, moved, changes_from=day("2025-04-01"))
    line = one(town.compare("workers", HEAD, [NEW], changes_from=day("2025-01-01")))
    assert line.status == "bad"
    assert "2025-04-01" in line.faults[0].reason


def test_what_cannot_change_names_the_command_that_corrects(town: Town) -> None:
    """A worker is registered on one day and born on one."""
    town.take("workers", HEADER, ROWS)
    row = [*ROWS[0]]
    row[3], row[7] = "S60.4.3", "R6.5.2"
    line = one(town.compare("workers", HEADER, [row], changes_from=TODAY))
    assert line.status == "bad"
    assert {f.column for f in line.faults} == {"登録日", "生年月日"}
    assert all("correct-registration" in f.reason for f in line.faults)


def test_leaving_and_returning_have_days_of_their_own(town: Town) -> None:
    """A last day that was filled in since is a leaving on that day."""
    town.take("workers", HEAD, [NEW])
    header = [*HEAD, "最終日", "復帰日"]
    before = town.position()
    town.take("workers", header, [[*NEW, "R7.3.31", None]])
    town.take("workers", header, [[*NEW, "R7.3.31", "R7.6.1"]])
    assert town.names(before)[1::2] == ["WorkerLeft", "WorkerReturned"]
    left = town.events(before)[1].event
    assert isinstance(left, e.WorkerLeft)
    assert left.last_day == day("2025-03-31")
    assert one(town.compare("workers", header, [[*NEW, "R7.3.31", "R7.6.1"]])).status == "unchanged"
    again = one(town.compare("workers", header, [[*NEW, "R8.3.31", None]]))
    assert isinstance(again.commands[0], c.Leave)


def test_a_worker_under_a_new_number_who_may_be_a_known_person_is_asked_about(town: Town) -> None:
    """The same name and kana, and no date of birth that speaks against it."""
    town.take("workers", HEADER, ROWS)
    header = [*HEAD, "生年月日"]
    again: list[list[Cell]] = [
        ["W-9", "架空　髙子", "ｶｸｳ ﾀｶｺ", "202126", "R7.4.1", "S60.4.2"],
        ["W-7", "架空 髙子", "カクウ タカコ", "202126", "R7.4.1", "H1.1.8"],
        ["W-6", "架空 高子", "カクウ タカコ", "202126", "R7.4.1", None],
        ["W-8", "架空 髙子", "かくう たかこ", "202126", "R7.4.1", None],
    ]
    lines = town.compare("workers", header, again)
    assert [line.status for line in lines] == ["in_doubt", "new", "new", "in_doubt"]
    assert "--same-person W-9=W-1" in lines[0].questions[0]
    answers = {"W-9": "W-1", "W-8": "W-8"}
    lines = town.compare("workers", header, again, same_person=answers)
    assert [line.status for line in lines] == ["new"] * 4
    persons = [command.person_id for command in registrations(lines)]
    known = stream_id(town.consortium.log.namespace, "person", "W-1")
    assert persons[0] == known
    assert known not in persons[1:]
    town.take("workers", header, again, same_person=answers)
    assert {line.status for line in town.compare("workers", header, again)} == {"unchanged"}


def registrations(lines: list[Line]) -> list[c.RegisterWorker]:
    """Give the registrations that rows ask for."""
    commands = [line.commands[0] for line in lines]
    return [command for command in commands if isinstance(command, c.RegisterWorker)]


def test_two_numbers_for_one_name_in_one_file_are_asked_about(town: Town) -> None:
    """Neighbours may share a name; a clerk knows."""
    rows: list[list[Cell]] = [NEW, ["W-2", *NEW[1:]]]
    assert [line.status for line in town.compare("workers", HEAD, rows)] == ["new", "in_doubt"]
    lines = town.compare("workers", HEAD, rows, same_person={"W-2": "W-1"})
    assert len({command.person_id for command in registrations(lines)}) == 1


def test_a_row_without_a_number_is_matched_by_name_kana_and_birth_date(town: Town) -> None:
    """One match is that one; without a date of birth it is asked."""
    town.take("workers", HEADER, ROWS)
    header = ["氏名", "フリガナ", "生年月日", "市町村コード"]
    rows: list[list[Cell]] = [
        ["架空　髙子", "カクウ タカコ", "S60.4.2", "203246"],
        ["架空 﨑男", "カクウ サキオ", None, "202126"],
        ["架空 誰か", "カクウ ダレカ", None, "202126"],
    ]
    lines = town.compare("workers", header, rows)
    assert [line.status for line in lines] == ["unchanged", "in_doubt", "bad"]
    assert lines[0].key == "W-1"
    assert "W-2" in lines[1].questions[0]
    answered = town.compare("workers", header, rows, same_person={"架空 﨑男": "W-2"})
    assert (answered[1].key, answered[1].status) == ("W-2", "unchanged")


def test_the_same_file_imported_by_two_at_once_is_recorded_once(
    town: Town, postgres_url: str, schema: str
) -> None:
    """Whoever is second finds it recorded."""
    rows: list[list[Cell]] = [
        [f"W-{n}", f"架空 {n}子", f"カクウ {n}", "203246", "R6.5.1"] for n in range(20)
    ]
    content = xlsx([HEAD, *rows])
    both = Barrier(2)
    with town_on(postgres_url, schema) as other, ThreadPoolExecutor(2) as threads:

        def take(who: Town) -> Imported:
            found = who.preview("workers", content)
            both.wait()
            file = File("名簿.xlsx", content, TODAY)
            return record(who.consortium, found, file, actor=f"clerk-{id(who)}")

        first, second = threads.map(take, [town, other])
    names = town.names()
    assert names.count("WorkerRegistered") == 20
    assert names.count("ImportReceived") == 1
    assert len(first.refused) + len(second.refused) == 20


def test_an_erased_value_is_not_recorded_again(town: Town) -> None:
    """The sheet may still hold what was destroyed here; the record does not take it back."""
    town.take("workers", HEADER, ROWS)
    vault = town.consortium.vault
    real = vault.open
    gone = {
        event.contact
        for recorded in town.events()
        if isinstance(event := recorded.event, e.WorkerRegistered) and event.contact
    }
    vault.open = lambda digests: {  # type: ignore[method-assign]
        digest: text for digest, text in real(digests).items() if digest not in gone
    }
    lines = town.compare("workers", HEADER, ROWS)
    assert [line.status for line in lines] == ["unchanged"] * 3
    assert [line.status for line in town.preview("workers", town.exported("workers")).lines] == [
        "unchanged"
    ] * 3


def test_a_file_without_such_a_sheet_is_refused(town: Town) -> None:
    """It says which columns it looked for."""
    with pytest.raises(NoHeader, match="ワーカー番号"):
        town.preview("workers", xlsx([["月", "売上"], [4, 1000]]))
    with pytest.raises(NoHeader, match="足りない列: 氏名"):
        town.preview("workers", xlsx([["ワーカー番号", "登録日"], ["W-1", "R6.5.1"]]))


def test_cells_that_hold_no_value_are_bad_and_not_blank(town: Town) -> None:
    """An error, or a formula that was never computed."""
    content = xlsx([[*HEAD, "連絡先"], [*NEW, "=VLOOKUP(A2,表,2)"]])
    line = one(town.preview("workers", content).lines)
    assert [(f.column, f.value) for f in line.faults] == [("連絡先", "=VLOOKUP(A2,表,2)")]


def test_a_disarmed_formula_comes_back_as_it_was(town: Town) -> None:
    """A name that begins with = gets an apostrophe in a csv and loses it again."""
    row: list[Cell] = ["W-1", "=架空", "'-カクウ", "203246", "R6.5.1"]
    town.record("workers", write_xlsx("名簿", HEAD, [row]))
    made = town.export("workers")
    content = write_csv(made.header, made.rows)
    assert "'=架空" in content.decode("utf-8-sig")
    line = one(town.preview("workers", content).lines)
    assert line.status == "unchanged"
    assert (line.row["name"], line.row["kana"]) == ("=架空", "'-カクウ")
