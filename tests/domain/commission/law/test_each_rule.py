"""Every rule from outside by its code: what touches it, and what stays just inside it."""

import pytest

from domain.base.command import Command
from domain.base.matter import Check, Matter
from domain.commission.law import checks as k
from domain.commission.law.clocks import clocks
from domain.commission.law.course import course, in_order
from domain.commission.law.matters import Examined, examine, matters
from domain.commission.law.rule_sets import RULE_SETS
from tests.domain.commission.law.played import entrusted, played, terms
from tests.domain.commission.law.test_acts import (
    LONG,
    TOLD,
    UPSTREAM,
    answer,
    ask_consideration,
    cancel,
    change,
    claim,
    deliver,
    fail,
    note,
    notice,
    pay,
    redo,
    start,
    supplement,
)
from tests.domain.commission.law.test_clocks import BY_TOWN, passes
from tests.given import day, versions

THE_END = day("2025-12-31")
RECEIVED = (*TOLD, deliver("2025-03-31"))
BEFORE = entrusted("2024-10-31", "2024-12-02")
UNWRITTEN = (
    *BY_TOWN[:2],
    terms("2025-02-03", "2025-03-31", None, as_fact=True),
    deliver("2025-03-31"),
    passes("2025-04-04"),
    claim("2025-04-07"),
)
INSPECTED = (*BY_TOWN, deliver("2025-03-31"), passes("2025-04-10"), claim("2025-04-10"))
FAILED = (*RECEIVED, fail("2025-04-02", "other"))
ITEM = {"item": "amount", "reason": "amount-unknown", "decide_by": "2025-02-20"}
UNDECIDED = (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(ITEM,)))
RE_ENTRUSTED = {"as_fact": True, **UPSTREAM}
FACT = {"as_fact": True}

