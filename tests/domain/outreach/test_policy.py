"""The outreach policy: versions are drafted, approved and superseded, one in force at a time."""

import pytest
from pydantic import ValidationError

from domain.base.mend import CORRECTION_INVALID
from domain.outreach import rules
from domain.outreach.policy import Policy, evolve
from tests.domain.outreach.examples import (
    IN_FORCE,
    approve,
    approved,
    correct_policy,
    draft,
    drafted,
    policy_corrected,
    policy_voided,
    supersede,
    superseded,
    void_policy,
)
from tests.given import day, given


def test_each_version_is_drafted_once() -> None:
    """In one record for each programme that has a policy."""
    given().when(draft()).then(drafted())
    given(drafted()).when(draft(version=1)).refused(rules.DRAFTED_ALREADY)
    given(drafted()).when(draft("2024-09-01", 2)).then(drafted("2024-09-01", 2))
    given().when(draft(programme="common")).refused(rules.NEEDS_PROGRAMME)
    assert draft(version=2).opens() == draft().opens()
    assert draft(programme="own:203246").opens() != draft().opens()


def test_a_version_that_was_drafted_is_approved_once() -> None:
    """While no other one is in force."""
    given(drafted("2024-05-01")).when(approve("2024-05-01")).then(approved("2024-05-01"))
    given(drafted("2024-05-01")).when(approve("2024-04-30")).refused(rules.NO_SUCH_VERSION)
    given(drafted()).when(approve("2024-06-01", 2)).refused(rules.NO_SUCH_VERSION)
    second = given(*IN_FORCE, drafted("2024-09-01", 2))
    second.when(approve("2024-10-01", 2)).refused(rules.ANOTHER_IN_FORCE)
    over = given(*IN_FORCE, drafted("2024-09-01", 2), superseded("2024-10-01"))
    over.when(approve("2024-10-01", 2)).then(approved("2024-10-01", 2))
    over.when(approve("2024-10-01", 1)).refused(rules.APPROVED_ALREADY)


def test_a_version_may_hold_later_than_it_was_approved_and_never_before() -> None:
    """It holds from the day on which it takes effect."""
    given(drafted()).when(approve("2024-06-01", by="2024-05-20")).then(
        approved("2024-06-01", by="2024-05-20")
    )
    with pytest.raises(ValidationError, match="before the day on which it was approved"):
        approve("2024-06-01", by="2024-06-02")


def test_only_what_is_in_force_is_superseded() -> None:
    """Once, from its first day on."""
    given(*IN_FORCE).when(supersede("2024-06-02")).then(superseded("2024-06-02"))
    given(*IN_FORCE).when(supersede("2024-05-31")).refused(rules.NOT_IN_FORCE)
    given(*IN_FORCE).when(supersede("2024-06-02", 2)).refused(rules.NOT_IN_FORCE)
    over = given(*IN_FORCE, superseded("2024-10-01"))
    over.when(supersede("2024-10-02")).refused(rules.NOT_IN_FORCE)


def test_the_version_in_force_is_known_for_each_day() -> None:
    """None before the first, and none between two."""
    policy: Policy | None = None
    for event in (
        *IN_FORCE,
        superseded("2024-10-01"),
        drafted("2024-09-01", 2),
        approved("2024-11-01", 2),
    ):
        policy = evolve(policy, event)  # type: ignore[arg-type]
    assert policy is not None
    days = ("2024-05-31", "2024-06-01", "2024-09-30", "2024-10-01", "2024-10-31", "2024-11-01")
    assert [policy.in_force(day(on)) for on in days] == [None, 1, 1, None, None, 2]


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But the number of a version is its name, and versions still take turns."""
    given(*IN_FORCE).when(correct_policy(2, approval_number="決-46")).then(
        policy_corrected("2025-06-01", 2, approval_number="決-46")
    )
    given(*IN_FORCE).when(correct_policy(2, version=2)).refused(CORRECTION_INVALID)
    over = given(
        *IN_FORCE, superseded("2024-10-01"), drafted("2024-09-01", 2), approved("2024-10-01", 2)
    )
    over.when(correct_policy(4, effective_on="2024-10-02")).refused(rules.NO_SUCH_VERSION)
    over.when(correct_policy(5, effective_on="2024-09-30", approved_on="2024-09-30")).refused(
        rules.ANOTHER_IN_FORCE
    )
    over.when(correct_policy(3, effective_on="2024-05-31")).refused(rules.NOT_IN_FORCE)


def test_what_never_was_is_voided() -> None:
    """As long as what came after it still can be so."""
    given(*IN_FORCE).when(void_policy(2)).then(policy_voided("2025-06-01", 2))
    second = given(
        *IN_FORCE, superseded("2024-10-01"), drafted("2024-09-01", 2), approved("2024-10-01", 2)
    )
    second.when(void_policy(3)).refused(rules.ANOTHER_IN_FORCE)
    second.when(void_policy(4)).refused(rules.NO_SUCH_VERSION)
    second.when(void_policy(5)).then(policy_voided("2025-06-01", 5))
