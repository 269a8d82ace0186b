"""A meeting is held, moved or missed; what it decides can be followed to what changed."""

from uuid import UUID

import pytest

from domain.base.followed import NOTHING_FOLLOWED
from domain.meeting import events as e
from domain.meeting import rules
from domain.meeting.terms import Action, Decided
from tests.domain.consortium import examples as member
from tests.domain.grant import examples as plan
from tests.domain.meeting.examples import (
    LIFE,
    PLAN,
    SERIES,
    absent,
    assign,
    assigned,
    begun,
    carried_out,
    carry_out,
    close,
    correct,
    corrected,
    decide,
    decided,
    done,
    drop,
    dropped,
    held,
    hold,
    miss,
    missed,
    move,
    moved,
    note_absence,
    over,
    schedule,
    scheduled,
    void,
    voided,
)
from tests.given import given

TOWN, FIRM = UUID(int=0x35), UUID(int=0x36)

ACTION = {"action": 1, "subject": "手順書の案を作る", "due": "2024-05-29"}


def test_a_meeting_is_scheduled_while_its_series_runs() -> None:
    """By the day it is planned for; each has its number."""
    runs = given().seeing(SERIES, begun("2024-05-01"), over("2025-02-28"))
    runs.when(schedule("2024-04-15", "2024-05-01")).then(scheduled("2024-04-15", "2024-05-01"))
    runs.when(schedule("2024-04-15", "2024-04-30")).refused(rules.SERIES_NOT_RUNNING)
    runs.when(schedule("2025-02-01", "2025-02-28")).then(scheduled("2025-02-01", "2025-02-28"))
    runs.when(schedule("2025-02-01", "2025-03-01")).refused(rules.SERIES_NOT_RUNNING)
    given().when(schedule()).refused(rules.SERIES_NOT_RUNNING)
    given(scheduled()).seeing(SERIES, begun()).when(schedule()).refused(rules.SCHEDULED_ALREADY)


def test_a_meeting_and_its_decisions_say_whether_a_private_member_was_present() -> None:
    """By the memberships of that day; of who is not on record nothing is said."""
    open_meeting = given(scheduled()).seeing(TOWN, member.joined("2024-05-01"))
    firm = open_meeting.seeing(FIRM, member.joined("2024-05-15", member.COMPANY))
    both = ("202126", member.COMPANY["code"])
    firm.when(hold("2024-05-15", organisations=both)).then(
        held("2024-05-15", organisations=both, private_present=True)
    )
    firm.when(hold("2024-05-14", organisations=both)).then(
        held("2024-05-14", organisations=both, private_present=False)
    )
    open_meeting.when(hold()).then(held(private_present=False))
    open_meeting.when(hold(organisations=both)).then(held(organisations=both))
    given(scheduled()).when(hold(organisations=())).then(held(organisations=()))
    for known in (True, False, None):
        given(scheduled(), held(private_present=known)).when(decide("2024-05-15")).then(
            decided("2024-05-15", private_present=known)
        )


def test_it_is_not_scheduled_for_a_day_that_is_past() -> None:
    """For the day itself it can be: much is entered afterwards."""
    runs = given().seeing(SERIES, begun())
    runs.when(schedule("2024-05-16", "2024-05-15")).refused(rules.PLANNED_FOR_THE_PAST)
    runs.when(schedule("2024-05-15", "2024-05-15")).then(scheduled("2024-05-15", "2024-05-15"))


def test_it_is_moved_as_often_as_need_be() -> None:
    """However long it then is since the one before: a rhythm is no rule."""
    planned = given(scheduled("2024-08-01", "2024-08-14"), moved("2024-08-05", "2024-08-21"))
    planned.when(move("2024-08-20", "2024-09-11")).then(moved("2024-08-20", "2024-09-11"))
    planned.when(move("2024-08-22", "2024-08-21")).refused(rules.PLANNED_FOR_THE_PAST)
    planned.when(move("2024-07-31", "2024-08-21")).refused(rules.BEFORE_SCHEDULING)
    given(scheduled(), held()).when(move("2024-05-15", "2024-05-16")).refused(rules.SETTLED_ALREADY)


def test_it_is_held_on_its_day_or_another() -> None:
    """With one representative for each team that sent one."""
    planned = given(scheduled("2024-05-01", "2024-05-15"))
    planned.when(hold("2024-05-17")).then(held("2024-05-17"))
    planned.when(hold("2024-05-01")).then(held("2024-05-01"))
    planned.when(hold("2024-04-30")).refused(rules.BEFORE_SCHEDULING)
    given(scheduled(), held()).when(hold("2024-05-16")).refused(rules.SETTLED_ALREADY)
    twice = [{"team": "outreach", "person_id": SERIES}] * 2
    with pytest.raises(ValueError, match="one representative"):
        held(represented=twice)


def test_it_is_missed_and_nothing_is_wrong_with_that() -> None:
    """With why, in a word; a meeting that was held was not missed."""
    given(scheduled("2024-12-18", "2025-01-01")).when(miss("2025-01-01")).then(missed("2025-01-01"))
    given(scheduled("2024-12-18", "2025-01-01")).when(miss("2024-12-17")).refused(
        rules.BEFORE_SCHEDULING
    )
    given(scheduled(), held()).when(miss("2024-05-15")).refused(rules.SETTLED_ALREADY)


