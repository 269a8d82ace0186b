"""`ayumi define-figures`: a consortium of one's own gets the standard definitions."""

import json

from application.figures.standard import STANDARD
from tests.application.demo.given import Ayumi


def test_the_standard_definitions_are_published_once(empty: Ayumi) -> None:
    """In force from the day that is said; what has a definition stays as it is."""
    empty.said("open", "practice")
    said = empty.said("define-figures", "--from", "2024-04-01")
    assert [line.split()[0] for line in said.splitlines()] == [one.code for one in STANDARD]
    assert empty.said("define-figures", "--from", "2025-04-01") == ""


def test_a_figure_has_no_value_before_its_definition(empty: Ayumi) -> None:
    """Neither without one nor on a day before it is in force; afterwards nothing is 0."""
    empty.said("open", "practice")
    asked = ("view", "five-elements", "programme=grant:dx-r6", "element=self-reliance", "--json")

    def known(on: str) -> set[str]:
        items = json.loads(empty.said(*asked, "--valid-on", on))["items"]
        return {one["metric"] for one in items if one["version"]}

    before = known("2024-04-01")
    empty.said("define-figures", "--from", "2024-04-01")
    assert "own-income" in known("2024-04-01") - before
    assert "own-income" not in known("2024-03-31")
