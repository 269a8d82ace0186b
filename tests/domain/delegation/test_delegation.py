"""Who may approve in the order director's place, from which day to which."""

import pytest
from pydantic import ValidationError

from domain.base import mend
from domain.delegation import events as e
from domain.delegation import rules
from tests.domain.delegation.examples import (
    DIRECTOR,
    correct,
    delegate,
    delegated,
    revoke,
    revoked,
    void,
)
from tests.given import day, given


def test_approval_is_delegated_for_some_days() -> None:
    """One day is enough; there may be no limit on the sum."""
    given().when(delegate()).then(delegated())
    one_day = {"until": "2024-10-01", "up_to": None}
    given().when(delegate("2024-10-01", **one_day)).then(delegated("2024-10-01", **one_day))


def test_it_does_not_end_before_it_begins() -> None:
    """Not even by one day."""
    given().when(delegate("2024-10-02", until="2024-10-01")).refused(rules.ENDS_BEFORE_IT_BEGINS)


def test_an_approval_number_is_used_once() -> None:
    """A second delegation has a number of its own."""
    given(delegated()).when(delegate()).refused(rules.DELEGATED_ALREADY)


def test_nobody_delegates_to_himself() -> None:
    """Who approves and whose work it is are two."""
    given().when(delegate(delegate=DIRECTOR)).refused(rules.TO_ONESELF)


def test_each_kind_is_named_once_and_at_least_one() -> None:
    """A delegation of nothing is none."""
    for kinds in ([], ["estimate", "estimate"]):
        with pytest.raises(ValidationError):
            delegate(kinds=kinds)


def test_a_delegation_is_taken_back_while_it_is_in_force() -> None:
    """On its first day, on its last, not on the day after, and once."""
    given(delegated("2024-10-01")).when(revoke("2024-10-01")).then(revoked("2024-10-01"))
    given(delegated("2024-10-01")).when(revoke("2024-09-30")).refused(rules.NOT_IN_FORCE)
    given(delegated()).when(revoke("2025-03-31")).then(revoked("2025-03-31"))
    given(delegated()).when(revoke("2025-04-01")).refused(rules.NOT_IN_FORCE)
    given(delegated(), revoked("2024-12-01")).when(revoke("2024-12-02")).refused(rules.NOT_IN_FORCE)


def test_a_mended_delegation_is_one_that_could_be_recorded() -> None:
    """Its days stay in order, and nobody comes to delegate to himself."""
    known = given(delegated("2024-10-01"), revoked("2024-12-01"))
    known.when(correct(1, until="2024-09-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)
    known.when(correct(1, until="2024-11-30")).refused(rules.NOT_IN_FORCE)
    known.when(correct(1, delegate=str(DIRECTOR))).refused(rules.TO_ONESELF)
    known.when(correct(1, until="2024-12-01")).then(
        e.DelegationCorrected(
            effective_on=day("2025-06-01"), corrects=1, now={"until": "2024-12-01"}
        )
    )
    known.when(correct(1, number="6立企第46号")).refused(mend.CORRECTION_INVALID)


def test_a_revocation_is_voided() -> None:
    """And the delegation holds on."""
    known = (delegated(), revoked("2024-12-01"))
    voided = e.DelegationVoided(effective_on=day("2025-06-01"), voids=2)
    given(*known).when(void(2)).then(voided)
    given(*known, voided).when(revoke("2025-03-31")).then(revoked("2025-03-31"))
    given(*known).when(void(1)).refused(mend.OTHERS_BUILD_ON_IT)
