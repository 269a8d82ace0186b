"""Who is a member, of which kind, from which day, until which day."""

from typing import Any

import pytest
from pydantic import ValidationError

from domain.base.event import Event
from domain.base.mend import BEFORE_THE_BEGINNING, CORRECTION_INVALID
from domain.consortium import commands as c
from domain.consortium import events as e
from domain.consortium import rules
from tests.domain.consortium.examples import (
    COMPANY,
    CONSORTIUM,
    ITOIGAWA,
    LIFE,
    MEMBERSHIP,
    NAGANO,
    OMACHI,
    PROFESSIONAL,
    correct_member,
    formed,
    invite,
    invited,
    join,
    joined,
    leave,
    left,
    membership_corrected,
    membership_voided,
    rejoin,
    rejoined,
    turn_down,
    turned_down,
    void_member,
)
from tests.given import Given, day, given

SAKU: dict[str, Any] = OMACHI | {"code": "202177", "name": "佐久市"}


def record(*history: Event) -> Given:
    """Give a member's record under a consortium formed on 1 May 2024."""
    return given(*history).seeing(CONSORTIUM, formed("2024-05-01"))


@pytest.mark.parametrize("who", [OMACHI, ITOIGAWA, NAGANO, COMPANY, PROFESSIONAL])
def test_a_member_joins(who: dict[str, Any]) -> None:
    """Of whichever kind: the event says kind, code and name, and a person's name is sealed."""
    record().when(join("2024-06-01", who)).then(joined("2024-06-01", who))


@pytest.mark.parametrize("who", [OMACHI, NAGANO, COMPANY, PROFESSIONAL])
def test_a_member_is_invited(who: dict[str, Any]) -> None:
    """Invited is not a member yet."""
    record().when(invite("2024-05-10", who)).then(invited("2024-05-10", who))


def test_a_corporation_is_a_member_by_its_corporate_number() -> None:
    """As a company is; the two kinds have one stream for one number."""
    corporation = COMPANY | {"kind": e.MemberKind.CORPORATION}
    record().when(join(who=corporation)).then(joined(who=corporation))
    assert join(who=corporation).opens() == join(who=COMPANY).opens()


def test_each_member_has_a_stream_of_its_own() -> None:
    """By code, and by what kind of code it is."""
    everyone = (OMACHI, ITOIGAWA, NAGANO, COMPANY, PROFESSIONAL)
    numbered = PROFESSIONAL | {"code": OMACHI["code"]}
    assert len({join(who=who).opens() for who in (*everyone, numbered)}) == 6
    assert invite(who=OMACHI).opens() == join(who=OMACHI).opens()


def test_who_was_invited_joins() -> None:
    """Or declines, without a reason."""
    record(invited("2024-05-10")).when(join("2024-06-01")).then(joined("2024-06-01"))
    record(invited("2024-05-10")).when(turn_down("2024-06-01")).then(turned_down("2024-06-01"))


def test_nobody_joins_what_is_not_formed() -> None:
    """From the day of forming on; and there has to be a consortium."""
    record().when(join("2024-04-30")).refused(rules.NOT_FORMED)
    record().when(join("2024-05-01")).then(joined("2024-05-01"))
    record().when(invite("2024-04-30")).refused(rules.NOT_FORMED)
    record().when(invite("2024-05-01")).then(invited("2024-05-01"))
    given().when(join("2024-06-01")).refused(rules.NOT_FORMED)
    given().when(invite("2024-06-01")).refused(rules.NOT_FORMED)


def test_a_code_and_a_name_of_two_municipalities_are_refused() -> None:
    """A mistyped code can be another valid one; its name tells."""
    mistyped = ITOIGAWA | {"code": "152111"}
    record().when(join(who=mistyped)).refused(rules.NAME_OF_ANOTHER)
    record().when(invite(who=mistyped, confirmed=True)).refused(rules.NAME_OF_ANOTHER)


def test_a_municipality_that_is_not_on_our_list_is_confirmed_by_a_person() -> None:
    """Nothing is guessed, and nobody is kept out."""
    record().when(join(who=SAKU)).refused(rules.NAME_UNCONFIRMED)
    record().when(invite(who=SAKU)).refused(rules.NAME_UNCONFIRMED)
    record().when(join(who=SAKU, confirmed=True)).then(joined(who=SAKU))


def test_a_prefecture_is_no_municipality() -> None:
    """Which of the two a member is decides whether it is counted."""
    as_municipality = NAGANO | {"kind": e.MemberKind.MUNICIPALITY}
    as_prefecture = OMACHI | {"kind": e.MemberKind.PREFECTURE}
    record().when(join(who=as_municipality)).refused(rules.CODE_OF_ANOTHER_KIND)
    record().when(invite(who=as_prefecture)).refused(rules.CODE_OF_ANOTHER_KIND)


