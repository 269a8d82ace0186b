"""Import and export on the command line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infrastructure.documents.files import SpreadsheetFiles
from interfaces.cli.app import create_cli
from interfaces.settings import Settings
from tests.given_sheets import GRANT, SHEETS, Town, town_on, xlsx

HEADER, ROWS = SHEETS["workers"]


class OneTown:
    """An installation that keeps one consortium."""

    def __init__(self, town: Town) -> None:
        """Keep it."""
        self.town = town

    def names(self) -> list[str]:
        """Give its name."""
        return ["demo"]

    def take_up(self, name: str) -> Any:  # noqa: ANN401
        """Give it."""
        assert name == "demo"
        return self.town.consortium


@pytest.fixture
def town(postgres_url: str, schema: str) -> Iterator[Town]:
    """Give a consortium of which nothing is recorded."""
    with town_on(postgres_url, schema) as town:
        yield town


@pytest.fixture
def ayumi(town: Town, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """Run the command line over one consortium, on a wide screen."""
    monkeypatch.setenv("COLUMNS", "200")

    @contextmanager
    def installation(_settings: Settings) -> Iterator[Any]:
        yield OneTown(town)

    def run(*arguments: object, answer: str | None = None) -> Result:
        cli = create_cli(installation, SpreadsheetFiles())
        return CliRunner().invoke(cli, [str(one) for one in arguments], input=answer)

    return run


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Give a roster in a file."""
    path = tmp_path / "名簿.xlsx"
    path.write_bytes(xlsx([["架空町 名簿"], [], [*HEADER, "備考"], *ROWS]))
    return path


def test_a_dry_run_compares_and_records_nothing(town: Town, ayumi: Any, roster: Path) -> None:  # noqa: ANN401
    """It says what it would do, which columns it leaves, and that nothing was recorded."""
    before = town.position()
    said = ayumi("import", "workers", roster, "--dry-run")
    assert said.exit_code == 0, said.output
    assert "ワーカー名簿" in said.output
    assert "見出し 3 行目" in said.output
    assert "読まない列: 備考" in said.output
    assert "何も記録していません" in said.output
    assert town.position() == before


def test_it_records_after_a_yes_and_then_finds_nothing_new(
    town: Town,
    ayumi: Any,  # noqa: ANN401
    roster: Path,
) -> None:
    """The second time there is nothing to ask."""
    refused = ayumi("import", "workers", roster, answer="n\n")
    assert "何も記録していません" in refused.output
    said = ayumi("import", "workers", roster, answer="y\n")
    assert said.exit_code == 0, said.output
    assert "3 行を記録しました" in said.output
    position = town.position()
    again = ayumi("import", "workers", roster)
    assert again.exit_code == 0, again.output
    assert town.position() == position


