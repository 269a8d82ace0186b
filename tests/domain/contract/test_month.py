"""Hours are a team's totals by the day: no person, no start, no end, no presence."""

from typing import Any
from uuid import UUID

from domain.base.mend import CORRECTION_INVALID
from domain.consortium.private import TIME_OF_ANOTHER
from domain.contract import events as e
from domain.contract import rules
from tests.domain.consortium import examples as member
from tests.domain.contract.examples import (
    CONTRACT,
    GRANT,
    NO_HOURS,
    amended,
    approve,
    approved,
    concluded,
    correct_hours,
    declare,
    declared,
    ended,
    renewed,
    void_hours,
)
from tests.given import Given, day, given

FIRM = UUID(int=0x44)


def under(*history: e.HoursDeclared | e.HoursApproved) -> Given:
    """Hours under a contract of three heads, from May to February."""
    return given(*history).seeing(CONTRACT, concluded())


def test_nobody_can_be_named_and_nothing_but_a_total_of_the_day() -> None:
    """What a person did when is not the orderer's to know."""
    named = {"person_id", "worker_id", "started", "ended", "start", "end", "from", "until", "note"}
    assert not named & e.HoursDeclared.model_fields.keys()
    assert "minutes" in e.HoursDeclared.model_fields


def test_a_days_total_is_declared_while_the_contract_is_in_force() -> None:
    """On its first and on its last day too."""
    under().when(declare("2024-05-01")).then(declared("2024-05-01"))
    under().when(declare("2024-04-30")).refused(rules.NOT_IN_FORCE)
    under().when(declare("2025-02-28")).then(declared("2025-02-28"))
    under().when(declare("2025-03-01")).refused(rules.NOT_IN_FORCE)
    given().when(declare("2024-05-01")).refused(rules.NOT_IN_FORCE)
    longer = given().seeing(
        CONTRACT, concluded(), renewed("2025-02-14", "2025-03-10", "2025-03-31")
    )
    longer.when(declare("2025-03-09")).refused(rules.NOT_IN_FORCE)
    longer.when(declare("2025-03-10")).then(declared("2025-03-10"))


def test_not_after_the_contract_was_ended_or_shortened() -> None:
    """Its end is the last day on which there can be hours."""
    over = given().seeing(CONTRACT, concluded(), ended("2024-10-31"))
    over.when(declare("2024-10-31")).then(declared("2024-10-31"))
    over.when(declare("2024-11-01")).refused(rules.NOT_IN_FORCE)
    shorter = given().seeing(CONTRACT, concluded(), amended("2024-06-01", "2024-10-31"))
    shorter.when(declare("2024-11-01")).refused(rules.NOT_IN_FORCE)


def test_only_what_is_agreed_by_the_hour_has_hours() -> None:
    """A contract for work is settled by what is delivered."""
    by_the_piece = given().seeing(CONTRACT, concluded(**NO_HOURS))
    by_the_piece.when(declare("2024-05-01")).refused(rules.NOT_BY_THE_HOUR)


def test_more_than_a_day_has_is_a_slip() -> None:
    """Three heads have seventy-two hours in a day."""
    under().when(declare("2024-05-01", 4320)).then(declared("2024-05-01", 4320))
    under().when(declare("2024-05-01", 4321)).refused(rules.BEYOND_THE_DAY)


def test_a_day_is_declared_once() -> None:
    """What was wrong is corrected, so that it can be seen that it was."""
    under(declared("2024-05-10")).when(declare("2024-05-10", 300)).refused(rules.DECLARED_ALREADY)
    under(declared("2024-05-10")).when(declare("2024-05-09")).then(declared("2024-05-09"))
    assert declare("2024-05-10").opens() == declare("2024-05-31").opens()
    assert declare("2024-05-31").opens() != declare("2024-06-01").opens()


def test_hours_say_whether_a_private_member_worked() -> None:
    """By the membership that is named, on that day; where none is named, it is not known."""
    by_firm = concluded(party="company", party_code=member.COMPANY["code"], team=None)
    joined = member.joined("2024-06-03", member.COMPANY)
    known = given().seeing(CONTRACT, by_firm).seeing(FIRM, joined)
    own: dict[str, Any] = {"membership_id": FIRM, "team": None}
    known.when(declare("2024-06-03", membership_id=FIRM)).then(
        declared("2024-06-03", private_member=True, **own)
    )
    known.when(declare("2024-06-02", membership_id=FIRM)).then(
        declared("2024-06-02", private_member=False, **own)
    )
    known.when(declare("2024-06-03")).then(declared("2024-06-03", team=None))
    town = given().seeing(CONTRACT, concluded(party_code="202126", team=None))
    public = town.seeing(FIRM, member.joined("2024-06-03"))
    public.when(declare("2024-06-03", membership_id=FIRM)).then(
        declared("2024-06-03", private_member=False, **own)
    )


