"""`ayumi diff` and `ayumi moved`: what differs and why, and what an event moved."""

import json
import re
from typing import Any

import pytest

from application.registry import PROJECTIONS
from tests.application.demo.given import YEAR_END, Api, Ayumi

R6_END = "2025-03-31"
AT_R6_END = ("--from", R6_END, "--valid-on", R6_END)
VOIDED, LATE = "2024-11-18", "2025-03-24"
"""Of the facts of KPI 1: one that was voided in May 2025, one that was entered in June 2025."""


def asked(ayumi: Ayumi, *arguments: str) -> dict[str, Any]:
    """Ask as a program does."""
    found: dict[str, Any] = json.loads(ayumi.said(*arguments, "--json"))
    return found


def cells(said: str, column: int) -> str:
    """Give what a column of a table says, without its line breaks."""
    lines = [line.split("│") for line in said.splitlines() if line.startswith("│")]
    return " ".join(line[column].strip() for line in lines)


def test_what_the_record_said_and_what_was_true_on_one_day(reader: Ayumi, api: Api) -> None:
    """The two differ by one fact that was voided since and one that was entered late."""
    told = asked(reader, "diff", "kpi_ledger", *AT_R6_END)
    gone, late = told["changes"]

    assert told == api.get(
        "evidence/difference", projection="kpi_ledger", **{"from": R6_END, "valid_on": R6_END}
    )
    assert told["counts"] == {"added": 1, "removed": 1, "changed": 0}
    assert (gone["change"], gone["before"]["since"]) == ("removed", VOIDED)
    assert [event["topic"] for event in gone["events"]] == ["kpi.fact_voided"]
    assert (late["change"], late["after"]["since"]) == ("added", LATE)
    assert [event["how"] for event in late["events"]] == ["late"]


def test_people_read_why_in_both_languages(reader: Ayumi) -> None:
    """Row, what changed, and of each event: position, day, who, why, and its sentence."""
    said = reader.said("diff", "skill_map", "--from", YEAR_END, "--valid-on", YEAR_END)
    row, changed, events = (cells(said, column) for column in (1, 2, 3))

    assert "スキルマップ / Skill map" in said
    assert "追加 / added 1  削除 / removed 0  変更 / changed 2" in said
    assert "W-003  dss  web-writing" in row
    assert "レベル: 3 → 2 level: 3 → 2" in changed
    assert "2025-01-27 secretariat  入力の誤り / mistake in an earlier entry" in events
    assert "第3版のスキルの記録を訂正した。" in events
    assert "The skill entry of version 3 was corrected." in events
    assert "遅れ / late 基準日 / effective on 2024-10-21" in events
    assert "simulated" in said


def test_ids_and_sealed_values_are_not_read_to_people(reader: Ayumi) -> None:
    """They tell nothing, and would fill the page; programs get all of it."""
    for name in ("workers", "commissions", "members"):
        said = reader.said("diff", name, "--from", "1", "--to", "400")
        told = asked(reader, "diff", name, "--from", "1", "--to", "400")
        (first, *_) = told["changes"]
        stream = first["after"]["recorded"]["stream"]
        assert stream not in said
        assert stream in json.dumps(told)
        assert not any(len(word) == 64 for word in said.split())


def test_what_changed_in_the_world_between_two_days(reader: Ayumi) -> None:
    """One record, two days: what happened, and nothing about who knew it when."""
    told = asked(
        reader, "diff", "engagement_board", *AT_R6_END, "--to", R6_END, "--from-valid-on", YEAR_END
    )

    assert (told["from"]["valid_on"], told["valid_on"]) == (YEAR_END, R6_END)
    assert told["from"]["as_of"]["position"] == told["as_of"]["position"]
    (closed, *_) = told["changes"]
    assert {"ja": "段階: 入金 → 完了", "en": "stage: money received → closed"} in [
        field["words"] for field in closed["fields"]
    ]


