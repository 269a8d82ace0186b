"""An adviser is engaged for a number of sessions; advice is adopted or not, and leads somewhere."""

from uuid import UUID

import pytest

from domain.advice import events as e
from domain.advice import rules
from domain.base.followed import NOTHING_FOLLOWED
from domain.base.mend import CORRECTION_INVALID
from domain.consortium.private import TIME_OF_ANOTHER
from tests.domain.advice.examples import (
    LIFE,
    PLAN,
    SENSEI,
    adopt,
    adopted,
    advise,
    carried_out,
    carry_out,
    correct,
    corrected,
    decline,
    declined,
    end,
    engage,
    engaged,
    given_advice,
    held,
    hold,
    over,
    void,
    voided,
)
from tests.domain.consortium import examples as member
from tests.domain.contract.examples import CONTRACT, concluded
from tests.domain.grant import examples as plan
from tests.given import given

ANSWERED = (*LIFE[:4],)
MEMBER = UUID(int=0x53)


def test_an_adviser_is_engaged_by_contract_or_for_an_honorarium() -> None:
    """Which of the two is data; a contract that is named has to be there."""
    known = given().seeing(CONTRACT, concluded())
    known.when(engage()).then(engaged())
    given().when(engage(basis="honorarium", contract_id=None)).then(
        engaged(basis="honorarium", contract_id=None)
    )
    given().when(engage()).refused(rules.CONTRACT_UNKNOWN)
    known.when(engage(contract_id=None)).refused(rules.CONTRACT_UNKNOWN)
    known.when(engage(basis="honorarium")).refused(rules.CONTRACT_UNKNOWN)
    given(engaged()).seeing(CONTRACT, concluded()).when(engage()).refused(rules.ENGAGED_ALREADY)