@pytest.mark.parametrize(
    ("who", "wrong"),
    [
        (OMACHI, {"code": "202127"}),
        (COMPANY, {"code": "8000000000002"}),
        (COMPANY, {"code": "202126"}),
        (COMPANY, {"name": None}),
        (COMPANY, {"person_id": MEMBERSHIP}),
        (OMACHI, {"personal_name": "架空 太郎"}),
        (PROFESSIONAL, {"person_id": None}),
        (PROFESSIONAL, {"personal_name": None}),
    ],
)
def test_a_kind_of_member_has_its_kind_of_code_and_name(
    who: dict[str, Any], wrong: dict[str, Any]
) -> None:
    """A code's check digit fits; an organisation has a name, and a professional is a person."""
    with pytest.raises(ValidationError):
        join(who=who | wrong)
    with pytest.raises(ValidationError):
        joined(who=who | wrong)


def test_a_code_is_kept_in_its_standard_form() -> None:
    """Full-width digits or a missing check digit do not make another member."""
    typed = join(who=OMACHI | {"code": "２０２１２"})
    assert typed.code == "202126"
    assert typed.opens() == join().opens()


def test_members_belong_to_no_programme() -> None:
    """A figure about members counts the common register; a joining elsewhere would be missed."""
    with pytest.raises(ValidationError):
        c.JoinConsortium.model_validate(
            {**OMACHI, "effective_on": "2024-06-01", "consortium_id": CONSORTIUM}
            | {"programme": "grant:dx-r6"}
        )


def test_an_invitation_waits_for_one_answer() -> None:
    """Neither a second invitation nor a second answer."""
    record(invited("2024-05-10")).when(invite("2024-05-10")).refused(rules.INVITED_ALREADY)
    declined = record(invited("2024-05-10"), turned_down("2024-05-20"))
    declined.when(turn_down("2024-05-21")).refused(rules.NOT_INVITED)
    declined.when(invite("2025-05-10")).then(invited("2025-05-10"))
    declined.when(join("2025-05-10")).then(joined("2025-05-10"))


def test_nobody_is_invited_between_two_last_days() -> None:
    """One of the two is a mistake, and is voided first."""
    record(joined("2024-05-01"), left(last_day="2025-03-31"), left(last_day="2024-12-31")).when(
        invite("2025-01-10")
    ).refused(rules.NOT_A_MEMBER)


def test_only_who_is_invited_declines() -> None:
    """Not before the invitation, nor after joining."""
    record(invited("2024-05-10")).when(turn_down("2024-05-09")).refused(rules.NOT_INVITED)
    record(joined("2024-06-01")).when(turn_down("2024-06-02")).refused(rules.NOT_INVITED)


def test_a_member_is_not_invited() -> None:
    """Up to the last day; afterwards it can be."""
    leaves = record(joined("2024-06-01"), left(last_day="2025-03-31"))
    for on in ("2024-06-01", "2025-03-31"):
        leaves.when(invite(on)).refused(rules.MEMBER_ALREADY)
    leaves.when(invite("2025-04-01")).then(invited("2025-04-01"))


def test_a_member_joins_once() -> None:
    """A wrong day is corrected; after a leaving there is a rejoining."""
    record(joined("2024-06-01")).when(join("2024-05-15")).refused(rules.JOINED_BEFORE)
    record(joined("2024-06-01"), left(last_day="2025-03-31")).when(join("2025-06-01")).refused(
        rules.JOINED_BEFORE
    )


def test_a_member_leaves_after_the_last_day() -> None:
    """Asked for is the last day; the leaving takes effect on the day after it."""
    given(joined()).when(leave("2025-03-31")).then(
        e.MemberLeft(
            effective_on=day("2025-04-01"),
            last_day=day("2025-03-31"),
            kind=e.MemberKind.MUNICIPALITY,
            code="202126",
        )
    )


def test_a_leaving_and_its_last_day_cannot_disagree() -> None:
    """Whoever counts by the one day and whoever reads the other come to the same."""
    with pytest.raises(ValidationError, match="day after the last day"):
        e.MemberLeft(
            effective_on=day("2025-03-31"),
            last_day=day("2025-03-31"),
            kind=e.MemberKind.MUNICIPALITY,
            code="202126",
        )
    given(joined(), left(last_day="2025-03-31")).when(
        correct_member(2, last_day="2025-02-28")
    ).refused(CORRECTION_INVALID)


def test_only_a_member_leaves() -> None:
    """On the first and the last day they are one; before and after, and when invited, not."""
    was_here = given(joined("2024-06-01"), left(last_day="2025-03-31"))
    for on in ("2024-05-31", "2025-04-01"):
        was_here.when(leave(on)).refused(rules.NOT_A_MEMBER)
    given(joined("2024-06-01")).when(leave("2024-06-01")).then(left(last_day="2024-06-01"))
    given(invited("2024-05-10")).when(leave("2024-05-20")).refused(rules.NOT_A_MEMBER)


def test_a_leaving_is_recorded_once() -> None:
    """With an earlier last day it is another statement."""
    leaves = given(joined("2024-06-01"), left(last_day="2025-03-31"))
    leaves.when(leave("2025-03-31")).refused(rules.LEAVING_RECORDED)
    leaves.when(leave("2025-03-30")).then(left(last_day="2025-03-30"))
    # Entered again, it would undo the rejoining of the day after.
    back = given(joined("2024-06-01"), left(last_day="2025-03-31"), rejoined("2025-04-01"))
    back.when(leave("2025-03-31")).refused(rules.LEAVING_RECORDED)


