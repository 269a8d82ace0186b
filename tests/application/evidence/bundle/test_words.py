"""The words of a bundle say what names and codes are called, and nothing that was recorded."""

import json
from typing import Any

import pytest

from application.evidence.bundle.question import Kind
from tests.given_bundles import of_demonstration

Words = dict[str, Any]


def words(server: str, kind: Kind) -> Words:
    """Give the words of the demonstration's bundle by topic."""
    found: Words = json.loads(of_demonstration(server, kind).member("words.json"))["topics"]
    return found


def test_a_field_and_its_codes_have_words_in_both_languages(postgres_url: str) -> None:
    """Of municipalities their names, of other codes those of their closed lists."""
    fields = words(postgres_url, "evaluation")["employment.began"]["fields"]
    assert fields["municipality"]["ja"].startswith("市町村")
    assert fields["municipality"]["codes"]["203246"] == {"ja": "立科町", "en": "Tateshina-machi"}
    assert fields["form"]["codes"]["commissioned"] == {"ja": "業務委託", "en": "commissioned"}
    assert "codes" not in fields["person_id"]


def test_a_kind_of_event_has_its_sentence(postgres_url: str) -> None:
    """With places for the values of its fields."""
    paid = words(postgres_url, "evaluation")["expenditure.paid"]
    assert paid["ja"] == "{number} の {amount} 円を支出した。"
    assert {"number", "amount"} <= paid["fields"].keys()


def test_a_sum_that_nobody_has_split_is_called_joint(postgres_url: str) -> None:
    """Where a field can say so, and only there."""
    topics = words(postgres_url, "evaluation")
    joint = {
        topic
        for topic, told in topics.items()
        if "joint" in told["fields"].get("municipality", {}).get("codes", {})
    }
    assert "expenditure.paid" in joint
    assert "employment.began" not in joint


@pytest.mark.parametrize("kind", ["evaluation", "publication"])
def test_there_are_words_for_what_is_counted(postgres_url: str, kind: Kind) -> None:
    """Every topic that opens a fact of a definition in force; and for who the witnesses are."""
    opened = {"witness.appointed"}
    for line in of_demonstration(postgres_url, kind).events():
        if line.get("t") == "figure.defined":
            json.loads(line["s"], object_hook=lambda one: opened.update(one.get("opens", ())))
    assert words(postgres_url, kind).keys() <= opened
    assert {"employment.began", "expenditure.paid", "witness.appointed"} <= words(
        postgres_url, kind
    ).keys()


def test_a_publication_tells_no_more_by_its_words(postgres_url: str) -> None:
    """They come from the kinds of event, so that they are the same whatever happened."""
    assert words(postgres_url, "publication") == words(postgres_url, "evaluation")
