"""A contract is concluded, amended, renewed and ended; what it does not say stays unknown."""

import pytest

from domain.base.mend import CORRECTION_INVALID, NOTHING_TO_MEND, OTHERS_BUILD_ON_IT
from domain.contract import rules
from domain.contract.events import ContractCorrected, ContractEntryVoided
from tests.domain.contract.examples import (
    GRANT,
    HOURS,
    MONTH,
    NO_HOURS,
    amend,
    amended,
    conclude,
    concluded,
    correct,
    declared,
    end,
    ended,
    renew,
    renewed,
    void,
)
from tests.given import day, given


def test_a_contract_is_concluded() -> None:
    """Under its number, for a programme, for a day at least."""
    given().when(conclude()).then(concluded())
    given(concluded()).when(conclude()).refused(rules.CONCLUDED_ALREADY)
    given().when(conclude(programme="common")).refused(rules.NEEDS_PROGRAMME)
    given().when(conclude(last_day="2024-05-01")).then(concluded(last_day="2024-05-01"))
    given().when(conclude(last_day="2024-04-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)


def test_it_is_by_the_hour_or_not() -> None:
    """Heads, minutes a week and convention come together; a stated sum that differs is no error."""
    assert concluded(**NO_HOURS).minutes_a_month is None
    assert concluded(minutes_a_month=7000).minutes_a_month == 7000
    with pytest.raises(ValueError, match="by the hour"):
        concluded(**(HOURS | {"heads": None}))
    with pytest.raises(ValueError, match="check digit"):
        concluded(orderer_code="203240")


def test_its_line_of_the_budget_is_not_made_up() -> None:
    """Which line pays for it is not known until someone says so."""
    assert (concluded().line, concluded().funds, concluded().amount) == (None, None, None)


def test_it_is_amended_within_its_period() -> None:
    """From a day on; it may become shorter, but not end before that day."""
    agreed = given(concluded())
    agreed.when(amend("2024-05-01")).then(amended("2024-05-01"))
    agreed.when(amend("2024-04-30")).refused(rules.NOT_IN_FORCE)
    agreed.when(amend("2025-02-28")).then(amended("2025-02-28"))
    agreed.when(amend("2025-03-01")).refused(rules.NOT_IN_FORCE)
    agreed.when(amend("2024-10-01", last_day="2024-09-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)
    given(concluded(), ended("2024-10-31")).when(amend("2024-10-01")).refused(rules.ENDED)


def test_it_is_renewed_after_its_period() -> None:
    """From the day after its last day at the earliest."""
    agreed = given(concluded(last_day="2025-02-28"))
    period = ("2025-03-01", "2025-03-31")
    agreed.when(renew("2025-02-14", *period)).then(renewed("2025-02-14", *period))
    agreed.when(renew("2025-02-14", "2025-02-28", "2025-03-31")).refused(
        rules.RENEWS_BEFORE_THE_END
    )
    agreed.when(renew("2025-02-14", "2025-03-02", "2025-03-01")).refused(
        rules.ENDS_BEFORE_IT_BEGINS
    )
    given(concluded(), ended("2024-10-31")).when(renew("2025-02-14", *period)).refused(rules.ENDED)


def test_an_amendment_of_an_earlier_period_does_not_change_the_renewal() -> None:
    """It would come to count for the days on which other terms were agreed."""
    period = ("2025-03-01", "2025-03-31")
    again = given(concluded(last_day="2025-02-28"), renewed("2025-02-14", *period))
    again.when(amend("2025-02-20", "2025-02-28")).refused(OTHERS_BUILD_ON_IT)
    again.when(amend("2025-03-01", "2025-04-30")).then(amended("2025-03-01", "2025-04-30"))


def test_mending_leaves_periods_that_follow_one_another() -> None:
    """Nor an amendment or an end outside of them."""
    period = ("2025-03-01", "2025-03-31")
    again = given(concluded(last_day="2025-02-28"), renewed("2025-02-14", *period))
    again.when(correct(1, last_day="2025-03-01")).refused(rules.RENEWS_BEFORE_THE_END)
    shortened = given(concluded(), amended("2024-10-01", "2024-12-31"), ended("2024-12-31"))
    shortened.when(correct(3, effective_on="2025-01-01")).refused(rules.NOT_IN_FORCE)


def test_it_ends_on_a_day_of_its_period() -> None:
    """With the day of the notice, if one was given, which is not after the end."""
    agreed = given(concluded())
    agreed.when(end("2024-10-31", "2024-09-30")).then(ended("2024-10-31", "2024-09-30"))
    agreed.when(end("2024-10-31", "2024-10-31")).then(ended("2024-10-31", "2024-10-31"))
    agreed.when(end("2024-10-31", "2024-11-01")).refused(rules.NOTICE_AFTER_THE_END)
    agreed.when(end("2025-03-01")).refused(rules.NOT_IN_FORCE)
    given(concluded(), ended("2024-10-31")).when(end("2024-10-31")).refused(rules.ENDED)


def test_it_is_corrected_but_not_into_another_contract() -> None:
    """Nor into one that ends before it begins."""
    agreed = given(concluded())
    on = day("2025-06-01")
    agreed.when(correct(1, amount=2_000_000)).then(
        ContractCorrected(effective_on=on, programme=GRANT, corrects=1, now={"amount": 2_000_000})
    )
    agreed.when(correct(1, number="委-R6-02")).refused(CORRECTION_INVALID)
    agreed.when(correct(1, last_day="2024-04-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)
    given(concluded(), ended("2024-10-31", "2024-09-30")).when(
        correct(2, notice_given_on="2024-11-01")
    ).refused(rules.NOTICE_AFTER_THE_END)


def test_an_ending_is_voided_but_not_the_contract() -> None:
    """Hours are declared under it; what was no contract at all is ended as a mistake."""
    over = given(concluded(), ended("2024-10-31"))
    over.when(void(2)).then(
        ContractEntryVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=2)
    )
    over.when(void(1)).refused(NOTHING_TO_MEND)


def test_hours_that_are_declared_stay_within_the_contract() -> None:
    """Whatever would leave them outside waits until they are put right; the last day is inside."""
    worked = given(concluded()).seeing(MONTH, declared("2024-10-31"))
    worked.when(end("2024-10-30")).refused(rules.HOURS_OUTSIDE)
    worked.when(end("2024-10-31")).then(ended("2024-10-31"))
    worked.when(amend("2024-10-01", last_day="2024-10-30")).refused(rules.HOURS_OUTSIDE)
    worked.when(correct(1, first_day="2024-11-01")).refused(rules.HOURS_OUTSIDE)
    renewal = renewed("2025-02-14", "2025-03-01", "2025-03-31")
    later = given(concluded(), renewal).seeing(MONTH, declared("2025-03-03"))
    later.when(void(2)).refused(rules.HOURS_OUTSIDE)


def test_hours_that_lie_outside_already_forbid_nothing_else() -> None:
    """They were recorded before, and what is mended now does not make them so."""
    stray = given(concluded(), ended("2024-10-30")).seeing(MONTH, declared("2024-10-31"))
    now = {"amount": 2_000_000}
    stray.when(correct(1, **now)).then(
        ContractCorrected(effective_on=day("2025-06-01"), programme=GRANT, corrects=1, now=now)
    )
