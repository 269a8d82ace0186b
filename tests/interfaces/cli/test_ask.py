"""`ayumi kpi` and `ayumi trace`: a figure, its target, and the events that it counts."""

import json
from typing import Any

import pytest

from tests.application.demo.given import MOMENTS, YEAR_END, Api, Ayumi

HIRES = {"now": 9, "valid on": 7, "as of": 6, "both": 6}
"""Counted by hand from the story's table of new hires."""
EVENTS = {"now": (8, 2), "valid on": (6, 1), "as of": (6, 0), "both": (6, 0)}
"""How many of those facts were entered as they happened, and how many late."""


def options(asked: dict[str, str]) -> list[str]:
    """Give a moment as options of the command line."""
    return [text for name, at in asked.items() for text in (f"--{name.replace('_', '-')}", at)]


def kpis(ayumi: Ayumi, *arguments: str) -> dict[str, Any]:
    """Ask for the KPIs as a program does."""
    found: dict[str, Any] = json.loads(ayumi.said("kpi", "--json", *arguments))
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_kpis_at_a_moment(reader: Ayumi, api: Api, moment: str) -> None:
    """Targets, values and how they came to be recorded are those that the API gives."""
    asked = MOMENTS[moment]
    told = kpis(reader, "--fiscal-year", "R6", *options(asked))
    said = api.get("achievement", programme="grant:dx-r6", fiscal_year="R6", **asked)
    (hires,) = [kpi for kpi in told["kpis"] if kpi["kpi"] == "kpi1"]
    (budget,) = [one for one in told["figures"] if one["figure"] == "budget-executed"]

    assert {key: told[key] for key in said} == said
    assert hires["value"] == HIRES[moment]
    assert hires["targets"] == {"joint": 15}
    assert tuple(hires["recorded"].values()) == (*EVENTS[moment], 0)
    assert budget == api.figure("budget-executed", **asked)


def test_people_read_the_same(reader: Ayumi) -> None:
    """One line for each KPI, what has no value says why, and the clock is said to be simulated."""
    said = reader.said("kpi", "--fiscal-year", "R6")

    (hires,) = [line for line in said.splitlines() if "kpi1" in line]
    assert [cell.strip() for cell in hires.split("│")[2:-1]] == ["15", "9", "人", "8", "2", "0"]
    (firms,) = [line for line in said.splitlines() if line.startswith("│ kpi3")]
    assert [cell.strip() for cell in firms.split("│")[2:5]] == ["1", "—", "社"]
    assert "kpi3: この日に効力のある定義がありません。" in said
    assert "28,451,000" in said
    assert "simulated" in said


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_figure_is_traced_to_its_events(reader: Ayumi, moment: str) -> None:
    """Every event that is counted, told with its day, its entry and its position."""
    asked = options(MOMENTS[moment])
    told = json.loads(reader.said("trace", "kpi1", "--fiscal-year", "R6", "--json", *asked))
    how = [event["how"] for event in told["events"]]

    assert told["value"] == HIRES[moment]
    assert {e["position"] for e in told["events"]} == {c["position"] for c in told["counted"]}
    assert (how.count("as_it_happened"), how.count("late")) == EVENTS[moment]
    for event in told["events"]:
        assert event["topic"] == "kpi.fact_counted"
        assert event["position"] <= told["as_of"]["position"]
        assert event["effective_on"] <= told["valid_on"]
        assert event["sentence"]["ja"]
        assert event["sentence"]["en"]
    said = reader.said("trace", "kpi1", "--fiscal-year", "R6", *asked)
    assert f"地域における新規雇用者数: {HIRES[moment]} 人" in said
    assert sum("clerk-" in line for line in said.splitlines()) == len(told["events"])


def test_late_entries_are_told_apart(reader: Ayumi) -> None:
    """The hire of 2 December that was entered in February shows both days, and that it is late."""
    said = reader.said("trace", "kpi1", "--fiscal-year", "R6", "--valid-on", YEAR_END)
    (late,) = [line for line in said.splitlines() if "2025-02-12" in line]

    assert [cell.strip() for cell in late.split("│")[2:6]] == [
        "2024-12-02",
        "2025-02-12",
        "遅れ",
        "clerk-itoigawa",
    ]


def test_a_figure_that_nobody_defined_says_so(reader: Ayumi) -> None:
    """No value is not zero; a figure of a year needs one, and says that too."""
    assert "no-such: —" in reader.said("trace", "no-such")
    assert "この日に効力のある定義がありません。" in reader.said("trace", "no-such")
    told = json.loads(reader.said("trace", "no-such", "--json"))
    assert (told["value"], told["events"]) == (None, [])
    without_year = reader.said("trace", "kpi1")
    assert "年度を指定してください。" in without_year
    assert "Say which fiscal year." in without_year


def test_before_the_record_was_opened_there_is_nothing_and_it_says_so(reader: Ayumi) -> None:
    """An empty answer could be taken for a fact."""
    told = kpis(reader, "--fiscal-year", "R6", "--as-of", "2024-04-30")

    assert told["kpis"] == []
    assert told["as_of"]["position"] == 0
    assert "何も記録されていません" in reader.said("kpi", "--as-of", "2024-04-30")


@pytest.mark.parametrize("command", [["kpi"], ["trace", "kpi1"]])
@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--consortium", "nowhere", "There is no consortium nowhere; there are: demo."),
        ("--fiscal-year", "H99", "'H99'"),
        ("--fiscal-year", "R6年", "'R6年'"),
        ("--valid-on", "2024-02-30", "2024-02-30"),
        ("--valid-on", "R6", "R6"),
        ("--as-of", "yesterday", "yesterday is not a position"),
        ("--as-of", "2024-12-31T09:00:00", "offset"),
        ("--as-of", "9999", "there is no position 9999 yet"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(
    reader: Ayumi, command: list[str], option: str, value: str, words: str
) -> None:
    """The message names what was given, and nothing is printed for programs."""
    assert words in " ".join(reader.refused(*command, option, value, "--json").split())


def test_without_a_consortium_it_says_how_to_make_one(empty: Ayumi) -> None:
    """A newcomer is told what to do next."""
    said = empty.refused("kpi")

    assert "ayumi demo" in said
    assert "ayumi open" in said


def test_of_several_one_has_to_be_named(ayumi: Ayumi) -> None:
    """Nobody's figure is taken for another's."""
    ayumi.said("open", "tateshina")

    assert "demo, tateshina" in ayumi.refused("kpi")
    assert kpis(ayumi, "--consortium", "demo", "--fiscal-year", "R6")["consortium"] == "demo"
    assert kpis(ayumi, "--consortium", "tateshina", "--fiscal-year", "R6")["kpis"] == []


def test_where_nothing_is_planned_kpi_says_so(empty: Ayumi) -> None:
    """An empty table could be taken for values that are all missing."""
    empty.said("open", "tateshina")
    said = " ".join(empty.said("kpi", "-c", "tateshina").split())

    assert "Neither a plan nor a definition" in said
    assert "目標" not in said
