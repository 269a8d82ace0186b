"""The table of rules is what the definitions say."""

from domain.commission.law.rule_sets import RULE_SETS
from domain.commission.rules import REFUSAL_OF
from interfaces.rules_page import PATH, text


def test_the_page_is_written_from_the_definitions() -> None:
    """`make handbook` would change nothing."""
    assert PATH.read_text(encoding="utf-8") == text()


def test_every_rule_and_every_version_is_on_the_page() -> None:
    """By its code, and by the name that commissions keep."""
    page = text()
    for each in RULE_SETS:
        assert f"## `{each.id}`" in page
        for check in each.checks:
            assert f"| `{check.code}` | {check.ja} | {check.en} |" in page


def test_codes_are_of_one_rule_each() -> None:
    """What refuses beforehand has the code of a rule that is on the page."""
    codes = [check.code for each in RULE_SETS for check in each.checks]
    assert len(set(codes)) == len(codes)
    assert REFUSAL_OF.keys() <= set(codes)
