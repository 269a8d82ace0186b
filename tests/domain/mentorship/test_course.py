"""Goals and sessions while a mentorship runs, and how it comes to its end."""

import pytest

from domain.base.mend import CORRECTION_INVALID
from domain.mentorship import events as e
from domain.mentorship import rules
from tests.domain.mentorship.examples import (
    LIFE,
    RUNNING,
    SABURO,
    cancel,
    cancelled,
    complete,
    completed,
    correct,
    correct_session,
    declined,
    end,
    ended,
    goal,
    held,
    hold,
    miss,
    missed,
    plan,
    planned,
    proposed,
    reassigned,
    requested,
    review_goal,
    reviewed,
    session_corrected,
    session_voided,
    set_goal,
    void,
    void_session,
)
from tests.given import given

PLANNED = (*RUNNING, planned("2024-05-21", 1, "2024-06-10"))


def test_a_goal_is_set_and_reviewed() -> None:
    """What it says is a reference to a sealed value; what became of it is a code."""
    given(*RUNNING).when(set_goal("2024-05-21")).then(goal("2024-05-21"))
    given(*RUNNING, goal("2024-05-21")).when(review_goal("2024-08-31")).then(reviewed("2024-08-31"))


def test_a_goal_is_set_once() -> None:
    """Another goal has another number."""
    given(*RUNNING, goal("2024-05-21")).when(set_goal("2024-06-01")).refused(rules.GOAL_SET_ALREADY)
    given(*RUNNING, goal("2024-05-21")).when(set_goal("2024-06-01", 2)).then(goal("2024-06-01", 2))


def test_only_a_goal_that_was_set_is_reviewed() -> None:
    """It was set on that day or before."""
    has = given(*RUNNING, goal("2024-06-01"))
    has.when(review_goal("2024-08-31", 2)).refused(rules.GOAL_NOT_SET)
    has.when(review_goal("2024-05-31")).refused(rules.GOAL_NOT_SET)
    has.when(review_goal("2024-06-01")).then(reviewed("2024-06-01"))


def test_a_session_is_planned_and_held() -> None:
    """Held on its day or another, with the mentor of that day."""
    given(*RUNNING).when(plan("2024-05-21", 1, "2024-06-10")).then(
        planned("2024-05-21", 1, "2024-06-10")
    )
    for on in ("2024-06-09", "2024-06-10", "2024-06-11"):
        given(*PLANNED).when(hold(on, 1)).then(held(on, 1))


def test_a_session_is_held_with_the_mentor_of_its_day() -> None:
    """A late entry about a day before the change names the earlier mentor."""
    changed = given(*PLANNED, reassigned("2024-07-20"))
    changed.when(hold("2024-07-19", 1)).then(held("2024-07-19", 1))
    changed.when(hold("2024-07-20", 1)).then(held("2024-07-20", 1, SABURO))


def test_a_session_is_missed() -> None:
    """On whose side may be said and need not be."""
    given(*PLANNED).when(miss("2024-06-10", 1)).then(missed("2024-06-10", 1))
    given(*PLANNED).when(miss("2024-06-10", 1, e.MissedBy.OTHER)).then(
        missed("2024-06-10", 1, e.MissedBy.OTHER)
    )


def test_a_session_is_not_missed_before_its_day() -> None:
    """It can be cancelled."""
    given(*PLANNED).when(miss("2024-06-09", 1)).refused(rules.NOT_DUE)
    given(*PLANNED).when(cancel("2024-06-09", 1)).then(cancelled("2024-06-09", 1))


def test_what_was_not_planned_is_neither_held_nor_missed_nor_cancelled() -> None:
    """The plan comes first; on the day of planning is early enough."""
    none = given(*PLANNED)
    none.when(hold("2024-06-10", 2)).refused(rules.SESSION_NOT_PLANNED)
    none.when(miss("2024-06-10", 2)).refused(rules.SESSION_NOT_PLANNED)
    none.when(cancel("2024-06-10", 2)).refused(rules.SESSION_NOT_PLANNED)
    none.when(hold("2024-05-20", 1)).refused(rules.SESSION_NOT_PLANNED)
    none.when(hold("2024-05-21", 1)).then(held("2024-05-21", 1))