def test_for_a_day_at_least() -> None:
    """The last day is not before the first."""
    known = given().seeing(CONTRACT, concluded())
    known.when(engage(last_day="2024-05-01")).then(engaged(last_day="2024-05-01"))
    known.when(engage(last_day="2024-04-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)


def test_sessions_are_held_within_the_period() -> None:
    """As many as there are: 36 are what was agreed, not a limit, and not every week has one."""
    new = given(engaged())
    new.when(hold("2024-05-01")).then(held("2024-05-01"))
    new.when(hold("2024-04-30")).refused(rules.NOT_ENGAGED)
    new.when(hold("2025-02-28", 37)).then(held("2025-02-28", 37))
    new.when(hold("2025-03-01", 37)).refused(rules.NOT_ENGAGED)
    given(engaged(), held("2024-05-08")).when(hold("2024-05-15")).refused(
        rules.SESSION_HELD_ALREADY
    )


def test_a_session_says_whether_the_adviser_was_a_private_member() -> None:
    """By the membership that is named, on that day; where none is named, it is not known."""
    of_sensei = member.PROFESSIONAL | {"person_id": SENSEI}
    known = given(engaged()).seeing(MEMBER, member.joined("2024-05-08", of_sensei))
    known.when(hold("2024-05-08", membership_id=MEMBER)).then(
        held("2024-05-08", membership_id=MEMBER, private_member=True)
    )
    known.when(hold("2024-05-07", membership_id=MEMBER)).then(
        held("2024-05-07", membership_id=MEMBER, private_member=False)
    )
    known.when(hold("2024-05-08")).then(held("2024-05-08"))
    given(engaged()).when(hold("2024-05-08", membership_id=MEMBER)).refused(TIME_OF_ANOTHER)
    another = given(engaged()).seeing(MEMBER, member.joined("2024-05-08", member.PROFESSIONAL))
    another.when(hold("2024-05-08", membership_id=MEMBER)).refused(TIME_OF_ANOTHER)


def test_whose_time_it_was_is_put_right_together_with_what_follows() -> None:
    """Where a membership is found to have been recorded wrongly, the session does not follow."""
    told = given(*LIFE)
    both: dict[str, object] = {"membership_id": str(MEMBER), "private_member": True}
    told.when(correct(2, **both)).then(corrected(2, **both))
    told.when(correct(2, private_member=True)).refused(CORRECTION_INVALID)
    said = given(engaged(), held("2024-05-08", membership_id=MEMBER, private_member=False))
    said.when(correct(2, private_member=True)).then(corrected(2, private_member=True))


def test_an_adviser_can_end_before_the_period_is_over() -> None:
    """Not before a session that was held."""
    met = given(engaged(), held("2024-05-08"))
    met.when(end("2024-05-08")).then(over("2024-05-08"))
    met.when(end("2024-05-07")).refused(rules.NOT_ENGAGED)
    met.when(end("2025-03-01")).refused(rules.NOT_ENGAGED)
    ended = given(engaged(), over("2024-05-08"))
    ended.when(end("2024-05-07")).refused(rules.ENDED_ALREADY)
    ended.when(hold("2024-05-09")).refused(rules.NOT_ENGAGED)


def test_advice_is_given_in_a_session() -> None:
    """In public words, or sealed, or both; once under each number."""
    met = given(engaged(), held("2024-05-08"))
    met.when(advise("2024-05-08")).then(given_advice("2024-05-08"))
    met.when(advise("2024-05-07")).refused(rules.SESSION_NOT_HELD)
    met.when(advise("2024-05-08", session=2)).refused(rules.SESSION_NOT_HELD)
    given(*LIFE).when(advise("2024-06-10")).refused(rules.GIVEN_ALREADY)
    with pytest.raises(ValueError, match="public words"):
        e.Given(advice=1, session=1, topic=e.Topic.MONEY)


def test_advice_is_adopted_or_declined_once() -> None:
    """After it was given; why it was not adopted is a code."""
    told = given(*LIFE[:3])
    told.when(adopt("2024-05-08")).then(adopted("2024-05-08"))
    told.when(adopt("2024-05-07")).refused(rules.NO_SUCH_ADVICE)
    told.when(decline("2024-05-08")).then(declined("2024-05-08"))
    told.when(decline("2024-05-08", 2)).refused(rules.NO_SUCH_ADVICE)
    given(*ANSWERED).when(decline("2024-05-16")).refused(rules.ANSWERED_ALREADY)
    given(*LIFE).when(adopt("2024-06-06", 2)).refused(rules.ANSWERED_ALREADY)


def test_adopted_advice_leads_to_the_entry_that_followed() -> None:
    """Only advice that was adopted by then; to as many entries as there are."""
    told = given(*ANSWERED)
    followed = told.knowing(PLAN, plan.submitted(), plan.kpi())
    followed.when(carry_out("2024-05-15")).then(carried_out("2024-05-15"))
    told.when(carry_out("2024-05-15")).refused(NOTHING_FOLLOWED)
    told.knowing(PLAN, plan.submitted()).when(carry_out("2024-05-15")).refused(NOTHING_FOLLOWED)
    told.when(carry_out("2024-05-14")).refused(rules.NOT_ADOPTED)
    told.when(carry_out("2024-05-15", 2)).refused(rules.NO_SUCH_ADVICE)
    given(*LIFE).when(carry_out("2024-06-10", 2)).refused(rules.NOT_ADOPTED)
    later = given(*LIFE).knowing(PLAN, plan.submitted(), plan.kpi())
    later.when(carry_out("2024-06-10", 1)).then(carried_out("2024-06-10", 1))


def test_entries_are_corrected_as_far_as_others_allow() -> None:
    """Nothing may come to lie before what it builds on."""
    told = given(*LIFE)
    told.when(correct(2, minutes=90)).then(corrected(2, minutes=90))
    told.when(correct(1, number="A-2")).refused(CORRECTION_INVALID)
    told.when(correct(1, last_day="2024-04-30")).refused(rules.ENDS_BEFORE_IT_BEGINS)
    told.when(correct(1, first_day="2024-05-09")).refused(rules.NOT_ENGAGED)
    told.when(correct(2, session=2)).refused(rules.SESSION_HELD_ALREADY)
    told.when(correct(2, effective_on="2024-05-09")).refused(rules.SESSION_NOT_HELD)
    told.when(correct(3, effective_on="2024-05-16")).refused(rules.NO_SUCH_ADVICE)
    told.when(correct(4, effective_on="2024-06-04")).refused(rules.NOT_ADOPTED)


def test_entries_are_voided_as_far_as_nothing_builds_on_them() -> None:
    """An adoption not while something is said to have come of it."""
    told = given(*LIFE)
    told.when(void(5)).then(voided(5))
    told.when(void(4)).refused(rules.NOT_ADOPTED)
    told.when(void(2)).refused(rules.SESSION_NOT_HELD)
    told.when(void(3)).refused(rules.NO_SUCH_ADVICE)
    twice = given(*LIFE[:3], adopted("2024-05-15"), voided(4), declined("2024-05-16"))
    twice.when(void(6)).then(voided(6))
