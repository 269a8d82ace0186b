"""Mentoring in counts by municipality, naming no pair."""

from application.views.mentoring import MENTORING, MentoringAsks
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.mentorship.examples import LIFE, MENTORSHIP
from tests.domain.worker.examples import WORKER, assessed, claimed, registered

LOG = log_of(
    (WORKER, registered()),
    (WORKER, claimed("2024-05-01", level=2)),
    *((MENTORSHIP, event) for event in LIFE),
    (WORKER, assessed("2024-07-01", level=3)),
)
SIX = MentoringAsks(quiet_weeks=6)


def test_sessions_and_goals_are_counted_up_to_the_day() -> None:
    """What is due is what was planned for that day or before and is not settled."""
    (row,) = rows(MENTORING, LOG, SIX, valid_on="2024-06-10")
    assert (row.running, row.due, row.held, row.goals_set) == (1, 1, 0, 1)
    (row,) = rows(MENTORING, LOG, SIX, valid_on="2024-08-31")
    assert (row.due, row.held, row.goals_reviewed, row.goals_reached) == (0, 2, 1, 1)


def test_a_pair_that_plans_to_meet_is_not_quiet() -> None:
    """Otherwise it is, after as many weeks as the coordinator says."""
    alone = log_of((WORKER, registered()), *((MENTORSHIP, event) for event in LIFE[:3]))
    days = ("2024-07-01", "2024-07-02")
    assert [rows(MENTORING, alone, SIX, valid_on=on)[0].quiet for on in days] == [0, 1]
    assert rows(MENTORING, LOG, SIX, valid_on="2024-07-02")[0].quiet == 0


def test_a_mentee_who_rose_since_the_mentoring_began_counts() -> None:
    """From the day of the finding."""
    days = ("2024-06-30", "2024-07-01")
    assert [rows(MENTORING, LOG, SIX, valid_on=on)[0].raised for on in days] == [0, 1]


def test_a_line_leads_to_no_pair() -> None:
    """Its facts are counted, and none is named."""
    assert all(line.facts for line in lines(MENTORING, LOG, SIX, valid_on="2024-08-31"))
    assert not MENTORING.names_facts
