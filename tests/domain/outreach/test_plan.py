"""The outreach plan of a year: items are added, moved within the year, and dropped."""

from domain.base.mend import CORRECTION_INVALID
from domain.outreach import rules
from tests.domain.outreach.examples import (
    add,
    added,
    approve_plan,
    correct_plan,
    drop,
    dropped,
    move,
    moved,
    plan_corrected,
    plan_voided,
    planned,
    void_plan,
)
from tests.given import given


def test_a_plan_is_approved_once_a_year() -> None:
    """For a grant project, or for a municipality's own programme."""
    given().when(approve_plan()).then(planned())
    given(planned()).when(approve_plan("2024-06-01")).refused(rules.PLAN_APPROVED_ALREADY)
    given().when(approve_plan(programme="common")).refused(rules.NEEDS_PROGRAMME)
    assert approve_plan(programme="own:203246").opens() != approve_plan().opens()


def test_items_are_added_to_an_approved_plan() -> None:
    """Each under a number of its own."""
    given(planned("2024-05-01")).when(add("2024-05-01")).then(added("2024-05-01"))
    given(planned("2024-05-01")).when(add("2024-04-30")).refused(rules.BEFORE_APPROVAL)
    given(planned(), added(item=1)).when(add("2024-06-01", 1)).refused(rules.ADDED_ALREADY)
    given(planned(), added(item=1)).when(add("2024-06-01", 2)).then(added("2024-06-01", 2))
    gone = given(planned(), added(), dropped("2024-06-01"))
    gone.when(add("2024-06-02", 1)).refused(rules.ADDED_ALREADY)


def test_items_are_planned_within_the_year() -> None:
    """From 1 April to 31 March; one for another year belongs to that year's plan."""
    for on in ("2024-04-01", "2025-03-31"):
        given(planned()).when(add("2024-05-01", planned_on=on)).then(
            added("2024-05-01", planned_on=on)
        )
    given(planned()).when(add("2024-05-01", planned_on="2024-03-31")).refused(rules.OUTSIDE_YEAR)
    given(planned()).when(add("2024-05-01", planned_on="2025-04-01")).refused(rules.OUTSIDE_YEAR)
    item = given(planned(), added())
    item.when(move("2024-06-01", "2025-03-31")).then(moved("2024-06-01", "2025-03-31"))
    item.when(move("2024-06-01", "2025-04-01")).refused(rules.OUTSIDE_YEAR)


def test_only_what_stands_in_the_plan_is_moved_or_dropped() -> None:
    """From the day on which it was added, until it is dropped."""
    item = given(planned(), added("2024-05-10"))
    item.when(drop("2024-05-10")).then(dropped("2024-05-10"))
    item.when(drop("2024-05-09")).refused(rules.NO_SUCH_ITEM)
    item.when(move("2024-05-09", "2024-12-01")).refused(rules.NO_SUCH_ITEM)
    item.when(move("2024-05-10", "2024-12-01", 2)).refused(rules.NO_SUCH_ITEM)
    gone = given(planned(), added("2024-05-10"), dropped("2024-06-01"))
    gone.when(move("2024-06-01", "2024-12-01")).refused(rules.NO_SUCH_ITEM)
    gone.when(drop("2024-06-02")).refused(rules.NO_SUCH_ITEM)
    gone.when(drop("2024-05-31")).refused(rules.NO_SUCH_ITEM)


def test_what_was_moved_later_was_not_dropped_before() -> None:
    """Neither by an entry nor by what mends one; each item for itself."""
    two = given(planned(), added(), added(item=2), moved("2024-06-10", "2024-12-01"))
    two.when(drop("2024-06-11")).then(dropped("2024-06-11"))
    two.when(drop("2024-06-10")).refused(rules.MOVED_LATER)
    two.when(drop("2024-06-10", 2)).then(dropped("2024-06-10", 2))
    gone = given(planned(), added(), moved("2024-06-10", "2024-12-01"), dropped("2024-07-01"))
    gone.when(correct_plan(4, effective_on="2024-06-10")).refused(rules.MOVED_LATER)


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But an item keeps its number, and all still lies within plan and year."""
    item = given(planned("2024-05-01"), added("2024-05-10"))
    item.when(correct_plan(2, channel="newsletter")).then(
        plan_corrected("2025-06-01", 2, channel="newsletter")
    )
    item.when(correct_plan(2, item=7)).refused(CORRECTION_INVALID)
    item.when(correct_plan(1, fiscal_year=2025)).refused(CORRECTION_INVALID)
    item.when(correct_plan(2, planned_on="2025-04-01")).refused(rules.OUTSIDE_YEAR)
    gone = given(planned("2024-05-01"), added("2024-05-10"), dropped("2024-06-01"))
    gone.when(correct_plan(2, effective_on="2024-06-02")).refused(rules.NO_SUCH_ITEM)


def test_what_never_was_is_voided() -> None:
    """An item that something was done with was there."""
    gone = given(planned(), added(), dropped("2024-06-01"))
    gone.when(void_plan(3)).then(plan_voided("2025-06-01", 3))
    gone.when(void_plan(2)).refused(rules.NO_SUCH_ITEM)
