"""How a worker gets a mentor, and how there is only ever one."""

from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.base.event import Event
from domain.base.mend import CORRECTION_INVALID
from domain.mentorship import commands as c
from domain.mentorship import events as e
from domain.mentorship import rules
from tests.domain.mentorship.examples import (
    BEFORE,
    LIFE,
    RUNNING,
    SABURO,
    accept,
    accepted,
    completed,
    correct,
    decline,
    declined,
    end,
    ended,
    mentorship_voided,
    propose,
    proposed,
    reassign,
    reassigned,
    request,
    requested,
    void,
)
from tests.domain.worker.examples import HANAKO, WORKER, left, moved, registered
from tests.given import Given, day, given

ON_ROLL = given().seeing(WORKER, registered("2024-04-01"), left(last_day="2025-03-31"))


def after(*first: Event) -> Given:
    """Let a mentorship go before, on the worker's record too."""
    return given().seeing(WORKER, registered("2024-04-01")).seeing(BEFORE, *first)


def test_a_mentorship_is_requested() -> None:
    """It takes over the person and the municipality of that day from the worker's record."""
    ON_ROLL.when(request("2024-05-01")).then(requested("2024-05-01"))


def test_the_municipality_is_that_of_the_day() -> None:
    """A later move does not change where the worker lived when asking."""
    lives = given().seeing(WORKER, registered("2024-04-01"), moved("2024-10-01", "202177"))
    (before,) = lives.when(request("2024-09-30")).recorded
    (since,) = lives.when(request("2024-10-01")).recorded
    assert isinstance(before, e.MentorshipRequested)
    assert isinstance(since, e.MentorshipRequested)
    assert (before.municipality, since.municipality) == ("203246", "202177")


def test_a_mentorship_is_requested_once() -> None:
    """The ordinal is that of one mentorship."""
    given(requested()).when(request()).refused(rules.REQUESTED_ALREADY)


def test_only_a_worker_on_the_roll_gets_a_mentor() -> None:
    """From the first to the last day of the registration."""
    for on in ("2024-03-31", "2025-04-01"):
        ON_ROLL.when(request(on)).refused(rules.MENTEE_NOT_ON_ROLL)
    for on in ("2024-04-01", "2025-03-31"):
        ON_ROLL.when(request(on)).then(requested(on))


def test_only_a_worker_gets_a_mentor() -> None:
    """There has to be a worker at all."""
    given().when(request()).refused(rules.MENTEE_NOT_ON_ROLL)


def test_a_second_mentorship_follows_the_first() -> None:
    """It names the first, which is over on that day."""
    over = after(requested("2024-05-01"), ended("2024-06-30"))
    over.when(request("2024-06-30", ordinal=2, before=BEFORE)).then(
        requested("2024-06-30", ordinal=2)
    )
    over.when(request("2024-06-29", ordinal=2, before=BEFORE)).refused(rules.BEFORE_NOT_OVER)


def test_nobody_has_two_mentorships_at_once() -> None:
    """One that is not over stands in the way of the next."""
    after(*RUNNING).when(request("2024-07-01", ordinal=2, before=BEFORE)).refused(
        rules.BEFORE_NOT_OVER
    )


def test_a_further_mentorship_names_the_one_right_before() -> None:
    """Not none, not one of its own number, not one of another worker."""
    over = after(requested("2024-05-01"), ended("2024-06-30"))
    over.when(request("2024-07-01", ordinal=2)).refused(rules.BEFORE_NOT_OVER)
    over.when(request("2024-07-01", ordinal=1, before=BEFORE)).refused(rules.BEFORE_NOT_OVER)
    over.when(request("2024-07-01", ordinal=3, before=BEFORE)).refused(rules.BEFORE_NOT_OVER)
    other = requested("2024-05-01").model_copy(update={"mentee": UUID(int=9)})
    after(other, ended("2024-06-30")).when(request("2024-07-01", ordinal=2, before=BEFORE)).refused(
        rules.BEFORE_NOT_OVER
    )


def test_each_mentorship_has_a_stream_of_its_own() -> None:
    """By worker and ordinal."""
    assert len({request().opens(), request(ordinal=2).opens()}) == 2


def test_a_mentor_is_proposed() -> None:
    """With codes for the reasons, in the mentorship's programme."""
    given(requested()).when(propose("2024-05-10")).then(proposed("2024-05-10"))


def test_a_proposal_has_a_reason() -> None:
    """At least one code."""
    with pytest.raises(ValidationError):
        c.ProposeMentor(
            effective_on=day("2024-05-10"), mentorship_id=WORKER, mentor=SABURO, reasons=()
        )


def test_nobody_mentors_themselves() -> None:
    """Neither by proposal nor by taking over."""
    given(requested()).when(propose("2024-05-10", HANAKO)).refused(rules.OWN_MENTOR)
    given(*RUNNING).when(reassign("2024-06-01", HANAKO)).refused(rules.OWN_MENTOR)


