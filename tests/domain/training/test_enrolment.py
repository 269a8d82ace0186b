"""Somebody enrols in a course, attends it, and completes it or no longer takes part."""

from uuid import UUID

from domain.base.event import Event
from domain.training import events as e
from domain.training import rules
from tests.domain.training.examples import (
    COURSE,
    GRANT,
    attend,
    attended,
    cancelled,
    complete,
    completed,
    correct_enrolment,
    enrol,
    enrolled,
    held,
    planned,
    scheduled,
    void_enrolment,
    withdraw,
    withdrawn,
)
from tests.domain.worker.examples import WORKER, left, registered
from tests.given import Given, day, given

JIRO = UUID(int=0xA2)


def offered(*more: Event, audience: str = "worker") -> Given:
    """Let there be a course, and Hanako on the roll."""
    return (
        given()
        .seeing(WORKER, registered(), left(last_day="2024-07-15"))
        .seeing(COURSE, planned(audience=audience), *more)
    )


def test_a_worker_enrols_in_a_course() -> None:
    """Once, with the municipality of the day."""
    offered().when(enrol()).then(enrolled())
    given(enrolled()).when(enrol("2024-06-11")).refused(rules.ENROLLED_ALREADY)


def test_a_course_has_to_be_there() -> None:
    """Planned by that day, and not cancelled."""
    offered().when(enrol("2024-06-01")).then(enrolled("2024-06-01"))
    offered().when(enrol("2024-05-31")).refused(rules.NO_SUCH_TRAINING)
    off = offered(cancelled("2024-06-20"))
    off.when(enrol("2024-06-19")).then(enrolled("2024-06-19"))
    off.when(enrol("2024-06-20")).refused(rules.NO_SUCH_TRAINING)
    given().seeing(WORKER, registered()).when(enrol()).refused(rules.NO_SUCH_TRAINING)


def test_a_course_for_workers_is_for_workers_on_the_roll() -> None:
    """And for the worker who is named."""
    offered().when(enrol("2024-07-15")).then(enrolled("2024-07-15"))
    offered().when(enrol("2024-07-16")).refused(rules.TRAINEE_NOT_ON_ROLL)
    offered().when(enrol(worker=None)).refused(rules.TRAINEE_NOT_ON_ROLL)
    offered().when(enrol(person=JIRO)).refused(rules.TRAINEE_NOT_ON_ROLL)


def test_a_course_for_mentors_is_open_to_others() -> None:
    """Of whom no municipality is known; but who is named as a worker is one."""
    mentors = offered(audience="mentor")
    mentors.when(enrol(worker=None, person=JIRO)).then(
        enrolled(person_id=JIRO, audience="mentor", municipality=None)
    )
    mentors.when(enrol()).then(enrolled(audience="mentor"))
    mentors.when(enrol(person=JIRO)).refused(rules.TRAINEE_NOT_ON_ROLL)


def test_a_session_is_attended_that_was_held() -> None:
    """On its day, while enrolled, once."""
    course = (planned(), scheduled("2024-06-02", 1, "2024-07-10"), held("2024-07-10"))
    here = given(enrolled()).seeing(COURSE, *course)
    here.when(attend("2024-07-10")).then(attended("2024-07-10"))
    here.when(attend("2024-07-09")).refused(rules.NOT_HELD)
    here.when(attend("2024-07-11")).refused(rules.NOT_HELD)
    here.when(attend("2024-07-10", 2)).refused(rules.NOT_HELD)
    given(enrolled()).seeing(UUID(int=9), *course).when(
        attend("2024-07-10", course=UUID(int=9))
    ).refused(rules.NOT_HELD)
    twice = given(enrolled(), attended("2024-07-10")).seeing(COURSE, *course)
    twice.when(attend("2024-07-10")).refused(rules.ATTENDED_ALREADY)


def test_attendance_lies_within_the_enrolment() -> None:
    """From its first to its last day."""
    course = (planned(), scheduled("2024-06-02", 1, "2024-06-09"), held("2024-06-09"))
    given(enrolled()).seeing(COURSE, *course).when(attend("2024-06-09")).refused(
        rules.OUTSIDE_ENROLMENT
    )


def test_a_course_is_completed_once() -> None:
    """Not before the last session attended; attendance up to then can still be entered."""
    there = given(enrolled(), attended("2024-07-10"))
    there.when(complete("2024-07-10")).then(completed("2024-07-10", before=40, after=75))
    there.when(complete("2024-07-09")).refused(rules.OUTSIDE_ENROLMENT)
    course = (planned(), scheduled("2024-06-02", 1, "2024-07-10"), held("2024-07-10"))
    for on, until in (("2024-07-10", "2024-07-10"), ("2024-07-10", "2024-07-11")):
        done = given(enrolled(), completed(until)).seeing(COURSE, *course)
        done.when(attend(on)).then(attended(on))
    early = given(enrolled(), completed("2024-07-09")).seeing(COURSE, *course)
    early.when(attend("2024-07-10")).refused(rules.OUTSIDE_ENROLMENT)
    over = given(enrolled(), attended("2024-07-10"), completed("2024-07-10"))
    over.when(complete("2024-07-11")).refused(rules.ENROLMENT_OVER)
    over.when(withdraw("2024-07-11")).refused(rules.ENROLMENT_OVER)


def test_whoever_withdraws_is_not_asked_why() -> None:
    """The event stands in no list of events."""
    given(enrolled()).when(withdraw("2024-06-10")).then(withdrawn("2024-06-10"))
    given(enrolled()).when(withdraw("2024-06-09")).refused(rules.OUTSIDE_ENROLMENT)
    assert not e.TrainingWithdrawn.LISTED


def test_what_is_mended_stays_in_order() -> None:
    """Attendance lies within the enrolment."""
    done = given(enrolled(), attended("2024-07-10"), completed("2024-07-20"))
    done.when(correct_enrolment(3, effective_on="2024-07-09")).refused(rules.OUTSIDE_ENROLMENT)
    moved = e.EnrolmentCorrected(
        effective_on=day("2024-08-01"),
        programme=GRANT,
        corrects=2,
        now={"effective_on": "2024-07-10"},
    )
    late = given(enrolled(), attended("2024-07-30"), moved, completed("2024-07-20"))
    late.when(void_enrolment(3)).refused(rules.OUTSIDE_ENROLMENT)
    done.when(correct_enrolment(3, after=80)).then(
        e.EnrolmentCorrected(
            effective_on=day("2025-01-10"), programme=GRANT, corrects=3, now={"after": 80}
        )
    )
    done.when(void_enrolment(3)).then(
        e.EnrolmentVoided(effective_on=day("2025-01-10"), programme=GRANT, voids=3)
    )
