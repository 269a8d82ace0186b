"""The agreement is amended, version after version, and members bear their shares of the costs."""

from domain.base.mend import CORRECTION_INVALID
from domain.consortium import rules
from tests.domain.consortium.examples import (
    LIFE,
    amend,
    amended,
    concluded,
    correct_member,
    formed,
    joined,
    leave,
    left,
    membership_corrected,
    share,
    shared,
    void,
)
from tests.given import given


def test_the_agreement_is_amended_by_a_later_version() -> None:
    """Of one that is recorded, and in the order of their days."""
    first = given(formed("2024-05-20"), concluded("2024-05-20", 1))
    first.when(amend("2025-04-01", 2, amends=1)).then(amended("2025-04-01", 2, amends=1))
    first.when(amend("2025-04-01", 1, amends=1)).refused(rules.VERSION_CONCLUDED_ALREADY)
    first.when(amend("2025-04-01", 3, amends=2)).refused(rules.VERSION_UNKNOWN)
    first.when(amend("2025-04-01", 2, amends=2)).refused(rules.VERSION_UNKNOWN)
    first.when(amend("2024-05-19", 2, amends=1)).refused(rules.NOT_FORMED)
    later = given(formed("2024-05-20"), concluded("2024-06-20", 1))
    later.when(amend("2024-06-19", 2, amends=1)).refused(rules.VERSIONS_OUT_OF_ORDER)


def test_a_version_that_was_amended_is_not_voided() -> None:
    """The amendment would amend nothing."""
    given(formed(), concluded("2024-06-01", 1), amended("2025-04-01", 2, amends=1)).when(
        void(2)
    ).refused(rules.VERSION_UNKNOWN)


def test_a_member_bears_a_share_of_a_year() -> None:
    """Of each year and programme one; when it is settled does not matter."""
    member = given(joined("2024-06-01"))
    member.when(share("2024-05-20")).then(shared("2024-05-20"))
    member.when(share("2025-05-20", "R6")).then(shared("2025-05-20", "R6"))
    done = given(joined("2024-06-01"), shared("2024-07-01", "R6"))
    done.when(share("2024-07-02", "R6", 600_000)).refused(rules.SHARED_ALREADY)
    done.when(share("2025-07-01", "R7")).then(shared("2025-07-01", "R7"))
    done.when(share("2024-07-01", "R6", programme="own:202126")).then(
        shared("2024-07-01", "R6", programme="own:202126")
    )


def test_only_of_a_year_in_which_it_is_a_member() -> None:
    """On one day of it at least: the first, the last, or one between."""
    given(joined("2025-03-31")).when(share("2025-03-31", "R6")).then(shared("2025-03-31", "R6"))
    given(joined("2025-04-01")).when(share("2025-03-31", "R6")).refused(rules.NEVER_A_MEMBER)
    gone = given(joined("2024-06-01"), left(last_day="2025-03-31"))
    gone.when(share("2025-05-01", "R7")).refused(rules.NEVER_A_MEMBER)
    stays_a_day = given(joined("2024-06-01"), left(last_day="2025-04-01"))
    stays_a_day.when(share("2025-05-01", "R7")).then(shared("2025-05-01", "R7"))
    given(*LIFE).when(share("2025-07-01", "R7")).then(shared("2025-07-01", "R7"))


def test_a_leaving_does_not_take_away_a_year_that_is_shared() -> None:
    """What a member bears is settled before it is recorded as gone."""
    pays = given(joined("2024-06-01"), shared("2024-07-01", "R7"))
    pays.when(leave("2025-03-31")).refused(rules.NEVER_A_MEMBER)
    pays.when(leave("2025-04-01")).then(left(last_day="2025-04-01"))


def test_a_share_is_corrected_in_its_amount_and_not_its_year() -> None:
    """Another year is another share."""
    done = given(joined("2024-06-01"), shared("2024-07-01", "R6"))
    expected = membership_corrected("2025-06-01", 2, amount=400_000)
    done.when(correct_member(2, amount=400_000)).then(
        expected.model_copy(update={"programme": "grant:dx-r6"})
    )
    done.when(correct_member(2, fiscal_year=2025)).refused(CORRECTION_INVALID)
    late = given(joined("2024-06-01"), shared("2025-05-01", "R6"))
    late.when(correct_member(1, effective_on="2025-04-01")).refused(rules.NEVER_A_MEMBER)