@pytest.mark.parametrize(
    "settled", [held("2024-06-10", 1), missed("2024-06-10", 1), cancelled("2024-06-10", 1)]
)
def test_a_session_is_held_or_missed_or_cancelled_once(settled: e.MentorshipEvent) -> None:
    """Whichever was recorded first stands until it is corrected or voided."""
    done = given(*PLANNED, settled)
    done.when(hold("2024-06-11", 1)).refused(rules.SESSION_SETTLED)
    done.when(miss("2024-06-11", 1)).refused(rules.SESSION_SETTLED)
    done.when(cancel("2024-06-11", 1)).refused(rules.SESSION_SETTLED)
    done.when(plan("2024-06-11", 1, "2024-06-20")).refused(rules.PLANNED_ALREADY)


def test_a_session_is_planned_once() -> None:
    """A new day for it is a correction of the plan."""
    given(*PLANNED).when(plan("2024-05-22", 1, "2024-06-20")).refused(rules.PLANNED_ALREADY)


def test_a_session_is_not_planned_for_the_past() -> None:
    """For the day of planning it is."""
    given(*RUNNING).when(plan("2024-05-21", 1, "2024-05-20")).refused(rules.PLANNED_FOR_THE_PAST)
    given(*RUNNING).when(plan("2024-05-21", 1, "2024-05-21")).then(
        planned("2024-05-21", 1, "2024-05-21")
    )


def test_goals_and_sessions_are_of_a_running_mentorship() -> None:
    """From the day of acceptance to the last day, and not while a proposal waits."""
    waiting = given(requested("2024-05-01"), proposed("2024-05-10"))
    waiting.when(plan("2024-05-15", 1, "2024-06-10")).refused(rules.NOT_RUNNING)
    over = given(*PLANNED, goal("2024-05-20"), cancelled("2024-06-01", 1), completed("2024-08-31"))
    for on in ("2024-05-19", "2024-09-01"):
        over.when(set_goal(on, 2)).refused(rules.NOT_RUNNING)
        over.when(review_goal(on)).refused(rules.NOT_RUNNING)
        over.when(plan(on, 2, "2024-09-10")).refused(rules.NOT_RUNNING)
        over.when(hold(on, 1)).refused(rules.NOT_RUNNING)
        over.when(miss(on, 1)).refused(rules.NOT_RUNNING)
        over.when(cancel(on, 1)).refused(rules.NOT_RUNNING)
    for on in ("2024-05-20", "2024-08-31"):
        over.when(set_goal(on, 2)).then(goal(on, 2))
        over.when(plan(on, 2, "2024-08-31")).then(planned(on, 2, "2024-08-31"))


def test_a_session_is_not_planned_for_a_day_after_the_end() -> None:
    """The last day is the last day for a session too."""
    over = given(*RUNNING, completed("2024-08-31"))
    over.when(plan("2024-06-01", 1, "2024-09-01")).refused(rules.NOT_RUNNING)


def test_a_held_session_is_entered_late() -> None:
    """After the completion, an entry about a day before it is still accepted."""
    over = (*RUNNING, completed("2024-08-31"), planned("2024-06-01", 1, "2024-06-10"))
    given(*over).when(hold("2024-06-10", 1)).then(held("2024-06-10", 1))


def test_a_mentorship_is_completed() -> None:
    """When every planned session is held, missed or cancelled."""
    given(*PLANNED, held("2024-06-10", 1)).when(complete("2024-08-31")).then(
        completed("2024-08-31")
    )


def test_what_is_planned_stands_in_the_way_of_the_end() -> None:
    """Whether intended or early: someone says first what became of each session."""
    given(*PLANNED).when(complete("2024-08-31")).refused(rules.SESSIONS_LEFT)
    given(*PLANNED).when(end("2024-08-31")).refused(rules.SESSIONS_LEFT)
    given(*PLANNED, cancelled("2024-08-31", 1)).when(end("2024-08-31")).then(ended("2024-08-31"))


def test_only_a_running_mentorship_is_completed() -> None:
    """Without a mentor it can be ended."""
    given(requested("2024-05-01")).when(complete("2024-05-31")).refused(rules.NOT_RUNNING)
    given(requested("2024-05-01")).when(end("2024-05-31")).then(ended("2024-05-31"))


def test_a_mentorship_is_over_once() -> None:
    """Completed or ended."""
    for last in (completed("2024-08-31"), ended("2024-08-31")):
        over = given(*RUNNING, last)
        over.when(complete("2024-09-01")).refused(rules.OVER_ALREADY)
        over.when(end("2024-09-01")).refused(rules.OVER_ALREADY)