Story = tuple[Command, ...]
CASES: dict[Check, tuple[Story, Story]] = {
    k.CT_DUE: (
        (*BEFORE, terms("2024-10-31", "2024-12-02", "2024-12-27"), deliver("2024-12-02"),
         pay("2024-12-30")),
        (*BEFORE, terms("2024-10-31", "2024-12-02", "2024-12-27"), deliver("2024-12-02"),
         pay("2024-12-27")),
    ),
    k.CT_INSPECTION: (
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", inspect_by="2025-04-07"),
         deliver("2025-03-31"), passes("2025-04-08")),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", inspect_by="2025-04-07"),
         deliver("2025-03-31"), passes("2025-04-07")),
    ),
    k.FL_STATED: (
        (*TOLD[:2], terms("2025-02-04", "2025-03-31", "2025-05-29")),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29")),
    ),
    k.FL_BEFORE_WORK: ((*TOLD[:2], start("2025-02-03", **FACT)), (*TOLD, start("2025-02-03"))),
    k.FL_SUPPLEMENT: (
        (*UNDECIDED, supplement("2025-02-21", "2025-05-29")),
        (*UNDECIDED, supplement("2025-02-20", "2025-05-29")),
    ),
    k.FL_DUE: (
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", None, **FACT)),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-03-31")),
    ),
    k.FL_60: (
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-30", **FACT)),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", **FACT)),
    ),
    k.FL_30: (
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-06-30", **RE_ENTRUSTED)),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-06-29", **RE_ENTRUSTED)),
    ),
    k.FL_PAID: ((*RECEIVED, pay("2025-05-30")), (*RECEIVED, pay("2025-05-29"))),
    k.FL_RECEIPT: (
        (*TOLD, cancel("2025-02-10", "orderer-decided", **FACT)),
        (*TOLD, cancel("2025-02-10", "orderer-decided", cost_bearer="orderer")),
    ),
    k.FL_REDUCTION: (
        (*TOLD, change("2025-02-10", 999, "client-asked", **FACT)),
        (*TOLD, change("2025-02-10", 1000, "client-asked", **FACT)),
    ),
    k.FL_FEE: (
        (*RECEIVED, pay("2025-05-29", transfer_fee=1, **FACT)),
        (*RECEIVED, pay("2025-05-29", transfer_fee=0, **FACT)),
    ),
    k.FL_FRACTION: (
        (*RECEIVED, pay("2025-05-29", 999, reduced=1, reduced_for="fraction", **FACT)),
        (*RECEIVED, pay("2025-05-29", 1000, **FACT)),
    ),
    k.FL_RETURN: (
        (*RECEIVED, note("2025-04-03", "return", **FACT)),
        (*RECEIVED, note("2025-04-03", "price", **FACT)),
    ),
    k.FL_PRICE: (
        (*TOLD, note("2025-02-10", "price", **FACT)),
        (*TOLD, note("2025-02-10", "return", **FACT)),
    ),
    k.FL_PURCHASE: (
        (*TOLD, note("2025-02-10", "purchase", **FACT)),
        (*TOLD, note("2025-02-10", "benefit", **FACT)),
    ),
    k.FL_BENEFIT: (
        (*TOLD, note("2025-02-10", "benefit", **FACT)),
        (*TOLD, note("2025-02-10", "purchase", **FACT)),
    ),
    k.FL_REWORK: (
        (*FAILED, redo("2025-04-03", "other", "worker", **FACT)),
        (*FAILED, redo("2025-04-03", "other", "orderer", **FACT)),
    ),
    k.FL_CONSIDERATION: (
        (*LONG, ask_consideration("2025-03-03"), answer("2025-03-04", "none", **FACT)),
        (*LONG, ask_consideration("2025-03-03"), answer("2025-03-04", "explained", **FACT)),
    ),
    k.FL_NOTICE: (
        (*LONG, notice("2025-07-04", "2025-08-02", **FACT)),
        (*LONG, notice("2025-07-03", "2025-08-02", **FACT)),
    ),
    k.GP_INSPECTION: (
        (*BY_TOWN, deliver("2025-03-31"), passes("2025-04-11")),
        (*BY_TOWN, deliver("2025-03-31"), passes("2025-04-10")),
    ),
    k.GP_PAYMENT: ((*INSPECTED, pay("2025-05-13")), (*INSPECTED, pay("2025-05-12"))),
    k.GP_UNWRITTEN: ((*UNWRITTEN, pay("2025-04-23")), (*UNWRITTEN, pay("2025-04-22"))),
    k.TW_ITEMS: (
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", quantity=None)),
        (*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", quantity="1件")),
    ),
    k.TW_STATED: (
        (*BEFORE, terms("2024-11-01", "2024-12-02", "2024-12-27")),
        (*BEFORE, terms("2024-10-31", "2024-12-02", "2024-12-27")),
    ),
    k.TW_30: ((*RECEIVED, pay("2025-04-30")), (*RECEIVED, pay("2025-04-29"))),
    k.HW_GOODS: (
        entrusted("2025-02-03", "2025-03-31", goods_processing=True),
        entrusted("2025-02-03", "2025-03-31", goods_processing=False),
    ),
}  # fmt: skip
"""Of each rule, what touches it and what stays just inside it."""


def touched(story: Story) -> set[str]:
    """Give the codes of the rules that a story touches: matters, and what was late for a target."""
    history = versions(*played(*story))
    found = {one.check.code for one in matters(history)}
    made = course(history)
    assert made
    return found | {one.check.code for one in clocks(made) if one.late(THE_END)}


@pytest.mark.parametrize("check", CASES, ids=lambda check: check.code)
def test_what_touches_a_rule_and_what_stays_inside(check: Check) -> None:
    """The one is found under the rule's code, the other is not."""
    touching, inside = CASES[check]
    assert check.code in touched(touching)
    assert check.code not in touched(inside)


@pytest.mark.parametrize("check", CASES, ids=lambda check: check.code)
def test_the_next_fact_leaves_what_was_known_before_as_it_was(check: Check) -> None:
    """Whoever goes on from an earlier fact finds there what stood then."""
    steps: list[tuple[Examined, list[Matter]]] = []
    for version, event in in_order(versions(*played(*CASES[check][0]))):
        now = examine(steps[-1][0] if steps else None, version, event)
        steps.append((now, now.matters()))
    assert [examined.matters() for examined, _ in steps] == [then for _, then in steps]


def test_every_rule_is_there() -> None:
    """A rule that a rule set names has both stories."""
    assert set(CASES) == {check for each in RULE_SETS for check in each.checks}
