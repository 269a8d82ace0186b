"""Writes docs/rules.md: ``python -m interfaces.rules_page``, or ``make handbook``."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from domain.award import award
from domain.base.matter import Check, Force
from domain.base.words import Label
from domain.commission.law.rule_sets import RULE_SETS, RuleSet
from domain.commission.offer import ORDERER_OF_THE_DAY
from domain.commission.rules import REFUSAL_OF
from domain.evidence.retention import RETENTIONS
from domain.expenditure import checks as expenditure
from domain.publication import checks as publication

PATH = Path(__file__).parents[1] / "docs" / "rules.md"
HEAD = """# 定めの一覧 Rules from outside

Written from the definitions (each `Check` of `domain/`, and `domain/commission/law/rule_sets.py`) by `make handbook`.
Which rule sets bind a commission is chosen on the day on which it is entrusted, and kept with it by the name that heads each section; a law that changes becomes another version with its own days, and what was entrusted before keeps the old one.
What touches a rule is refused beforehand where the last column says so, unless it is recorded as a fact that has happened already; a fact that touches a rule is a matter to check (要確認), which a person closes as explained, remedied or confirmed. A target is only a target.
The sections without days, at the end, are of other records: their rules hold whenever the fact lies, and what is refused beforehand is said with each command. How long papers are kept is a suggestion and refuses nothing.
"""  # noqa: E501 - a paragraph of the page
OTHERS: tuple[tuple[Label, tuple[Check, ...]], ...] = (
    (Label("打診", "offers"), (ORDERER_OF_THE_DAY,)),
    (Label("支出", "expenditures"), expenditure.CHECKS),
    (Label("交付金の手続", "grant awards"), award.CHECKS),
    (Label("公表物", "publications"), publication.CHECKS),
    (Label("証拠書類の保存年限", "retention of evidence"), tuple(r.check for r in RETENTIONS)),
)
"""The rules beside the rule sets that facts are held against."""


def text() -> str:
    """Give the page."""
    return "\n".join([HEAD, *_lines()])


def _lines() -> Iterator[str]:
    for rule_set in RULE_SETS:
        yield from _section(rule_set)
    for label, checks in OTHERS:
        yield from _other(label, checks)


def _section(rule_set: RuleSet) -> Iterator[str]:
    yield f"## `{rule_set.id}` {rule_set.label.ja} / {rule_set.label.en}"
    yield ""
    since = rule_set.since.isoformat()
    until = rule_set.until.isoformat() if rule_set.until else "…"
    yield f"- 委託の日 / entrusted: {since} – {until}"
    yield f"- 出典 / source: {rule_set.source}"
    yield f"- 対象 / binds: {'、'.join(_who(rule_set))}"
    for condition in _conditions(rule_set):
        yield f"- {condition}"
    if rule_set.note:
        yield f"- 既定 / taken as given: {rule_set.note}"
    yield ""
    yield "| code | 定め | rule | 出典 source | 効力 force | 事前に断る refused |"
    yield "|---|---|---|---|---|---|"
    for check in rule_set.checks:
        yield _row(rule_set, check)
    yield ""


def _other(label: Label, checks: Iterable[Check]) -> Iterator[str]:
    yield f"## {label.ja} / {label.en}"
    yield ""
    yield "| code | 定め | rule | 出典 source | 効力 force |"
    yield "|---|---|---|---|---|"
    for check in checks:
        yield _cells(*_words(check), check.force.ja)
    yield ""


def _who(rule_set: RuleSet) -> Iterator[str]:
    for orderer, force in rule_set.force.items():
        yield f"{orderer.ja}（{force.ja}）"


def _conditions(rule_set: RuleSet) -> Iterator[str]:
    if rule_set.months:
        yield f"期間 / length: {rule_set.months} か月以上 / months or more"
    if rule_set.worker_alone:
        yield "従業員を使用しないワーカーに限る / only workers who employ nobody"
    if rule_set.goods:
        yield "物品を渡す業務に限る / only work on goods that are handed over"


def _row(rule_set: RuleSet, check: Check) -> str:
    forces = {check.force} if check.force is not Force.BINDING else set(rule_set.force.values())
    words = "、".join(each.ja for each in Force if each in forces)
    refused = "○" if check.code in REFUSAL_OF else ""
    return _cells(*_words(check), words, refused)


def _words(check: Check) -> tuple[str, ...]:
    return f"`{check.code}`", check.ja, check.en, check.source


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
