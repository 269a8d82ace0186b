"""A pilot is begun, finished or given up; one that failed is kept like any other."""

from domain.base.mend import CORRECTION_INVALID
from domain.pilot import rules
from tests.domain.pilot.examples import (
    abandon,
    abandoned,
    complete,
    completed,
    correct,
    corrected,
    learn,
    learnt,
    link,
    linked,
    start,
    started,
    void,
    voided,
)
from tests.given import given


def test_a_pilot_is_begun_once_under_its_number() -> None:
    """In a programme: a grant project, or a municipality's own."""
    given().when(start()).then(started())
    given(started()).when(start("2025-04-01")).refused(rules.STARTED_ALREADY)
    given().when(start(programme="common")).refused(rules.NEEDS_PROGRAMME)
    given().when(start(programme="own:203246")).then(started(programme="own:203246"))
    assert start().opens() != start(programme="own:203246").opens()


def test_a_pilot_ends_once() -> None:
    """Finished or given up, and on the day of its beginning at the earliest."""
    given(started("2024-09-02")).when(complete("2024-09-02")).then(completed("2024-09-02"))
    given(started("2024-09-02")).when(complete("2024-09-01")).refused(rules.BEFORE_THE_START)
    given(started("2024-09-02")).when(abandon("2025-01-15")).then(abandoned("2025-01-15"))
    given(started("2024-09-02")).when(abandon("2024-09-01")).refused(rules.BEFORE_THE_START)
    given(started(), completed("2025-02-01")).when(abandon("2025-02-02")).refused(rules.ENDED)
    given(started(), abandoned("2025-02-01")).when(complete("2025-02-02")).refused(rules.ENDED)


def test_lessons_are_numbered_and_may_come_after_the_end() -> None:
    """What failed teaches too."""
    given(started()).when(learn("2024-10-01")).then(learnt("2024-10-01", 1))
    given(started(), learnt("2024-10-01"), abandoned("2025-01-15")).when(learn("2025-02-01")).then(
        learnt("2025-02-01", 2)
    )
    given(started("2024-09-02")).when(learn("2024-09-01")).refused(rules.BEFORE_THE_START)


def test_a_lesson_says_whether_other_municipalities_were_told() -> None:
    """The pilot's own is none of them; what follows from a correction is corrected along."""
    at_home = learnt("2024-10-01", shared_with=("203246",), shared_beyond=False)
    given(started()).when(learn("2024-10-01", shared_with=("203246",))).then(at_home)
    told = given(started(), at_home)
    told.when(correct(2, shared_with=["202126"])).refused(CORRECTION_INVALID)
    told.when(correct(2, shared_with=["202126"], shared_beyond=True)).then(
        corrected("2025-06-01", 2, shared_with=["202126"], shared_beyond=True)
    )


def test_a_lesson_is_from_failure_by_its_kind_or_once_the_pilot_was_given_up() -> None:
    """What worked too; and it goes on saying so only as long as the pilot was given up."""
    before = learnt("2025-01-14", learnt_from="success", from_failure=False)
    given(started()).when(learn("2025-01-14", learnt_from="success")).then(before)
    over = given(started(), abandoned("2025-01-15"))
    over.when(learn("2025-01-14", learnt_from="success")).then(before)
    after = learnt("2025-01-15", learnt_from="success", from_failure=True)
    over.when(learn("2025-01-15", learnt_from="success")).then(after)
    told = given(started(), abandoned("2025-01-15"), after)
    told.when(void(2)).refused(rules.LESSON_SAYS_FAILURE)
    told.when(correct(2, effective_on="2025-01-16")).refused(rules.LESSON_SAYS_FAILURE)
    failed = given(started(), learnt("2025-02-01", learnt_from="failure"))
    failed.when(correct(2, learnt_from="premise")).refused(rules.LESSON_SAYS_FAILURE)
    failed.when(correct(2, learnt_from="premise", from_failure=False)).then(
        corrected("2025-06-01", 2, learnt_from="premise", from_failure=False)
    )
    given(started(), before).when(correct(2, learnt_from="failure")).refused(CORRECTION_INVALID)


def test_a_pilot_serves_a_policy_once() -> None:
    """And several policies, of any municipality."""
    given(started()).when(link("2024-10-01")).then(linked("2024-10-01"))
    given(started(), linked("2024-10-01")).when(link("2024-11-01")).refused(rules.LINKED_ALREADY)
    given(started(), linked("2024-10-01")).when(link("2024-11-01", policy="202126-1")).then(
        linked("2024-11-01", policy="202126-1")
    )
    given(started("2024-09-02")).when(link("2024-09-01")).refused(rules.BEFORE_THE_START)


def test_a_link_says_in_which_year_the_pilot_was_begun() -> None:
    """Whenever it is linked; so the beginning cannot move to another year under it."""
    given(started("2025-03-31")).when(link("2025-04-01")).then(linked("2025-04-01", begun_in=2024))
    given(started("2025-04-01")).when(link("2025-04-01")).then(linked("2025-04-01", begun_in=2025))
    of_2024 = given(started("2024-09-02"), linked("2025-04-10", begun_in=2024))
    of_2024.when(correct(1, effective_on="2025-04-01")).refused(rules.LINKS_SAY_ANOTHER_YEAR)
    of_2024.when(correct(1, effective_on="2025-03-31")).then(
        corrected("2025-06-01", 1, effective_on="2025-03-31")
    )
    of_2024.when(correct(2, begun_in=2025)).refused(CORRECTION_INVALID)


def test_what_was_recorded_wrongly_is_put_right() -> None:
    """But a pilot keeps its number, and serves a policy once all the same."""
    given(started(), abandoned("2025-01-15")).when(correct(2, grounds="no-need")).then(
        corrected("2025-06-01", 2, grounds="no-need")
    )
    given(started()).when(correct(1, number="P-9")).refused(CORRECTION_INVALID)
    both = given(started(), linked("2024-10-01"), linked("2024-10-02", policy="202126-1"))
    both.when(correct(3, policy="203246-5-2")).refused(rules.LINKED_ALREADY)


def test_an_end_that_never_was_is_voided() -> None:
    """The pilot goes on, and can end on another day."""
    given(started(), abandoned("2025-01-15")).when(void(2)).then(voided("2025-06-01", 2))
    given(started(), abandoned("2025-01-15"), voided("2025-06-01", 2)).when(
        complete("2025-06-30")
    ).then(completed("2025-06-30"))