def test_nobody_elses_membership_is_named() -> None:
    """It is that of the contract's party, or none."""
    firm = member.joined("2024-05-01", member.COMPANY)
    under().seeing(FIRM, firm).when(declare("2024-06-03", membership_id=FIRM)).refused(
        TIME_OF_ANOTHER
    )
    under().when(declare("2024-06-03", membership_id=FIRM)).refused(TIME_OF_ANOTHER)


def test_whose_hours_they_were_is_put_right_together_with_what_follows() -> None:
    """A day that was worked by a member, as it turned out."""
    both: dict[str, object] = {"membership_id": str(FIRM), "private_member": True}
    told = given(declared("2024-05-10"))
    told.when(correct_hours(1, **both)).then(
        e.HoursCorrected(effective_on=day("2024-07-01"), programme=GRANT, corrects=1, now=both)
    )
    told.when(correct_hours(1, private_member=True)).refused(CORRECTION_INVALID)


def test_what_is_declared_is_approved_day_by_day_as_it_stands() -> None:
    """Up to a day, which is not after the approval."""
    worked = given(declared("2024-05-10", 300), declared("2024-05-20", 400))
    worked.when(approve("2024-05-20", "2024-05-19")).then(
        approved("2024-05-20", "2024-05-19", ("2024-05-10", 300))
    )
    worked.when(approve("2024-05-31", "2024-05-31")).then(
        approved("2024-05-31", "2024-05-31", ("2024-05-10", 300), ("2024-05-20", 400))
    )
    worked.when(approve("2024-05-30", "2024-05-31")).refused(rules.APPROVED_BEFORE_WORKED)
    worked.when(approve("2024-05-20", "2024-05-09")).refused(rules.NOTHING_TO_APPROVE)


def test_what_is_approved_is_approved_again_only_if_it_changed() -> None:
    """A day that was corrected, or declared late, is open again; the others are not."""
    known = (declared("2024-05-10", 300), approved("2024-06-03", "2024-05-31", ("2024-05-10", 300)))
    again = approve("2024-06-10", "2024-05-31")
    given(*known).when(again).refused(rules.NOTHING_TO_APPROVE)
    fixed = e.HoursCorrected(
        effective_on=day("2024-06-05"), programme=GRANT, corrects=1, now={"minutes": 240}
    )
    given(*known, fixed).when(again).then(approved("2024-06-10", "2024-05-31", ("2024-05-10", 240)))
    given(*known, declared("2024-05-11", 60)).when(again).then(
        approved("2024-06-10", "2024-05-31", ("2024-05-11", 60))
    )


def test_a_days_total_is_corrected_and_not_moved() -> None:
    """Another day would be another entry."""
    given(declared("2024-05-10")).when(correct_hours(1, minutes=240)).then(
        e.HoursCorrected(
            effective_on=day("2024-07-01"), programme=GRANT, corrects=1, now={"minutes": 240}
        )
    )
    given(declared("2024-05-10")).when(correct_hours(1, effective_on="2024-06-10")).refused(
        CORRECTION_INVALID
    )


def test_a_day_that_was_voided_can_be_declared_anew() -> None:
    """As can the approval of it."""
    gone = e.HoursVoided(effective_on=day("2024-07-01"), programme=GRANT, voids=2)
    known = (declared("2024-05-09"), declared("2024-05-10"))
    given(*known).when(void_hours(2)).then(gone)
    given(*known, gone).seeing(CONTRACT, concluded()).when(declare("2024-05-10", 60)).then(
        declared("2024-05-10", 60)
    )
    gone_once = e.HoursVoided(effective_on=day("2024-07-01"), programme=GRANT, voids=2)
    returned = e.HoursVoided(effective_on=day("2024-07-02"), programme=GRANT, voids=3)
    twice = (*known, gone_once, returned)
    given(*twice).seeing(CONTRACT, concluded()).when(declare("2024-05-10", 60)).refused(
        rules.DECLARED_ALREADY
    )