@pytest.mark.parametrize("name", PROJECTIONS)
def test_every_projection_can_be_compared_with_nothing(reader: Ayumi, api: Api, name: str) -> None:
    """From before the beginning, all there is was added, and every field can be told in words."""
    told = asked(reader, "diff", name, "--from", "0", "--limit", "200")
    shown = api.get(name.replace("_", "-"), limit=200)["items"]
    for row in shown:
        # What the audit trail tells beside each row is told here of the events.
        row.pop("sentence", None)

    assert [change["after"] for change in told["changes"]] == shown
    for change in told["changes"]:
        assert (change["change"], change["before"]) == ("added", None)
        assert change["events"] or told["notes"][-1]["en"].startswith("1 more")
        for field in change["fields"]:
            assert "None" not in field["words"]["en"]


def test_a_page_that_is_full_says_how_to_go_on(reader: Ayumi) -> None:
    """The cursor is given whole, and leads to the rest."""
    first = reader.said("diff", "workers", "--from", "1", "--limit", "2")
    (line,) = [line for line in first.splitlines() if "--cursor" in line]
    rest = asked(reader, "diff", "workers", "--from", "1", "--cursor", line.split()[-1])

    assert "W-001" in first
    assert rest["changes"][0]["key"] == "W-003"


def test_what_does_not_differ_says_so(reader: Ayumi) -> None:
    """An empty table could be taken for a fault."""
    said = reader.said("diff", "workers", *AT_R6_END)

    assert "二つの時点の内容に違いはありません。" in said
    assert "At both moments the answer is one and the same." in said


def test_an_event_leads_to_what_it_moved(reader: Ayumi, api: Api) -> None:
    """The voiding of May 2025 took one hire of 大町市 away from KPI 1 of R6."""
    (gone, _) = asked(reader, "diff", "kpi_ledger", *AT_R6_END)["changes"]
    position = str(gone["events"][0]["position"])
    told = asked(reader, "moved", position)
    said = reader.said("moved", position)

    assert told == api.get("evidence/moved", position=position)
    (figure,) = told["figures"]
    assert (figure["figure"], figure["before"]["value"], figure["after"]["value"]) == (
        "kpi1",
        10,
        9,
    )
    assert f"#{position}  2025-05-20" in said
    assert "第1版の計上を取り消した。" in said
    assert "The count of version 1 was voided." in said
    (line,) = [line for line in said.splitlines() if "10 人" in line]
    assert "9 人" in line
    assert "市町村 大町市 / municipality Omachi-shi: 3 → 2" in said
    assert "no longer counted" in said


def test_joining_two_persons_moves_what_counts_persons(reader: Ayumi, api: Api) -> None:
    """No fact moves, the value does."""
    (joined,) = api.get("audit-trail", topic="person.joined")["items"]
    (figure,) = asked(reader, "moved", str(joined["recorded"]["position"]))["figures"]

    assert (figure["before"]["value"], figure["after"]["value"]) == (10, 9)
    assert (figure["newly_counted"], figure["no_longer_counted"]) == ([], [])


def test_an_event_that_moved_nothing_says_so(reader: Ayumi) -> None:
    """In both languages."""
    said = reader.said("moved", "1")

    assert "この事実で動いた指標はありません。" in said
    assert "This event moved no figure." in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["diff", "no-such", "--from", "1"], "skill_map"),
        (["diff", "workers", "--from", "yesterday"], "--from: yesterday is not a position"),
        (["diff", "workers", "--from", "1", "--to", "9999"], "--to: the log holds"),
        (["diff", "workers", "--from", R6_END, "--to", "3"], "comes after position 3"),
        (["diff", "workers", "--from", "1", "--cursor", "x"], "--cursor: this is not a cursor"),
        (["diff", "workers", "--from", "1", "--limit", "0"], "--limit"),
        (["diff", "workers"], "--from"),
        (["diff", "audit_trail", "--from", "1", "--valid-on", R6_END], "基準日がありません"),
        (["moved", "0"], "there is none at 0"),
        (["moved", "9999"], "there is none at 9999"),
        (["moved", "x"], "ayumi moved --help"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(
    reader: Ayumi, arguments: list[str], words: str
) -> None:
    """The message names what was given, and nothing is printed for programs."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", reader.refused(*arguments))
    assert words in " ".join(plain.split())
