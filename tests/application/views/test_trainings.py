"""Courses: who completed them, in counts, and what they came to know."""

from typing import get_type_hints
from uuid import UUID

from application.views.trainings import TRAININGS, TrainingRow, TrainingsAsks
from domain.base.marks import marks_of_type
from domain.base.words import Label
from domain.training.events import Audience
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.training.examples import (
    COURSE,
    ENROLMENT,
    GRANT,
    attended,
    called_off,
    cancelled,
    completed,
    enrolled,
    held,
    planned,
    scheduled,
    withdrawn,
)
from tests.domain.worker.examples import WORKER, assessed, claimed, registered

ASKS = TrainingsAsks(programme=GRANT)
JIRO, THEIRS = UUID(int=0xA2), UUID(int=0xE7)
LOG = log_of(
    (WORKER, registered("2024-04-01")),
    (WORKER, claimed("2024-05-01", level=2)),
    (COURSE, planned()),
    (COURSE, scheduled("2024-06-02", 1, "2024-07-10")),
    (COURSE, scheduled("2024-06-02", 2, "2024-07-17")),
    (COURSE, scheduled("2024-06-02", 3, "2024-07-24")),
    (ENROLMENT, enrolled()),
    (THEIRS, enrolled(person_id=JIRO)),
    (COURSE, held("2024-07-10")),
    (ENROLMENT, attended("2024-07-10")),
    (COURSE, called_off("2024-07-16", 2)),
    (ENROLMENT, completed("2024-07-24", before=40, after=75)),
    (THEIRS, completed("2024-07-24", person_id=JIRO, after=50)),
    (WORKER, assessed("2024-08-01", level=3)),
)


def test_a_course_is_summed_up() -> None:
    """Sessions, people, and the scores of those who were tested before and after."""
    (row,) = rows(TRAININGS, LOG, ASKS, valid_on="2024-07-31")
    assert (row.to_come, row.held) == (1, 1)
    assert (row.enrolled, row.attendances, row.completed, row.completion_rate) == (2, 1, 2, 100)
    assert (row.tested, row.before, row.after) == (1, 40, 75)


def test_totals_count_completions_and_say_so() -> None:
    """Whoever completed two courses counts twice: no total is called one of people."""
    other, again = UUID(int=0xC2), UUID(int=0xE8)
    log = log_of(
        *((one.stream, one.event) for one in LOG),
        (other, planned(number="T-2")),
        (again, enrolled(training_id=other)),
        (again, completed("2024-07-24", training_id=other)),
    )
    totals = TRAININGS.totals_of(lines(TRAININGS, log, ASKS, valid_on="2024-07-31"))
    assert (totals["enrolled"], totals["completed"]) == (3, 3)
    hints = get_type_hints(TrainingRow, include_extras=True)
    for name in ("enrolled", "completed", "raised"):
        (label,) = marks_of_type(hints[name], Label)
        assert label.ja.endswith("（延べ）")
        assert not label.en.startswith("people")


def test_whoever_withdrew_takes_part_no_longer() -> None:
    """From that day on; no line names who it was."""
    log = log_of((COURSE, planned()), (ENROLMENT, enrolled()), (ENROLMENT, withdrawn("2024-07-01")))
    days = ("2024-06-30", "2024-07-01")
    found = [rows(TRAININGS, log, ASKS, valid_on=on)[0].taking_part for on in days]
    assert found == [1, 0]


def test_completing_without_attendance_is_to_be_checked() -> None:
    """It is counted, and no rule refuses it: attendance may still be entered."""
    (row,) = rows(TRAININGS, LOG, ASKS, valid_on="2024-07-31")
    assert row.unattended == 1


def test_a_level_is_compared_with_the_day_before_enrolling() -> None:
    """From the day on which it is found to be higher."""
    before, after = (
        rows(TRAININGS, LOG, ASKS, valid_on=on)[0].raised for on in ("2024-07-31", "2024-08-01")
    )
    assert (before, after) == (0, 1)


def test_of_a_cancelled_course_nothing_is_to_come() -> None:
    """And where nobody enrolled there is no share."""
    log = log_of(
        (COURSE, planned()),
        (COURSE, scheduled("2024-06-02", 1, "2024-07-10")),
        (COURSE, cancelled("2024-06-20")),
    )
    before, after = (
        rows(TRAININGS, log, ASKS, valid_on=on)[0] for on in ("2024-06-19", "2024-06-20")
    )
    assert [(one.cancelled, one.to_come) for one in (before, after)] == [(False, 1), (True, 0)]
    assert after.completion_rate is None


def test_it_is_asked_for_by_audience() -> None:
    """Workers or mentors."""
    mentors = TrainingsAsks(programme=GRANT, audience=Audience.MENTOR)
    assert rows(TRAININGS, LOG, mentors, valid_on="2024-07-31") == []
