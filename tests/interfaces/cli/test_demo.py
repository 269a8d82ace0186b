"""`ayumi demo`: a stranger sees in a minute what the record can say, and whether it is right."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from application.demo import counted
from application.demo.expected import checks
from application.ports import ClockRefused
from interfaces.cli import demo
from tests.application.demo.given import Api, Ayumi

CELLS = {
    "KPI① 新規雇用者数 R6": ("9", "7", "6"),
    "KPI④ 参加自治体数": ("3", "3", "3"),
    "予算執行額（円） R6": ("28,451,000", "16,428,000", "13,188,000"),
    "受注案件": ("6", "3", "3"),
    "自主収入（円） R6": ("320,000", "80,000", "-140,000"),
    "支払済み報酬（円）": ("710,000", "140,000", "140,000"),
    "総事業費（円）": ("105,565,000", "", ""),
    "R6 の予算（円）": ("", "30,253,000", ""),
    "提出文書の値のうち、当時の記録のとおり": ("8", "", ""),
    "同じく、今の記録のとおり": ("3", "", ""),
}


def cells(text: str) -> dict[str, tuple[str, ...]]:
    """Give the rows of all tables in a text by their first cell."""
    lines = [line.strip("│┃").split("│") for line in text.splitlines() if "│" in line]
    return {first.strip(): tuple(cell.strip() for cell in cells) for first, *cells in lines}


def test_it_shows_the_kpis_and_three_moments_and_agrees(empty: Ayumi) -> None:
    """Targets, values, and the same questions now, valid on a day and as of it; exit status 0.

    A second time it starts from nothing again and says the same.
    """
    first, again = empty.said("demo", "--once"), empty.said("demo", "--once")
    rows = cells(first)

    assert again == first
    assert {what: rows[what] for what in CELLS} == CELLS
    assert rows["kpi1  地域における新規雇用者数"] == ("15", "9", "人")
    assert rows["kpi4  コンソーシアム参加自治体数"] == ("4", "3", "自治体")
    assert rows["E-2024-001"] == ("完了", "入金", "請求")
    levels = [cell.rpartition("レベル")[2] for cell in rows["W-003 のスキル"]]
    assert levels == ["2（成果物）", "2（成果物）", "3（成果物）"]
    assert "simulated" in first
    assert "すべて架空" in first


def test_it_fails_when_the_record_disagrees(empty: Ayumi, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 1, and both values are shown where they differ; there is nothing to try then."""
    monkeypatch.setattr(counted, "SAME_PERSON", {})
    monkeypatch.setattr(demo, "serve_all", pytest.fail)
    result = empty("demo")

    assert result.exit_code == 1
    assert "9 ≠ 10" in result.stdout
    assert "2 件が一致しません" in result.stdout
    assert "試す" not in result.stdout
    told = empty("demo", "--once", "--json")
    assert told.exit_code == 1
    assert [check["found"] for check in json.loads(told.stdout)["checks"] if not check["agrees"]] \
        == [9, 3]  # fmt: skip


def test_programs_read_what_people_read(empty: Ayumi) -> None:
    """`--json` prints one document and nothing else."""
    told = json.loads(empty.said("demo", "--once", "--json"))

    assert (told["consortium"], told["clock"]) == ("demo", "simulated")
    assert told["position"] > 200
    assert all(check["agrees"] for check in told["checks"])
    hires = [check["found"] for check in told["checks"] if check["what"].startswith("KPI①")]
    assert hires == [9, 7, 6]
    assert {kpi["kpi"]: (kpi["targets"], kpi["value"]) for kpi in told["kpis"]} == {
        "kpi1": ({"joint": 15}, 9),
        "kpi2": ({"joint": 3}, 1),
        "kpi3": ({"joint": 1}, None),
        "kpi4": ({"joint": 4}, 3),
    }


def test_a_real_record_is_never_dropped(empty: Ayumi) -> None:
    """A consortium may be called demo; what it has recorded stays, and the reason is said."""
    empty.said("open", "demo")
    said = empty.refused("demo", "--once")

    assert "demo" in said
    assert "real" in said
    with empty.installation() as installation:
        assert installation.take_up("demo").log.last()[0] == 1
        with pytest.raises(ClockRefused):
            installation.drop_simulated("demo")


def test_other_consortia_stay(ayumi: Ayumi) -> None:
    """Starting again drops the demonstration and nothing else, simulated or not."""
    with ayumi.installation() as installation:
        installation.found("demo-2", clock="simulated")
        installation.found("tateshina")
    ayumi.said("demo", "--once", "--json")

    with ayumi.installation() as installation:
        assert installation.names() == ["demo", "demo-2", "tateshina"]


@pytest.mark.parametrize("today", ["2024-06-30", "2024-12-31", "2025-06-09", "2028-04-01"])
def test_it_agrees_on_whatever_day_it_is_run(api: Api, today: str) -> None:
    """Machines have many clocks; what is true on that day follows from the same tables."""
    on_that_day = replace(api.consortium, today=lambda: date.fromisoformat(today))

    assert [check for check in checks(on_that_day) if not check.agrees] == []


def test_nothing_is_left_in_the_folder(
    empty: Ayumi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record is in the database alone."""
    monkeypatch.chdir(tmp_path)
    empty.said("demo", "--once", "--json")

    assert list(tmp_path.iterdir()) == []
