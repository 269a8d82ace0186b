"""What an evaluator does with the demonstration: each answer leads to the next."""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import pytest

from application.demo.evaluations import NUMBER, SEED, SIZE
from application.evidence.tree import verify_inclusion
from tests.application.demo.given import GRANT, Api, served, told


@pytest.fixture(scope="module")
def demo(postgres_url: str) -> Iterator[Api]:
    """Give the API of the demonstration; nothing here changes it."""
    with told(postgres_url) as url, served(url) as api:
        yield api


def test_every_event_that_a_figure_counts_is_proved_to_be_in_the_log(demo: Api) -> None:
    """Of every figure that is defined, and of every year of the plan."""
    defined = demo.get("audit-trail", topic="figure.defined", limit=100)["items"]
    assert defined
    codes = {"kpi1", "kpi2", "kpi4", "budget-executed", "new-employments", "own-income"}
    codes |= {"own-income-share", "orders-not-by-grant", "private-members", "private-share"}
    counted: set[int] = set()
    for code in sorted(codes):
        for year in ("R6", "R7", "R8"):
            asked = {"figure": code, "programme": GRANT, "fiscal_year": year}
            counted |= {each["position"] for each in demo.get("evidence/trace", **asked)["counted"]}
    assert len(counted) > 50
    for position in sorted(counted):
        proof = demo.get("evidence/inclusion", position=position)
        leaf, root = b64decode(proof["leaf"]), b64decode(proof["root"])
        hashes = [b64decode(each) for each in proof["proof"]]
        assert verify_inclusion(position - 1, proof["size"], leaf, hashes, root)


def test_the_evaluation_of_the_demonstration_is_told_as_a_whole(demo: Api) -> None:
    """A sample of five with its seed; three seen, one doubted, one without evidence."""
    found = demo.get("views/evaluation", evaluation=NUMBER, programme=GRANT)
    (sample,) = _part(found, "sample")
    sampled = _part(found, "sampled")

    assert (sample["seed"], len(sampled)) == (SEED, SIZE)
    assert [row["finding"] for row in sampled] == [
        *(["seen"] * 3), "doubted", "without-evidence",
    ]  # fmt: skip
    assert all(row["said"] and row["holds"] for row in sampled)
    assert [row["unanswered"] for row in _part(found, "question")] == [0, 1]
    assert found["totals"]["unanswered"] == 1


def test_its_sample_is_drawn_again_by_the_query_that_it_names(demo: Api) -> None:
    """By whoever asks, as the record stood then."""
    found = demo.get("views/evaluation", evaluation=NUMBER)
    (sample,) = _part(found, "sample")
    answer = demo.client.get(f"{demo.base}{sample['repeat']}").json()
    again = [(each["stream"], each["version"]) for each in answer["drawn"]]
    assert again == [(row["fact"], row["fact_version"]) for row in _part(found, "sampled")]
    rows = demo.get("sampled-facts", evaluation=NUMBER)["items"]
    assert [row["fact_position"] for row in rows] == [e["position"] for e in answer["drawn"]]


def test_an_export_is_seen_by_everybody_at_once(demo: Api) -> None:
    """With its kind, its digest and who made it."""
    (export,) = demo.get("exports")["items"]
    assert (export["kind"], export["actor"]) == ("bundle-evaluation", "secretariat")


def test_the_record_of_the_witnesses_is_found_in_the_list_of_events(demo: Api) -> None:
    """All of them stand in one: with its id, and the version for `If-Match`."""
    appointed = demo.get("audit-trail", topic="witness.appointed")["items"]
    assert len(appointed) > 1
    (stream,) = {each["recorded"]["stream"] for each in appointed}
    assert demo.get(f"witnesses/{stream}")["version"] >= len(appointed)


def test_a_question_that_was_not_answered_can_be_asked_for(demo: Api) -> None:
    """The list of what was not answered."""
    (question,) = demo.get("questions", answered="false")["items"]
    assert (question["question"], question["answered_on"]) == (2, None)


def _part(found: dict[str, Any], part: str) -> list[dict[str, Any]]:
    return [row for row in found["items"] if row["part"] == part]
