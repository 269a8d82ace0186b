"""`ayumi view`: for programs with the ids of records, for people with their numbers."""

import json
from pathlib import Path

from tests.application.demo.given import Ayumi

ASKED = ("view", "evidence-of-facts", "missing-only=true", "topic=asset.acquired")


def test_programs_get_ids_and_people_get_numbers(reader: Ayumi) -> None:
    """The same lines and totals, on the screen and in a file."""
    told = json.loads(reader.said(*ASKED, "--json"))
    ids = [line["stream"] for line in told["items"]]
    said = reader.said(*ASKED)

    assert ids
    assert told["totals"]["missing"] == len(ids)
    assert not any(each in said for each in ids)
    assert "証拠の有無" in said


def test_a_view_is_written_as_a_file(ayumi: Ayumi, tmp_path: Path) -> None:
    """One row for each line below the headers, and one for the totals."""
    lines = len(json.loads(ayumi.said(*ASKED, "--json"))["items"])
    out = tmp_path / "missing.csv"

    assert f"{lines + 1} 行 / rows" in ayumi.said(*ASKED, "--out", out)
    assert out.read_bytes()


def test_people_read_names_of_municipalities(reader: Ayumi) -> None:
    """Also in a column that has a heading of its own, or may be empty; programs read codes."""
    income = ("view", "own-income", "programme=grant:dx-r6", "fiscal-year=R6")
    rates = ("view", "execution-rates", "programme=grant:dx-r6", "fiscal-year=R6")
    for asked in (income, rates):
        said = reader.said(*asked)
        assert "共同" in said
        assert "joint" not in said
        codes = {
            line["municipality"] for line in json.loads(reader.said(*asked, "--json"))["items"]
        }
        assert "joint" in codes


def test_what_is_not_opened_says_so(reader: Ayumi) -> None:
    """Nobody has to read a digest, nor takes it for a name."""
    asked = ("view", "payment-list", "month=2025-10")
    assert "（開いていません）" in reader.said(*asked)
    assert "（開いていません）" not in reader.said(*asked, "--open")