def test_a_file_that_is_called_by_what_looks_like_an_individual_number_is_asked_about(
    town: Town,
    ayumi: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    """In words, and nothing of it is recorded until it is confirmed to be another number."""
    path = tmp_path / "名簿123456789018.xlsx"
    path.write_bytes(xlsx([HEADER, *ROWS]))
    position = town.position()
    said = ayumi("import", "workers", path, "--yes")
    assert (said.exit_code, town.position()) == (2, position)
    assert "looks-like-individual-number" in said.output
    said = ayumi("import", "workers", path, "--yes", "--not-an-individual-number")
    assert said.exit_code == 0, said.output


def test_a_file_has_not_come_on_a_day_that_lies_ahead(
    town: Town,
    ayumi: Any,  # noqa: ANN401
    roster: Path,
) -> None:
    """The day of receipt is what the record says of the file."""
    position = town.position()
    said = ayumi("import", "workers", roster, "--yes", "--received-on", "R12.1.1")
    assert (said.exit_code, town.position()) == (2, position)
    assert "in-the-future" in said.output


def test_bad_rows_are_shown_with_row_column_value_and_reason(ayumi: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """And the exit status says that there are some; the others are recorded."""
    path = tmp_path / "名簿.csv"
    text = "ワーカー番号,氏名,フリガナ,市町村コード,市町村名,登録日\r\n"
    text += "W-1,架空 髙子,カクウ タカコ,203246,立科町,R6.5.1\r\n"
    text += "W-2,架空 次郎,カクウ ジロウ,152111,糸魚川市,R6.5.1\r\n"
    path.write_bytes(text.encode("cp932"))
    said = ayumi("import", "workers", path, "--yes")
    assert said.exit_code == 1
    assert "152111 は見附市のコードです" in said.output
    assert "1 行を記録しました" in said.output
    assert "1 行（要確認・読めない行）は記録していません" in said.output


def test_changes_are_shown_beside_what_is_recorded(town: Town, ayumi: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """In doubt until the day is given; missing rows are listed."""
    town.take("workers", HEADER, ROWS)
    row = [*ROWS[0]]
    row[4], row[5] = "202126", "大町市"
    path = tmp_path / "名簿.xlsx"
    path.write_bytes(xlsx([HEADER, row]))
    said = ayumi("import", "workers", path, "--dry-run")
    assert said.exit_code == 0
    assert "203246 → 202126" in said.output
    assert "--changes-from" in said.output
    assert "W-2、W-3" in said.output
    said = ayumi("import", "workers", path, "--changes-from", "令和7年4月1日", "--yes", "--json")
    answer = json.loads(said.output)
    assert answer["counts"]["changed"] == 1
    assert answer["rows"][0]["differences"] == [
        {"column": "市町村コード", "recorded": "203246", "sheet": "202126"}
    ]
    assert answer["recorded"]["commands"] == 1
    assert answer["missing"] == ["W-2", "W-3"]


def test_who_is_the_same_person_is_answered(town: Town, ayumi: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """An option answers the question that the preview asks."""
    town.take("workers", HEADER, ROWS)
    path = tmp_path / "名簿.xlsx"
    path.write_bytes(xlsx([HEADER, ["W-9", *ROWS[0][1:]]]))
    asked = ayumi("import", "workers", path, "--yes")
    assert "--same-person W-9=W-1" in asked.output
    said = ayumi("import", "workers", path, "--yes", "--same-person", "W-9=W-1")
    assert "1 行を記録しました" in said.output


@pytest.mark.parametrize(
    ("kind", "content"),
    [("workers", b"\xd0\xcf\x11\xe0"), ("workers", "月,売上\n4,1\n".encode()), ("tables", b"")],
)
def test_what_cannot_be_read_ends_with_two(
    ayumi: Any,  # noqa: ANN401
    tmp_path: Path,
    kind: str,
    content: bytes,
) -> None:
    """It says what to do instead."""
    path = tmp_path / "名簿.csv"
    path.write_bytes(content)
    assert ayumi("import", kind, path).exit_code == 2
    assert ayumi("import", kind, tmp_path / "none.csv").exit_code == 2
    assert ayumi("import", "workers", path, "--changes-from", "きのう").exit_code == 2
    assert ayumi("import", "workers", path, "--same-person", "W-1").exit_code == 2


def test_an_export_comes_back_through_the_same_door(
    town: Town,
    ayumi: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    """As xlsx and as csv in either encoding, whatever the kind."""
    town.take_all()
    ways: tuple[tuple[str, list[str]], ...] = (
        ("a.xlsx", []),
        ("a.csv", []),
        ("b.csv", ["--encoding", "cp932"]),
    )
    for kind, (name, more) in product(SHEETS, ways):
        path = tmp_path / name
        assert ayumi("export", kind, "--out", path, *more).exit_code == 0
        said = ayumi("import", kind, path, "--dry-run", "--json", "--programme", GRANT)
        answer = json.loads(said.output)
        assert answer["counts"]["unchanged"] == len(SHEETS[kind][1]), answer
        assert sum(answer["counts"].values()) == len(SHEETS[kind][1])
        assert answer["columns_not_read"] == []


def test_an_empty_sheet_is_written_for_whoever_begins(
    ayumi: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    """It is found again as a sheet of its kind, and says nothing."""
    path = tmp_path / "a.xlsx"
    assert ayumi("template", "assets", "--out", path).exit_code == 0
    answer = json.loads(ayumi("import", "assets", path, "--json", "--yes").output)
    assert (answer["rows"], answer["columns_not_read"]) == ([], [])
    assert ayumi("template", "nothing", "--out", path).exit_code == 2
    assert ayumi("template", "assets", "--out", tmp_path / "no" / "a.xlsx").exit_code == 2


def test_an_export_says_which_characters_cp932_lacks(
    town: Town,
    ayumi: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    """It refuses unless 〓 will do."""
    row = ["W-1", "架空 𠮷子", *ROWS[0][2:]]
    town.take("workers", HEADER, [row])
    path = tmp_path / "名簿.csv"
    said = ayumi("export", "workers", "--out", path, "--encoding", "cp932")
    assert said.exit_code == 2
    assert "𠮷" in said.output
    assert not path.exists()
    said = ayumi("export", "workers", "--out", path, "--encoding", "cp932", "--geta")
    assert said.exit_code == 0
    assert "架空 〓子" in path.read_bytes().decode("cp932")