def test_a_mentorship_is_not_over_before_what_is_recorded_of_it() -> None:
    """The last day is that of the last entry or later."""
    met = given(*PLANNED, held("2024-06-10", 1))
    met.when(complete("2024-06-09")).refused(rules.LATER_ENTRIES)
    met.when(end("2024-06-09")).refused(rules.LATER_ENTRIES)
    met.when(complete("2024-06-10")).then(completed("2024-06-10"))


def test_a_session_entry_is_corrected() -> None:
    """Its day and its minutes, but not which session it was or with whom."""
    given(*LIFE).when(correct_session(8, minutes=45)).then(
        session_corrected("2025-01-10", 8, minutes=45)
    )
    given(*LIFE).when(correct_session(8, session=2)).refused(CORRECTION_INVALID)


def test_a_session_entry_is_voided() -> None:
    """Then the session is planned as before, and can be held."""
    met = (*PLANNED, held("2024-06-10", 1))
    given(*met).when(void_session(5)).then(session_voided("2025-01-10", 5))
    given(*met, session_voided("2024-06-12", 5)).when(miss("2024-06-10", 1)).then(
        missed("2024-06-10", 1)
    )


def test_a_voided_plan_frees_its_number() -> None:
    """Nothing is left of it."""
    given(*PLANNED, session_voided("2024-05-22", 4)).when(plan("2024-05-23", 1, "2024-06-20")).then(
        planned("2024-05-23", 1, "2024-06-20")
    )
    given(*PLANNED, session_voided("2024-05-22", 4)).when(complete("2024-05-23")).then(
        completed("2024-05-23")
    )


def test_no_event_holds_what_was_said() -> None:
    """Of a session there are its number, its minutes and its days."""
    for kind in (e.SessionPlanned, e.SessionHeld, e.SessionMissed, e.SessionCancelled):
        assert set(kind.model_fields) <= {
            "effective_on", "programme", "session", "planned_for", "minutes", "mentor", "missed_by"
        }  # fmt: skip


def test_mending_leaves_sessions_that_could_have_been_recorded() -> None:
    """What came of a session needs its plan, and a day on which it could have come."""
    given(*PLANNED, held("2024-06-10", 1)).when(void_session(4)).refused(rules.SESSION_NOT_PLANNED)
    given(*PLANNED, held("2024-06-10", 1)).when(
        correct_session(4, effective_on="2024-06-11", planned_for="2024-06-12")
    ).refused(rules.SESSION_NOT_PLANNED)
    given(*PLANNED).when(correct_session(4, planned_for="2024-05-20")).refused(
        rules.PLANNED_FOR_THE_PAST
    )
    given(*PLANNED, missed("2024-06-10", 1)).when(
        correct_session(4, planned_for="2024-06-11")
    ).refused(rules.NOT_DUE)
    given(*PLANNED).when(correct_session(4, effective_on="2024-05-19")).refused(rules.NOT_RUNNING)


def test_mending_leaves_a_course_that_could_have_been_recorded() -> None:
    """No session without a mentor, no review without a goal, nothing after the end."""
    given(*PLANNED).when(void(3)).refused(rules.NOT_RUNNING)
    given(*RUNNING).when(void(2)).refused(rules.NO_PROPOSAL)
    given(*RUNNING).when(correct(3, effective_on="2024-05-09")).refused(rules.LATER_ENTRIES)
    given(*LIFE).when(correct(len(LIFE), effective_on="2024-08-30")).refused(rules.LATER_ENTRIES)
    given(*RUNNING, goal("2024-05-21"), reviewed("2024-06-01")).when(void(4)).refused(
        rules.GOAL_NOT_SET
    )
    two = (requested(), proposed("2024-05-10"), declined("2024-05-12"), proposed("2024-05-13"))
    given(*two).when(void(3)).refused(rules.PROPOSAL_OPEN)
    given(*RUNNING, reassigned("2024-07-20")).when(void(3)).refused(rules.NOT_RUNNING)


def test_mending_what_nothing_builds_on_is_accepted() -> None:
    """A plan moved to another day, a completion moved to a later one."""
    given(*PLANNED).when(correct_session(4, planned_for="2024-06-20")).then(
        session_corrected("2025-01-10", 4, planned_for="2024-06-20")
    )
    (moved,) = given(*LIFE).when(correct(len(LIFE), effective_on="2024-09-30")).recorded
    assert isinstance(moved, e.MentorshipCorrected)