def test_an_absence_is_noted_of_a_team_that_nobody_represented() -> None:
    """Once for each meeting, and without a reason."""
    there = given(scheduled(), held("2024-05-15"))
    there.when(note_absence("2024-05-15")).then(absent("2024-05-15"))
    there.when(note_absence("2024-05-14")).refused(rules.NOT_HELD)
    there.when(note_absence("2024-05-15", "outreach")).refused(rules.TEAM_WAS_REPRESENTED)
    noted = given(scheduled(), held("2024-05-15"), absent("2024-05-15"))
    noted.when(note_absence("2024-05-16")).refused(rules.ABSENCE_NOTED_ALREADY)
    assert "reason" not in e.RepresentativeAbsent.model_fields


def test_a_decision_is_made_at_a_meeting() -> None:
    """In public words that name nobody, or sealed, or both."""
    there = given(scheduled(), held("2024-05-15"))
    there.when(decide("2024-05-15")).then(decided("2024-05-15"))
    there.when(decide("2024-05-14")).refused(rules.NOT_HELD)
    given(scheduled(), held(), decided("2024-05-15")).when(decide("2024-05-15")).refused(
        rules.DECISION_MADE_ALREADY
    )
    with pytest.raises(ValueError, match="public words"):
        Decided(decision=1)


def test_a_decision_leads_to_the_entry_that_followed() -> None:
    """To as many as there are; not before it was made."""
    made = given(scheduled(), held("2024-05-15"), decided("2024-05-15"))
    followed = made.knowing(PLAN, plan.submitted(), plan.kpi())
    followed.when(carry_out("2024-05-15")).then(carried_out("2024-05-15"))
    made.when(carry_out("2024-05-15")).refused(NOTHING_FOLLOWED)
    made.knowing(PLAN, plan.submitted()).when(carry_out("2024-05-15")).refused(NOTHING_FOLLOWED)
    made.when(carry_out("2024-05-14")).refused(rules.NO_SUCH_DECISION)
    made.when(carry_out("2024-05-15", decision=2)).refused(rules.NO_SUCH_DECISION)
    later = given(*LIFE).knowing(PLAN, plan.submitted(), plan.kpi())
    later.when(carry_out("2024-07-01")).then(carried_out("2024-07-01"))


def test_an_action_is_a_teams_or_an_organisations() -> None:
    """Due on the day itself at the earliest, under a decision of this meeting or none."""
    made = given(scheduled(), held("2024-05-15"), decided("2024-05-15"))
    made.when(assign("2024-05-15", due="2024-05-15", decision=1)).then(
        assigned("2024-05-15", due="2024-05-15", decision=1)
    )
    made.when(assign("2024-05-15", due="2024-05-14")).refused(rules.DUE_BEFORE_ASSIGNED)
    made.when(assign("2024-05-15", decision=2)).refused(rules.NO_SUCH_DECISION)
    made.when(assign("2024-05-14")).refused(rules.NOT_HELD)
    given(*LIFE).when(assign("2024-05-16")).refused(rules.ACTION_ASSIGNED_ALREADY)
    of_member = {"assignee": "member", "assignee_code": "202126"}
    assert Action.model_validate(ACTION | of_member).assignee_code == "202126"
    with pytest.raises(ValueError, match="a team is one of"):
        Action.model_validate(ACTION | of_member | {"assignee": "team"})


def test_an_action_is_closed_or_dropped_once() -> None:
    """After it was assigned."""
    given_out = (scheduled(), held("2024-05-15"), assigned("2024-05-15"))
    given(*given_out).when(close("2024-05-15")).then(done("2024-05-15"))
    given(*given_out).when(close("2024-05-14")).refused(rules.NO_SUCH_ACTION)
    given(*given_out).when(drop("2024-05-20")).then(dropped("2024-05-20"))
    given(*given_out).when(drop("2024-05-20", action=2)).refused(rules.NO_SUCH_ACTION)
    given(*given_out, dropped("2024-05-20")).when(close("2024-05-21")).refused(rules.ACTION_SETTLED)
    given(*given_out, done("2024-05-20")).when(drop("2024-05-21")).refused(rules.ACTION_SETTLED)


def test_entries_are_corrected_as_far_as_others_allow() -> None:
    """Nothing may come to lie before what it builds on."""
    told = given(*LIFE)
    told.when(correct(3, others=5)).then(corrected(3, others=5))
    told.when(correct(2, planned_for="2024-05-09")).refused(rules.PLANNED_FOR_THE_PAST)
    told.when(correct(3, effective_on="2024-05-17")).refused(rules.NOT_HELD)
    told.when(correct(4, team="outreach")).refused(rules.TEAM_WAS_REPRESENTED)
    told.when(correct(5, effective_on="2024-05-17")).refused(rules.NO_SUCH_DECISION)
    told.when(correct(6, due="2024-05-15")).refused(rules.DUE_BEFORE_ASSIGNED)
    told.when(correct(7, effective_on="2024-05-15")).refused(rules.NO_SUCH_ACTION)


def test_entries_are_voided_as_far_as_nothing_builds_on_them() -> None:
    """The holding of a meeting not while something was decided at it."""
    told = given(*LIFE)
    told.when(void(8)).then(voided(8))
    told.when(void(3)).refused(rules.NOT_HELD)
    told.when(void(5)).refused(rules.NO_SUCH_DECISION)
    told.when(void(6)).refused(rules.NO_SUCH_ACTION)
    given(scheduled(), missed("2024-05-15"), voided(2)).when(hold()).then(held())