def test_one_proposal_is_open_at_a_time() -> None:
    """The next one comes after an answer."""
    given(requested(), proposed("2024-05-10")).when(propose("2024-05-11", SABURO)).refused(
        rules.PROPOSAL_OPEN
    )
    given(requested(), proposed("2024-05-10"), declined("2024-05-12")).when(
        propose("2024-05-12", SABURO)
    ).then(proposed("2024-05-12", SABURO))


def test_who_has_a_mentor_is_proposed_no_other() -> None:
    """A change of mentor is a reassignment."""
    given(*RUNNING).when(propose("2024-06-01", SABURO)).refused(rules.HAS_A_MENTOR)


def test_a_proposal_is_accepted() -> None:
    """The event says who is mentor now."""
    given(requested(), proposed("2024-05-10")).when(accept("2024-05-20")).then(
        accepted("2024-05-20")
    )


def test_a_proposal_is_declined_without_a_reason() -> None:
    """There is no field for one."""
    given(requested(), proposed("2024-05-10")).when(decline("2024-05-20")).then(
        declined("2024-05-20")
    )
    assert set(e.ProposalDeclined.model_fields) == {"effective_on", "programme"}


def test_what_nobody_proposed_is_not_answered() -> None:
    """Neither before a proposal nor after its answer."""
    given(requested()).when(accept("2024-05-20")).refused(rules.NO_PROPOSAL)
    given(requested()).when(decline("2024-05-20")).refused(rules.NO_PROPOSAL)
    answered = given(requested(), proposed("2024-05-10"), declined("2024-05-12"))
    answered.when(accept("2024-05-20")).refused(rules.NO_PROPOSAL)
    given(*RUNNING).when(decline("2024-05-21")).refused(rules.NO_PROPOSAL)


def test_steps_follow_one_another_by_their_days() -> None:
    """On the same day is early enough; a day before is not."""
    asked = given(requested("2024-05-01"))
    asked.when(propose("2024-04-30")).refused(rules.LATER_ENTRIES)
    asked.when(propose("2024-05-01")).then(proposed("2024-05-01"))
    waiting = given(requested("2024-05-01"), proposed("2024-05-10"))
    waiting.when(accept("2024-05-09")).refused(rules.LATER_ENTRIES)
    waiting.when(accept("2024-05-10")).then(accepted("2024-05-10"))
    waiting.when(decline("2024-05-09")).refused(rules.LATER_ENTRIES)
    waiting.when(decline("2024-05-10")).then(declined("2024-05-10"))


def test_after_the_end_nothing_is_proposed_or_answered() -> None:
    """An open proposal ends with the mentorship."""
    over = given(requested(), proposed("2024-05-10"), ended("2024-05-31"))
    over.when(propose("2024-06-01")).refused(rules.OVER_ALREADY)
    over.when(accept("2024-06-01")).refused(rules.OVER_ALREADY)
    over.when(decline("2024-06-01")).refused(rules.OVER_ALREADY)


def test_another_mentor_takes_over() -> None:
    """From that day on, with a code for the reason."""
    given(*RUNNING).when(reassign("2024-07-20")).then(reassigned("2024-07-20"))


def test_a_mentor_does_not_take_over_from_themselves() -> None:
    """Who is mentor on that day already is no other."""
    given(*RUNNING, reassigned("2024-07-20")).when(reassign("2024-07-21", SABURO)).refused(
        rules.SAME_MENTOR
    )


def test_a_mentor_takes_over_only_while_it_runs() -> None:
    """Neither before there was a mentor nor after the end."""
    given(requested()).when(reassign("2024-06-01")).refused(rules.NOT_RUNNING)
    given(*RUNNING, completed("2024-08-31")).when(reassign("2024-09-01")).refused(rules.NOT_RUNNING)


def test_a_change_of_mentor_comes_after_all_that_is_recorded() -> None:
    """Sessions already recorded name the mentor of their day."""
    given(*RUNNING, reassigned("2024-07-20")).when(reassign("2024-07-19", UUID(int=0xA4))).refused(
        rules.LATER_ENTRIES
    )


def test_a_mentor_is_not_corrected_into_another() -> None:
    """Other events name the same person: void the entry and record it anew."""
    given(*RUNNING).when(correct(2, mentor=str(HANAKO))).refused(CORRECTION_INVALID)


def test_an_acceptance_can_be_voided() -> None:
    """Then the proposal waits for its answer again."""
    given(*RUNNING).when(void(3)).then(mentorship_voided("2025-01-10", 3))
    given(*RUNNING, mentorship_voided("2024-05-21", 3)).when(accept("2024-05-22")).then(
        accepted("2024-05-22")
    )


def test_a_completion_can_be_voided() -> None:
    """Then the mentorship runs on."""
    reopened = given(*LIFE, mentorship_voided("2024-09-05", len(LIFE)))
    reopened.when(end("2024-09-10")).then(ended("2024-09-10"))


def test_a_mentorship_nobody_requested_is_not_found() -> None:
    """There is nothing to act on."""
    given().when(propose("2024-05-10")).not_found()