def test_a_member_rejoins() -> None:
    """From the day after the last; kind and code are what they were."""
    was_here = given(joined("2024-06-01"), left(last_day="2025-03-31"))
    was_here.when(rejoin("2025-04-01")).then(rejoined("2025-04-01"))
    was_here.when(rejoin("2025-03-31")).refused(rules.MEMBER_ALREADY)
    given(*LIFE).when(rejoin("2025-06-01")).refused(rules.MEMBER_ALREADY)
    given(*LIFE).when(leave("2025-12-31")).then(left(last_day="2025-12-31"))


def test_who_never_left_does_not_rejoin() -> None:
    """Not before joining, nor when only invited."""
    given(joined("2024-06-01")).when(rejoin("2024-05-31")).refused(rules.NEVER_JOINED)
    given(invited("2024-05-10")).when(rejoin("2024-06-01")).refused(rules.NEVER_JOINED)


def test_an_entry_is_corrected() -> None:
    """The day of joining, but not who it is: void it and record it anew."""
    given(*LIFE).when(correct_member(2, effective_on="2024-06-15")).then(
        membership_corrected("2025-06-01", 2, effective_on="2024-06-15")
    )
    given(*LIFE).when(correct_member(2, code="152161")).refused(CORRECTION_INVALID)
    given(*LIFE).when(correct_member(2, kind="prefecture")).refused(CORRECTION_INVALID)


def test_a_corrected_joining_counts_from_its_corrected_day() -> None:
    """The rules see what was true, not what had been typed."""
    put_right = membership_corrected("2024-07-01", 1, effective_on="2024-06-15")
    given(joined("2024-06-01"), put_right).when(leave("2024-06-14")).refused(rules.NOT_A_MEMBER)


def test_a_leaving_is_voided() -> None:
    """Then they are a member as before."""
    given(*LIFE[:3]).when(void_member(3)).then(membership_voided("2025-06-01", 3))
    given(*LIFE[:3], membership_voided("2025-04-01", 3)).when(leave("2025-04-30")).then(
        left(last_day="2025-04-30")
    )


def test_a_voided_joining_can_be_recorded_anew() -> None:
    """It had never held."""
    record(joined("2024-06-01"), membership_voided("2024-06-02", 1)).when(join("2024-07-01")).then(
        joined("2024-07-01")
    )


def test_nobody_joins_before_they_were_invited() -> None:
    """A day of joining before that of the invitation or its declining is one of two mistakes."""
    record(invited("2024-05-10")).when(join("2024-05-09")).refused(rules.LATER_INVITATION)
    record(invited("2024-05-10")).when(join("2024-05-10")).then(joined("2024-05-10"))
    declined = record(invited("2024-05-10"), turned_down("2024-05-20"))
    declined.when(join("2024-05-15")).refused(rules.LATER_INVITATION)
    again = (joined("2024-06-01"), left(last_day="2025-03-31"), invited("2025-05-10"))
    given(*again).when(rejoin("2025-05-09")).refused(rules.LATER_INVITATION)
    given(*again).when(rejoin("2025-05-10")).then(rejoined("2025-05-10"))


def test_a_rejoining_recorded_late_does_not_double_a_later_one() -> None:
    """Between the leaving and the rejoining there is no second one: correct its day."""
    given(*LIFE).when(rejoin("2025-05-01")).refused(rules.MEMBER_ALREADY)


def test_mending_leaves_an_order_that_could_have_been_recorded() -> None:
    """What builds on an entry is mended before it."""
    given(*LIFE).when(void_member(3)).refused(rules.MEMBER_ALREADY)
    given(*LIFE).when(void_member(2)).refused(rules.NOT_A_MEMBER)
    given(*LIFE).when(correct_member(2, effective_on="2025-05-01")).refused(rules.NOT_A_MEMBER)
    given(invited("2024-05-10"), turned_down("2024-05-20"), invited("2024-06-01")).when(
        correct_member(1, effective_on="2024-05-21")
    ).refused(BEFORE_THE_BEGINNING)
    twice = (joined("2024-06-01"), left(last_day="2025-03-31"), invited("2025-05-10"))
    given(*twice, turned_down("2025-05-20")).when(void_member(3)).refused(rules.NOT_INVITED)
    given(*twice).when(void_member(2)).refused(rules.LATER_INVITATION)


def test_a_member_nobody_recorded_is_not_found() -> None:
    """There is nothing to leave."""
    given().when(leave("2025-03-31")).not_found()


def test_nobody_is_invited_between_two_statements_of_one_leaving() -> None:
    """The later one would then be of somebody who is no member."""
    leaves = record(joined("2024-06-01"), left(last_day="2025-03-31"), left(last_day="2025-03-30"))
    leaves.when(invite("2025-03-31")).refused(rules.NOT_A_MEMBER)
    leaves.when(invite("2025-04-01")).then(invited("2025-04-01"))
