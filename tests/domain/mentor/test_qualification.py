"""Somebody is qualified as a mentor from a day on, until a day or until it ends."""

from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.mentor import commands as c
from domain.mentor import events as e
from domain.mentor import rules
from domain.mentor.qualification import Qualification, evolve
from tests.domain.mentor.examples import (
    GRANT,
    REQUIREMENT,
    correct,
    end,
    ended,
    laid_down,
    lay_down,
    qualified,
    qualify,
    void,
)
from tests.domain.training.examples import ENROLMENT, attended, completed, enrolled
from tests.given import Given, day, given


def trained(audience: str = "mentor") -> Given:
    """Let Hanako have completed a course on the day before she is qualified."""
    on = "2024-09-30"
    return given().seeing(
        ENROLMENT,
        enrolled(audience=audience),
        attended(on, audience=audience),
        completed(on, audience=audience),
    )


def test_a_mentor_is_qualified_by_a_training() -> None:
    """One of mentors, completed by then; or by none."""
    trained().when(qualify()).then(qualified())
    trained().when(qualify("2024-09-30")).then(qualified("2024-09-30"))
    trained().when(qualify("2024-09-29")).refused(rules.TRAINING_NOT_COMPLETED)
    trained("worker").when(qualify()).refused(rules.TRAINING_NOT_COMPLETED)
    given().when(qualify()).refused(rules.TRAINING_NOT_COMPLETED)
    given().when(qualify(enrolment=None)).then(qualified(enrolment_id=None, training_number=None))


def test_it_is_valid_for_a_day_at_least() -> None:
    """The day it is valid until counts."""
    given().when(qualify("2024-10-01", "2024-09-30", enrolment=None)).refused(
        rules.UNTIL_BEFORE_FROM
    )
    trained().when(qualify("2024-10-01", "2024-10-01")).then(qualified("2024-10-01", "2024-10-01"))


def holds(*events: e.QualificationEvent) -> Qualification:
    """Fold a qualification."""
    state = None
    for event in events:
        state = evolve(state, event)
    assert state is not None
    return state


def test_it_holds_until_its_last_day() -> None:
    """On the day before it began, on its first and last days, and on the day after."""
    days = ("2024-09-30", "2024-10-01", "2026-09-30", "2026-10-01")
    assert [holds(qualified()).holds_on(day(on)) for on in days] == [False, True, True, False]
    endless = holds(qualified(until=None))
    assert endless.holds_on(day("2199-01-01"))


def test_it_can_be_given_anew() -> None:
    """From then on the new day counts."""
    again = holds(qualified(), qualified("2026-04-01", "2028-03-31"))
    assert again.holds_on(day("2028-03-31"))
    given(qualified()).when(qualify("2026-04-01", None, enrolment=None)).then(
        qualified("2026-04-01", None, enrolment_id=None, training_number=None)
    )


def test_it_ends_while_it_holds() -> None:
    """The day is the first without it; what lapsed long ago is over already."""
    given(qualified()).when(end("2025-04-01")).then(ended("2025-04-01"))
    given(qualified()).when(end("2026-10-01")).then(ended("2026-10-01"))
    given(qualified()).when(end("2026-10-02")).refused(rules.NOT_QUALIFIED)
    given(qualified()).when(end("2024-10-01")).refused(rules.NOT_QUALIFIED)
    over = holds(qualified(), ended("2025-04-01"))
    assert [over.holds_on(day(on)) for on in ("2025-03-31", "2025-04-01")] == [True, False]


def test_a_late_entry_leaves_later_ends_in_order() -> None:
    """What was ended had been a qualification on the day before, and still has to be one."""
    over = given(qualified(), ended("2025-04-01"))
    over.when(end("2025-03-01")).refused(OTHERS_BUILD_ON_IT)
    over.when(qualify("2025-01-01", "2025-03-30", enrolment=None)).refused(OTHERS_BUILD_ON_IT)
    over.when(qualify("2025-01-01", "2025-03-31", enrolment=None)).then(
        qualified("2025-01-01", "2025-03-31", enrolment_id=None, training_number=None)
    )


def test_what_is_mended_stays_in_order() -> None:
    """A qualification that was ended had been one."""
    over = given(qualified(), ended("2025-04-01"))
    over.when(correct(1, valid_until="2024-09-30")).refused(rules.UNTIL_BEFORE_FROM)
    over.when(correct(1, valid_until="2025-03-30")).refused(rules.NOT_QUALIFIED)
    over.when(correct(1, valid_until="2025-03-31")).then(
        e.QualificationCorrected(
            effective_on=day("2026-01-10"),
            programme=GRANT,
            corrects=1,
            now={"valid_until": "2025-03-31"},
        )
    )
    twice = given(qualified(), qualified("2026-04-01", "2028-03-31"), ended("2027-04-01"))
    twice.when(void(2)).refused(rules.NOT_QUALIFIED)
    twice.when(void(3)).then(
        e.QualificationVoided(effective_on=day("2026-01-10"), programme=GRANT, voids=3)
    )


def test_whether_it_is_required_is_laid_down_from_a_day_on() -> None:
    """Not twice in the same words; and it can be taken back."""
    given().when(lay_down("2024-10-01")).then(laid_down("2024-10-01"))
    said = given(laid_down("2024-10-01"))
    said.when(lay_down("2025-04-01")).refused(rules.SAID_ALREADY)
    said.when(lay_down("2024-09-30")).then(laid_down("2024-09-30"))
    said.when(lay_down("2025-04-01", required=False)).then(laid_down("2025-04-01", required=False))
    said.when(
        c.VoidMentorRequirement(
            effective_on=day("2025-04-01"), requirement_id=REQUIREMENT, version=1
        )
    ).then(e.RequirementVoided(effective_on=day("2025-04-01"), programme=GRANT, voids=1))
