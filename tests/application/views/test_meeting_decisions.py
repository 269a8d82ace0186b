"""Decisions and what followed: from a decision to the entries of other records."""

from uuid import UUID

from application.views.meeting_decisions import MEETING_DECISIONS, MeetingDecisionsAsks
from domain.base.followed import Change
from tests.application.projections.given import log_of
from tests.application.views.given import lines, rows
from tests.domain.meeting.examples import GRANT, LIFE, PLAN, carried_out, decided
from tests.given import day

ONE = UUID(int=1)
ALL = MeetingDecisionsAsks()


def test_a_decision_leads_to_what_followed() -> None:
    """Before it was carried out it stands alone, with what is still to be done."""
    log = log_of(*((ONE, event) for event in LIFE))
    (before,) = rows(MEETING_DECISIONS, log, ALL, valid_on="2024-05-28")
    assert (before.meeting, before.decided_on, before.decision) == (1, day("2024-05-16"), 1)
    assert (before.actions, before.actions_open, before.record) == (1, 1, None)
    assert before.touches == (PLAN,)
    (after,) = lines(MEETING_DECISIONS, log, ALL, valid_on="2024-06-03")
    assert (after.row.carried_out_on, after.row.change) == (day("2024-06-03"), Change.PLAN)
    assert (after.row.record, after.row.record_version) == (PLAN, 2)
    assert after.row.actions_open == 0
    assert [fact.position for fact in after.facts] == [5, 8]


def test_each_entry_that_followed_has_a_line() -> None:
    """Another decision of the same meeting has its own, and another programme's are left out."""
    more = (decided("2024-05-16", 2), carried_out("2024-07-01", 1))
    log = log_of(*((ONE, event) for event in (*LIFE, *more)))
    found = rows(
        MEETING_DECISIONS, log, MeetingDecisionsAsks(programme=GRANT), valid_on="2025-01-01"
    )
    assert [(row.decision, row.carried_out_on) for row in found] == [
        (1, day("2024-06-03")),
        (1, day("2024-07-01")),
        (2, None),
    ]
    other = MeetingDecisionsAsks(programme="own:203246")
    assert rows(MEETING_DECISIONS, log, other, valid_on="2025-01-01") == []
