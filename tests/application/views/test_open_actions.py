"""Open actions: what was given out and is neither done nor dropped by the day asked."""

from uuid import UUID

from application.views.open_actions import OPEN_ACTIONS, OpenActionsAsks
from domain.base.teams import Team
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.meeting.examples import assigned, done, dropped, held, scheduled

ONE, TWO = UUID(int=1), UUID(int=2)
LOG = log_of(
    (ONE, scheduled("2024-05-01", "2024-05-15", 1)),
    (ONE, held("2024-05-15")),
    (ONE, assigned("2024-05-15", 1, due="2024-05-29")),
    (ONE, assigned("2024-05-15", 2, due="2024-06-12")),
    (TWO, scheduled("2024-05-15", "2024-05-29", 2)),
    (TWO, held("2024-05-29")),
    (TWO, assigned("2024-05-29", 1, due="2024-06-05")),
    (ONE, done("2024-05-28", 1)),
    (TWO, dropped("2024-06-10", 1)),
)


def shown(valid_on: str, asks: OpenActionsAsks | None = None) -> list[tuple[int, int, int]]:
    """Give meeting, action and days overdue."""
    found = rows(OPEN_ACTIONS, LOG, asks or OpenActionsAsks(), valid_on=valid_on)
    return [(row.meeting, row.action, row.days_over) for row in found]


def test_what_is_open_stands_by_the_day_it_is_due() -> None:
    """On the day it is due it is not over; on the day after it is, by a day."""
    assert shown("2024-05-27") == [(1, 1, 0), (1, 2, 0)]
    assert shown("2024-05-29") == [(2, 1, 0), (1, 2, 0)]
    assert shown("2024-06-05") == [(2, 1, 0), (1, 2, 0)]
    assert shown("2024-06-06") == [(2, 1, 1), (1, 2, 0)]
    assert shown("2024-06-10") == [(1, 2, 0)]


def test_whose_actions_can_be_chosen() -> None:
    """And of which programme; a line stands on the fact that gave it out."""
    ours = OpenActionsAsks(programme="grant:dx-r6", assignee_code="outreach")
    assert shown("2024-06-10", ours) == [(1, 2, 0)]
    assert shown("2024-06-10", OpenActionsAsks(assignee_code="202126")) == []
    assert shown("2024-06-10", OpenActionsAsks(programme="own:203246")) == []
    (line,) = lines(OPEN_ACTIONS, LOG, ours, valid_on="2024-06-10")
    assert [fact.position for fact in line.facts] == [4]
    assert (line.row.team, line.row.member) == (Team.OUTREACH, None)
