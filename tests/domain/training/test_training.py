"""A course is planned, and its sessions are scheduled, held or called off."""

import pytest
from pydantic import ValidationError

from domain.training import events as e
from domain.training import rules
from tests.domain.training.examples import (
    ENROLMENT,
    GRANT,
    call_off,
    called_off,
    cancel,
    cancelled,
    correct,
    enrolled,
    held,
    hold,
    plan,
    planned,
    schedule,
    scheduled,
    void,
)
from tests.given import day, given

SCHEDULED = (planned(), scheduled("2024-06-02", 1, "2024-07-10"))


def test_a_course_is_planned_once() -> None:
    """Under its number."""
    given().when(plan()).then(planned())
    given(planned()).when(plan()).refused(rules.PLANNED_ALREADY)


def test_a_budget_line_is_one_of_a_year() -> None:
    """A course that no line pays for names neither."""
    given().when(plan(line=None, fiscal_year=None)).then(planned(line=None, fiscal_year=None))
    for lacking in ("line", "fiscal_year"):
        with pytest.raises(ValidationError):
            plan("2024-06-01", **{lacking: None})


def test_a_session_is_scheduled_and_moved() -> None:
    """For the day itself or a later one, until it is settled."""
    given(planned()).when(schedule("2024-06-02", 1, "2024-06-02")).then(
        scheduled("2024-06-02", 1, "2024-06-02")
    )
    given(planned()).when(schedule("2024-06-02", 1, "2024-06-01")).refused(
        rules.SCHEDULED_FOR_THE_PAST
    )
    given(*SCHEDULED).when(schedule("2024-07-01", 1, "2024-07-17")).then(
        scheduled("2024-07-01", 1, "2024-07-17")
    )
    done = given(*SCHEDULED, held("2024-07-10"))
    done.when(schedule("2024-07-11", 1, "2024-07-17")).refused(rules.SESSION_SETTLED)


def test_a_session_is_held_after_it_was_scheduled() -> None:
    """Once, on its day or another, and even if it was moved meanwhile."""
    moved = scheduled("2024-07-01", 1, "2024-07-17")
    given(*SCHEDULED, moved).when(hold("2024-06-02")).then(held("2024-06-02"))
    given(*SCHEDULED).when(hold("2024-06-01")).refused(rules.SESSION_NOT_SCHEDULED)
    given(*SCHEDULED).when(hold("2024-07-10", 2)).refused(rules.SESSION_NOT_SCHEDULED)
    off = given(*SCHEDULED, called_off("2024-07-09"))
    off.when(hold("2024-07-10")).refused(rules.SESSION_SETTLED)


def test_a_session_is_called_off() -> None:
    """If it was scheduled, and is not settled."""
    given(*SCHEDULED).when(call_off("2024-07-09")).then(called_off("2024-07-09"))
    given(planned()).when(call_off("2024-07-09")).refused(rules.SESSION_NOT_SCHEDULED)
    done = given(*SCHEDULED, held("2024-07-10"))
    done.when(call_off("2024-07-11")).refused(rules.SESSION_SETTLED)


def test_a_course_is_cancelled_once() -> None:
    """Not before the last session that was held; what came before can still be entered."""
    done = given(*SCHEDULED, held("2024-07-10"))
    done.when(cancel("2024-07-10")).then(cancelled("2024-07-10"))
    done.when(cancel("2024-07-09")).refused(rules.AFTER_CANCELLING)
    over = given(*SCHEDULED, cancelled("2024-07-20"))
    over.when(cancel("2024-07-21")).refused(rules.CANCELLED)
    over.when(hold("2024-07-20")).then(held("2024-07-20"))
    over.when(hold("2024-07-21")).refused(rules.CANCELLED)
    over.when(schedule("2024-07-21", 2, "2024-08-01")).refused(rules.CANCELLED)
    over.when(call_off("2024-07-21")).refused(rules.CANCELLED)


def test_what_is_mended_stays_in_order() -> None:
    """Scheduling before holding, and holding before cancelling."""
    done = given(*SCHEDULED, held("2024-07-10"), cancelled("2024-07-20"))
    done.when(correct(2, planned_for="2024-06-01")).refused(rules.SCHEDULED_FOR_THE_PAST)
    done.when(correct(3, effective_on="2024-06-01")).refused(rules.SESSION_NOT_SCHEDULED)
    done.when(correct(4, effective_on="2024-07-09")).refused(rules.AFTER_CANCELLING)
    done.when(void(2)).refused(rules.SESSION_NOT_SCHEDULED)
    done.when(correct(3, minutes=90)).then(
        e.TrainingCorrected(
            effective_on=day("2025-01-10"), programme=GRANT, corrects=3, now={"minutes": 90}
        )
    )
    done.when(void(3)).then(
        e.TrainingVoided(effective_on=day("2025-01-10"), programme=GRANT, voids=3)
    )


def test_nobody_comes_to_have_enrolled_while_the_course_was_not_offered() -> None:
    """On the day of cancelling somebody may have enrolled before it."""
    taken = given(*SCHEDULED).seeing(ENROLMENT, enrolled("2024-06-10"))
    taken.when(cancel("2024-06-09")).refused(rules.ENROLLED_OUTSIDE)
    taken.when(cancel("2024-06-10")).then(cancelled("2024-06-10"))
    over = given(*SCHEDULED, cancelled("2024-06-20")).seeing(ENROLMENT, enrolled("2024-06-10"))
    over.when(correct(3, effective_on="2024-06-09")).refused(rules.ENROLLED_OUTSIDE)
    earlier = e.TrainingCorrected(
        effective_on=day("2024-06-05"),
        programme=GRANT,
        corrects=1,
        now={"effective_on": "2024-05-01"},
    )
    early = given(planned(), earlier).seeing(ENROLMENT, enrolled("2024-05-31"))
    early.when(void(2)).refused(rules.ENROLLED_OUTSIDE)
