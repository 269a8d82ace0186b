"""The table of rules is what the definitions say."""

import sys

from application.streams import STREAMS
from domain.base.matter import Check
from domain.commission.law.rule_sets import RULE_SETS
from domain.commission.rules import REFUSAL_OF
from domain.evidence.retention import RETENTIONS
from interfaces.rules_page import PATH, text


def defined() -> set[Check]:
    """Give every rule that some file of a kind of stream defines, and those on keeping papers."""
    assert STREAMS, "their files are read by now"
    files = [file for name, file in sys.modules.items() if name.startswith("domain.")]
    named = {each for file in files for each in vars(file).values() if isinstance(each, Check)}
    return named | {rule.check for rule in RETENTIONS}


def test_the_page_is_written_from_the_definitions() -> None:
    """`make handbook` would change nothing."""
    assert PATH.read_text(encoding="utf-8") == text()


def test_every_rule_and_every_version_is_on_the_page() -> None:
    """By its code, and by the name that commissions keep."""
    page = text()
    assert all(f"## `{each.id}`" in page for each in RULE_SETS)
    for check in defined():
        assert f"| `{check.code}` | {check.ja} | {check.en} |" in page


def test_codes_are_of_one_rule_each() -> None:
    """What refuses beforehand has the code of a rule that is on the page."""
    codes = [check.code for check in defined()]
    assert len(set(codes)) == len(codes)
    assert REFUSAL_OF.keys() <= {check.code for each in RULE_SETS for check in each.checks}
