"""`ayumi restated`: the documents of the demonstration held against its record."""

import json
from typing import Any

import pytest

from application.demo.counted import COUNTS
from application.demo.reports import FIGURES, REPORTS
from tests.application.demo.given import Api, Ayumi

FAR = "9999-12-31"


def told(ayumi: Ayumi, *arguments: str) -> dict[str, Any]:
    """Ask as a program does."""
    found: dict[str, Any] = json.loads(ayumi.said("restated", "--json", *arguments))
    return found


def item(answer: dict[str, Any], figure: str, taken_on: str) -> dict[str, Any]:
    """Give the one value that is carried for a question."""
    (found,) = (
        each for each in answer["items"] if (each["figure"], each["taken_on"]) == (figure, taken_on)
    )
    return found  # type: ignore[no-any-return]


def causes(one: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Give topic, day of recording and actor of every cause."""
    return [(c["topic"], c["recorded_at"][:10], c["actor"]) for c in one["causes"]]


@pytest.mark.parametrize("arguments", [(), ("--all",), ("--as-of", "2025-03-31")])
def test_programs_read_what_the_api_gives(
    reader: Ayumi, api: Api, arguments: tuple[str, ...]
) -> None:
    """The same answer, word for word."""
    asked = {"--all": {"all": "true"}, "--as-of": {"as_of": "2025-03-31"}}
    parameters = asked[arguments[0]] if arguments else {}
    assert told(reader, *arguments) == api.get("evidence/restatements", **parameters)


def test_every_document_says_what_the_record_said_then(reader: Ayumi) -> None:
    """Its values were counted from the story's tables; the record agrees for each of them."""
    answer = told(reader, "--all")
    said = {
        (document["number"], one["figure"], one["taken_on"]): (
            one["value"],
            {line["by"][0]: line["value"] for line in one["breakdown"]},
        )
        for one in answer["items"]
        for document in one["documents"]
    }
    assert said == {(n, code, on): COUNTS[code](on, by) for n, code, on, by, _ in FIGURES}
    assert {d["as_recorded"] for one in answer["items"] for d in one["documents"]} == {"holds"}
    now = {(one["figure"], one["taken_on"]): one["now"]["value"] for one in answer["items"]}
    assert now == {(code, on): COUNTS[code](on, FAR)[0] for _, code, on, *_ in FIGURES}


def test_late_payments_restate_the_budget(reader: Ayumi) -> None:
    """Two payments of 2024 were entered after the report of January."""
    one = item(told(reader), "budget-executed", "2024-12-31")

    assert (one["outcome"], one["value"], one["now"]["value"]) == ("value", 13_188_000, 16_428_000)
    assert causes(one) == [
        ("expenditure.paid", "2025-01-15", "secretariat"),
        ("expenditure.paid", "2025-02-24", "secretariat"),
    ]
    assert {cause["how"] for cause in one["causes"]} == {"late"}


def test_one_too_many_and_one_too_late_leave_the_total_and_change_the_breakdown(
    reader: Ayumi,
) -> None:
    """Both documents that carried the seven new hires are named, and both causes."""
    one = item(told(reader), "kpi1", "2024-12-31")

    assert (one["outcome"], one["value"], one["now"]["value"]) == ("breakdown", 7, 7)
    assert [d["number"] for d in one["documents"]] == ["6架企第14号", "6架議第3号"]
    assert causes(one) == [
        ("kpi.fact_counted", "2025-02-12", "clerk-itoigawa"),
        ("kpi.fact_voided", "2025-05-20", "clerk-omachi"),
    ]
    assert "大町市" in one["causes"][1]["about"]["ja"]


def test_a_voided_fact_and_joined_persons_restate_new_hires(reader: Ayumi) -> None:
    """The answer in the assembly counted W-006, the report of June one person twice."""
    march, june = (item(told(reader), "kpi1", on) for on in ("2025-03-10", "2025-06-10"))

    assert [(each["value"], each["now"]["value"]) for each in (march, june)] == [(10, 9), (10, 9)]
    assert causes(march) == [("kpi.fact_voided", "2025-05-20", "clerk-omachi")]
    assert causes(june) == [("person.joined", "2025-06-09", "secretariat")]


def test_people_read_the_same(reader: Ayumi) -> None:
    """Old value, new value, document, cause; and what holds only with --all."""
    said, everything = reader.said("restated"), reader.said("restated", "--all")

    assert "提出文書の指標 8、うち記録のとおり 3" in said
    assert "値は同じで内訳だけが違う / only the breakdown differs" in said
    for words in (
        "6架議第3号",
        "13,188,000",
        "16,428,000",
        "2025-02-12",
        "第1版の計上を取り消した",
    ):
        assert words in said
    assert "記録のとおり / as the record says" not in said
    assert "記録のとおり / as the record says" in everything
    assert "28,451,000" in everything
    assert "simulated" in said


def test_taken_over_documents_are_compared_without_a_cause(empty: Ayumi) -> None:
    """From paper alone it is known what they say, and not what the record said: there was none."""
    empty.said("demo", "--taken-over", "--once")
    answer = told(empty)

    assert (answer["stated"], answer["holding"]) == (len(FIGURES), 3)
    assert {one["outcome"] for one in answer["items"]} == {"value", "breakdown"}
    assert [cause for one in answer["items"] for cause in one["causes"]] == []
    assert "原因は示せません" in empty.said("restated")
    assert any("引き継いだ" in note["ja"] for note in answer["notes"])
    assert {d["number"] for one in answer["items"] for d in one["documents"]} == {
        number for number, *_ in REPORTS
    }


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--consortium", "nowhere", "There is no consortium nowhere; there are: demo."),
        ("--as-of", "yesterday", "yesterday is not a position"),
        ("--as-of", "9999", "there is no position 9999 yet"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(
    reader: Ayumi, option: str, value: str, words: str
) -> None:
    """The message names what was given, and nothing is printed for programs."""
    assert words in " ".join(reader.refused("restated", option, value, "--json").split())
