"""The corporation is founded, and what was the town's to run becomes its own on a day."""

import pytest

from domain.base.mend import CORRECTION_INVALID, NOTHING_TO_MEND
from domain.corporation import rules
from domain.corporation.events import CorporationCorrected, CorporationEntryVoided, Size
from tests.domain.corporation.examples import (
    GRANT,
    NUMBER,
    OTHER_NUMBER,
    change,
    correct,
    found,
    founded,
    officers,
    transfer,
    transferred,
    void,
)
from tests.given import day, given


def test_it_is_founded_once() -> None:
    """Under its corporate number."""
    given().when(found()).then(founded())
    given(founded()).when(found("2025-05-01")).refused(rules.FOUNDED_ALREADY)


@pytest.mark.parametrize(
    ("number", "employees", "in_full"), [(1, False, False), (1, True, True), (2, False, True)]
)
def test_its_size_says_how_far_the_act_on_freelancers_binds_it(
    number: int, *, employees: bool, in_full: bool
) -> None:
    """One officer and nobody employed: article 3 alone; either more, and all of it."""
    assert Size(officers=number, has_employees=employees).bound_in_full() is in_full


def test_its_officers_change_from_a_day_on() -> None:
    """After it was founded, and to another number or state."""
    there = given(founded("2025-04-01"))
    there.when(change("2025-04-01", 4)).then(officers("2025-04-01", 4))
    there.when(change("2025-03-31", 4)).refused(rules.NOT_FOUNDED)
    there.when(change("2026-06-20", 5)).refused(rules.SAME_OFFICERS)
    there.when(change("2026-06-20", 5, employees=False)).then(
        officers("2026-06-20", 5, employees=False)
    )


def test_a_programme_is_transferred_whole_or_by_activities() -> None:
    """From the day of the founding on, and back if it comes to that."""
    there = given(founded("2025-04-01"))
    there.when(transfer("2025-04-01")).then(transferred("2025-04-01"))
    there.when(transfer("2025-03-31")).refused(rules.NOT_FOUNDED)
    there.when(transfer(programme="common")).refused(rules.NEEDS_PROGRAMME)
    there.when(transfer(activities=["trial-tateshina"])).then(
        transferred(activities=["trial-tateshina"])
    )
    back = {"from_kind": "corporation", "from_code": NUMBER}
    there.when(transfer(**back, to_kind="town", to_code="203246")).then(
        transferred(**back, to_kind="town", to_code="203246")
    )


def test_one_side_of_a_transfer_is_this_corporation() -> None:
    """And only one."""
    there = given(founded())
    there.when(transfer(to_code=OTHER_NUMBER)).refused(rules.NOT_A_PARTY)
    there.when(transfer(from_kind="corporation", from_code=NUMBER)).refused(rules.NOT_A_PARTY)


def test_the_same_is_transferred_once_on_a_day() -> None:
    """Another programme is another thing."""
    done = given(founded(), transferred())
    done.when(transfer()).refused(rules.TRANSFERRED_ALREADY)
    done.when(transfer(programme="own:203246")).then(transferred(programme="own:203246"))


def test_entries_are_corrected_but_not_who_is_who() -> None:
    """Days and activities, if they do not come to say the same twice."""
    twice = given(founded(), transferred("2025-04-01"), transferred("2025-04-02"))
    twice.when(correct(1, officers=6)).then(
        CorporationCorrected(effective_on=day("2026-06-01"), corrects=1, now={"officers": 6})
    )
    twice.when(correct(1, corporate_number=OTHER_NUMBER)).refused(CORRECTION_INVALID)
    twice.when(correct(3, effective_on="2025-04-01")).refused(rules.TRANSFERRED_ALREADY)


def test_a_transfer_is_voided_but_not_the_founding() -> None:
    """Novations look at it."""
    done = given(founded(), transferred())
    done.when(void(2)).then(
        CorporationEntryVoided(effective_on=day("2026-06-01"), programme=GRANT, voids=2)
    )
    done.when(void(1)).refused(NOTHING_TO_MEND)
