"""Mentorships on any day: stage, mentor and counts, and nothing that was said."""

from dataclasses import fields
from uuid import UUID

from application.projections.mentorships import MENTORSHIPS, MentorshipRow, Stage
from application.recorded import Recorded
from domain.mentorship import events as e
from tests.application.projections.given import answer, in_turn, log_of
from tests.domain.mentorship.examples import (
    GRANT,
    JIRO,
    LIFE,
    SABURO,
    accepted,
    cancelled,
    declined,
    ended,
    held,
    planned,
    proposed,
    requested,
    reviewed,
    session_voided,
)
from tests.domain.worker.examples import TATESHINA, WORKER
from tests.given import day

A = UUID(int=1)
OTHER = UUID(int=0xB2)
MINE, THEIRS = f"{WORKER}|01", f"{OTHER}|01"


def of_other(on: str) -> e.MentorshipRequested:
    """Another worker wants a mentor."""
    return requested(on).model_copy(update={"mentee": OTHER})


def row(log: list[Recorded], valid_on: str, key: str = MINE) -> MentorshipRow:
    """Give the row of one mentorship on a day."""
    found = answer(MENTORSHIPS, log, valid_on=valid_on)[key]
    assert isinstance(found, MentorshipRow)
    return found


def sessions(one: MentorshipRow) -> tuple[int, int, int]:
    """Give how many sessions are planned, held and missed."""
    return one.sessions_planned, one.sessions_held, one.sessions_missed


def test_two_mentorships_keep_apart() -> None:
    """Each has its own counts, however their events come in between one another."""
    log = in_turn(
        mine=LIFE,
        theirs=(
            of_other("2024-05-02"),
            proposed("2024-05-11", SABURO),
            accepted("2024-05-12", SABURO),
            planned("2024-05-13", 1, "2024-06-01"),
            held("2024-06-01", 1, SABURO),
        ),
    )
    assert row(log, "2024-08-31") == MentorshipRow(
        mentorship_id=UUID(int=1),
        programme=GRANT,
        mentee=WORKER,
        ordinal=1,
        municipality=TATESHINA,
        stage=Stage.COMPLETED,
        mentor=SABURO,
        goals_set=1,
        goals_reviewed=1,
        sessions_held=2,
        sessions_missed=1,
    )
    other = row(log, "2024-08-31", THEIRS)
    assert (other.mentee, other.stage, other.mentor) == (OTHER, Stage.RUNNING, SABURO)
    assert sessions(other) == (0, 1, 0)


def test_counts_are_those_of_the_day() -> None:
    """A session counts as planned from the day of planning until the day of what came of it."""
    log = log_of(*((A, each) for each in LIFE))
    assert sessions(row(log, "2024-05-20")) == (0, 0, 0)
    assert sessions(row(log, "2024-05-21")) == (3, 0, 0)
    assert sessions(row(log, "2024-06-10")) == (3, 0, 0)
    assert sessions(row(log, "2024-06-11")) == (2, 1, 0)
    assert sessions(row(log, "2024-07-10")) == (1, 1, 1)
    assert sessions(row(log, "2024-08-10")) == (0, 2, 1)


def test_the_next_session_is_the_earliest_that_is_left() -> None:
    """When none is left, there is no day."""
    log = log_of(*((A, each) for each in LIFE))
    assert row(log, "2024-06-10").next_planned_for == day("2024-06-10")
    assert row(log, "2024-06-11").next_planned_for == day("2024-07-10")
    assert row(log, "2024-08-10").next_planned_for is None


def test_the_mentor_is_that_of_the_day() -> None:
    """Until the change the earlier one, and none before there was one."""
    log = log_of(*((A, each) for each in LIFE))
    assert row(log, "2024-05-19").mentor is None
    assert row(log, "2024-05-20").mentor == JIRO
    assert row(log, "2024-07-19").mentor == JIRO
    assert row(log, "2024-07-20").mentor == SABURO


def test_a_declined_proposal_leaves_no_trace() -> None:
    """The row says what it said before the proposal."""
    log = log_of(
        (A, requested("2024-05-01")), (A, proposed("2024-05-10")), (A, declined("2024-05-20"))
    )
    assert row(log, "2024-05-10").stage is Stage.PROPOSED
    assert row(log, "2024-05-20") == row(log, "2024-05-01")


def test_a_cancelled_session_is_not_missed() -> None:
    """It is not counted at all; and a mentorship can end early."""
    log = log_of(
        (A, requested("2024-05-01")),
        (A, proposed("2024-05-10")),
        (A, accepted("2024-05-20")),
        (A, planned("2024-05-21", 1, "2024-06-10")),
        (A, cancelled("2024-06-01", 1)),
        (A, ended("2024-06-30")),
    )
    assert sessions(row(log, "2024-06-01")) == (0, 0, 0)
    assert row(log, "2024-06-29").stage is Stage.RUNNING
    assert row(log, "2024-06-30").stage is Stage.ENDED


def test_a_session_entered_late_counts_on_its_day_and_not_as_of_then() -> None:
    """After the completion too, whose stage it leaves alone."""
    late = (planned("2024-06-01", 4, "2024-06-20"), held("2024-06-20", 4))
    log = log_of(*((A, each) for each in (*LIFE, *late)))
    assert row(log, "2024-06-20").sessions_held == 2
    assert row(log, "2024-08-31").stage is Stage.COMPLETED
    as_known = answer(MENTORSHIPS, log, valid_on="2024-06-20", position=len(LIFE))
    assert as_known[MINE].sessions_held == 1


def test_a_voided_session_is_planned_again() -> None:
    """As if it had not been held."""
    log = log_of(*((A, each) for each in (*LIFE, session_voided("2024-09-01", 8))))
    assert sessions(row(log, "2024-06-11")) == (3, 0, 0)


def test_a_goal_is_counted_once_however_often_it_is_reviewed() -> None:
    """The count is of goals."""
    log = log_of(*((A, each) for each in (*LIFE, reviewed("2024-08-01"))))
    assert row(log, "2024-08-31").goals_reviewed == 1


def test_no_row_holds_what_was_aimed_at_or_why_a_session_fell_through() -> None:
    """Counts and days only."""
    names = {field.name for field in fields(MentorshipRow)}
    assert names.isdisjoint({"text", "note", "reasons", "result", "missed_by", "proposed"})
