"""What a commission pays covers all that was settled, claimed and said to belong to its parts."""

from domain.commission import rules
from tests.domain.commission.examples import correct, void
from tests.domain.commission.law.played import played, terms, under
from tests.domain.commission.law.test_acts import (
    TOLD,
    allowed,
    change,
    claim,
    deliver,
    fail,
    pay,
    supplement,
)

ITEM = {"item": "amount", "reason": "amount-unknown", "decide_by": "2025-02-20"}
UNDECIDED = played(*TOLD[:2], terms("2025-02-03", "2025-03-31", "2025-05-29", undecided=(ITEM,)))
"""A commission of 1000 yen whose amount may still be told."""
AGREED = played(*TOLD)
REDUCED = pay("2025-04-01", 900, reduced=100, reduced_for="defect")
PARTS = (deliver("2025-03-03", extent="part", amount=600), deliver("2025-03-10", amount=400))


def test_a_reduction_for_a_defect_counts_as_settled() -> None:
    """900 yen paid and 100 taken off leave no room below 1000."""
    settled = (*AGREED, *allowed(under(*AGREED).when(REDUCED)))
    under(*settled).when(change("2025-04-02", 999, "other")).refused(rules.TERMS_BELOW_PAID)
    told = (*UNDECIDED, *allowed(under(*UNDECIDED).when(REDUCED)))
    under(*told).when(supplement("2025-04-02", "2025-05-29", amount=999)).refused(
        rules.TERMS_BELOW_PAID
    )


def test_a_remuneration_is_no_less_than_what_was_claimed() -> None:
    """Whether it changes, is told, or the claim is corrected."""
    claimed = (*AGREED, *allowed(under(*AGREED).when(claim("2025-04-01", 1000))))
    under(*claimed).when(change("2025-04-02", 999, "other")).refused(rules.CLAIMED_MORE_THAN_STATED)
    under(*claimed).when(correct(len(claimed), amount=1001)).refused(rules.CLAIMED_MORE_THAN_STATED)
    allowed(under(*claimed).when(correct(len(claimed), amount=999)))
    told = (*UNDECIDED, *allowed(under(*UNDECIDED).when(claim("2025-02-05", 1000))))
    under(*told).when(supplement("2025-02-10", "2025-05-29", amount=999)).refused(
        rules.CLAIMED_MORE_THAN_STATED
    )
    allowed(under(*told).when(supplement("2025-02-10", "2025-05-29", amount=1001)))


def test_parts_come_to_the_remuneration_at_most() -> None:
    """600 and 400 of 1000 yen; one more is too much."""
    first = (*AGREED, *allowed(under(*AGREED).when(PARTS[0])))
    allowed(under(*first).when(PARTS[1]))
    under(*first).when(deliver("2025-03-10", amount=401)).refused(rules.PARTS_EXCEED_REMUNERATION)
    under(*first).when(change("2025-03-11", 599, "other")).refused(rules.PARTS_EXCEED_REMUNERATION)
    told = (*UNDECIDED, *allowed(under(*UNDECIDED).when(PARTS[0])))
    under(*told).when(supplement("2025-03-11", "2025-05-29", amount=599)).refused(
        rules.PARTS_EXCEED_REMUNERATION
    )
    under(*first).when(correct(len(first), amount=1001)).refused(rules.PARTS_EXCEED_REMUNERATION)


def test_a_part_done_again_takes_the_place_of_the_first() -> None:
    """Of its amount too; if it never was, the first one's counts again."""
    failed = played(*TOLD, PARTS[0], fail("2025-03-05"))
    again = deliver("2025-03-07", extent="part", amount=500, redoes=1)
    redone = (*failed, *allowed(under(*failed).when(again)))
    whole = (*redone, *allowed(under(*redone).when(deliver("2025-03-10", amount=500))))
    under(*whole).when(void(len(redone))).refused(rules.PARTS_EXCEED_REMUNERATION)
