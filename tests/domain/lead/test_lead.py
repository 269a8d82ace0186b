"""From the first talk to won or lost; whatever cannot be is refused."""

import pytest

from domain.base import mend
from domain.base.command import Command
from domain.client import rules as client_rules
from domain.lead import rules
from tests.domain.client.examples import CLIENT, prospect
from tests.domain.engagement.examples import ENGAGEMENT, inquired, ordered
from tests.domain.lead.examples import (
    LIFE,
    correct,
    corrected,
    judge,
    judged,
    lose,
    lost,
    meet,
    met,
    open_lead,
    opened,
    plan,
    planned,
    propose,
    proposed,
    void,
    voided,
    win,
    won,
)
from tests.given import given

ORDER = (inquired("2024-06-01"), ordered("2024-06-10"))


def test_a_lead_is_opened_for_a_prospect_too() -> None:
    """From the day of its registration on."""
    given().seeing(CLIENT, prospect("2024-06-01")).when(open_lead("2024-06-01")).then(opened())
    given().seeing(CLIENT, prospect("2024-06-02")).when(open_lead("2024-06-01")).refused(
        client_rules.NOT_REGISTERED
    )
    given().when(open_lead()).refused(client_rules.NOT_REGISTERED)


def test_a_lead_has_a_number_and_a_programme_of_its_own() -> None:
    """A grant project's or a municipality's own."""
    given(opened()).seeing(CLIENT, prospect()).when(open_lead()).refused(rules.ALREADY_OPENED)
    asked = given().seeing(CLIENT, prospect())
    asked.when(open_lead(programme="common")).refused(rules.NEEDS_PROGRAMME)
    assert asked.when(open_lead(programme="own:203246")).broken is None


def test_what_is_done_about_a_lead_is_recorded_on_its_day() -> None:
    """Also later than what came after it, but not before the lead was opened."""
    going = given(opened("2024-06-01"), met("2024-07-01"))
    going.when(meet("2024-06-01")).then(met("2024-06-01"))
    going.when(propose("2024-06-01")).then(proposed("2024-06-01"))
    going.when(plan("2024-06-01", "2024-06-01")).then(planned("2024-06-01", "2024-06-01"))
    going.when(judge("2024-06-01")).then(judged("2024-06-01"))
    going.when(meet("2024-05-31")).refused(rules.BEFORE_EARLIER_ENTRY)
    going.when(propose("2024-05-31")).refused(rules.BEFORE_EARLIER_ENTRY)
    going.when(plan("2024-05-31")).refused(rules.BEFORE_EARLIER_ENTRY)
    going.when(judge("2024-05-31")).refused(rules.BEFORE_EARLIER_ENTRY)


def test_the_next_step_lies_ahead() -> None:
    """The same day is early enough."""
    given(opened()).when(plan("2024-06-02", "2024-06-01")).refused(rules.STEP_DUE_BEFORE_PLAN)


def test_a_lead_is_won_by_an_order() -> None:
    """By one that was received, on that day or later, and after all that was done about it."""
    going = given(opened("2024-05-01")).seeing(ENGAGEMENT, *ORDER)
    going.when(win("2024-06-10")).then(won("2024-06-10"))
    going.when(win("2024-06-09")).refused(rules.NEEDS_ORDER)
    given(opened()).when(win("2024-06-10")).refused(rules.NEEDS_ORDER)
    given(opened()).seeing(ENGAGEMENT, ORDER[0]).when(win("2024-06-10")).refused(rules.NEEDS_ORDER)
    talked = given(opened("2024-05-01"), met("2024-06-11")).seeing(ENGAGEMENT, *ORDER)
    talked.when(win("2024-06-10")).refused(rules.BEFORE_EARLIER_ENTRY)
    talked.when(win("2024-06-11")).then(won("2024-06-11"))


def test_a_lead_is_lost_with_a_reason() -> None:
    """On the day of its last entry or later."""
    given(opened(), met("2024-07-01")).when(lose("2024-07-01")).then(lost("2024-07-01"))
    given(opened(), met("2024-07-01")).when(lose("2024-06-30")).refused(rules.BEFORE_EARLIER_ENTRY)


def test_after_its_end_nothing_more_is_done_about_a_lead() -> None:
    """A client that comes back is a new lead."""
    ended = given(*LIFE).seeing(ENGAGEMENT, *ORDER)
    ended.when(meet("2024-07-01")).refused(rules.ENDED)
    ended.when(propose("2024-07-01")).refused(rules.ENDED)
    ended.when(plan("2024-07-01")).refused(rules.ENDED)
    ended.when(judge("2024-07-01")).refused(rules.ENDED)
    ended.when(win("2024-07-01")).refused(rules.ENDED)
    ended.when(lose("2024-07-01")).refused(rules.ENDED)


def test_a_lead_that_was_lost_by_mistake_goes_on() -> None:
    """Once the entry is voided."""
    gone = (opened(), lost("2024-07-01"))
    given(*gone).when(void(2)).then(voided("2025-01-01", 2))
    given(*gone, voided("2024-07-02", 2)).when(meet("2024-07-03")).then(met("2024-07-03"))
    given(*gone).when(void(1)).refused(mend.OTHERS_BUILD_ON_IT)


@pytest.mark.parametrize(
    "command",
    [
        correct(2, effective_on="2024-06-13"),
        correct(6, effective_on="2024-05-19"),
    ],
)
def test_a_mended_lead_ends_with_its_end(command: Command) -> None:
    """Nothing comes to lie after it."""
    given(*LIFE).when(command).refused(rules.BEFORE_EARLIER_ENTRY)


def test_a_mended_step_lies_ahead() -> None:
    """Whichever of its two days is corrected."""
    given(*LIFE).when(correct(4, due_day="2024-05-09")).refused(rules.STEP_DUE_BEFORE_PLAN)
    given(*LIFE).when(correct(4, due_day="2024-05-10")).then(
        corrected("2025-01-01", 4, due_day="2024-05-10")
    )


def test_whose_lead_it_is_and_which_order_came_of_it_are_not_corrected() -> None:
    """The rules rest on them."""
    given(*LIFE).when(correct(1, number="L-2")).refused(mend.CORRECTION_INVALID)
    given(*LIFE).when(correct(6, engagement_number="E-2")).refused(mend.CORRECTION_INVALID)
    given(*LIFE).when(correct(5, amount=900)).then(corrected("2025-01-01", 5, amount=900))
