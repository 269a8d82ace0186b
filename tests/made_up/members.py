"""The made-up consortium: towns that join one after the other, and others that come and go."""

from datetime import date
from typing import Any, Final

from application.recorded import Reason
from domain.base.values.municipalities import Municipality
from domain.consortium import commands as c
from domain.consortium.events import AgreementPart, MemberKind, ShareBasis
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT, TOWNS, nobodys_number
from tests.made_up.stream import Stream
from tests.made_up.witnesses import Witnesses

NAME: Final = "架空コンソーシアム"
PROFESSIONAL: Final = "P-001"
COMPANIES: Final = ("架空ITサービス株式会社", "架空研修株式会社", "架空通信株式会社")


def formed(desk: Desk) -> Stream:
    """Form the consortium."""
    consortium = desk.open(c.FormConsortium, FIRST, why=Reason.DECISION, name=f"{NAME}（仮）")
    assert consortium is not None
    return consortium


def life(desk: Desk, consortium: Stream, joined: list[Stream]) -> Life:
    """Rename it, renew its agreement, and put right what was wrong in its record.

    Three of those who have joined by then become witnesses, until one retires.
    """
    seated: Witnesses | None = None
    for number, when in enumerate((FIRST, date(2025, 4, 1), date(2026, 4, 1)), start=1):
        yield when
        document = desk.paper() or desk.chance.uuid()
        if number < 3:
            desk.must(
                consortium, c.ConcludeAgreement, when, why=Reason.DECISION,
                agreement_version=number, document=document,
            )  # fmt: skip
        else:
            desk.must(
                consortium, c.AmendAgreement, when, why=Reason.DECISION, amends=number - 1,
                agreement_version=number, document=document, parts=(AgreementPart.COST,),
            )  # fmt: skip
            assert seated is not None
            seated.hand_over()
        yield date(when.year, 10, 1)
        if when.year == 2025:
            seated = Witnesses(desk, joined[:3])
        desk.must(
            consortium, c.RenameConsortium, desk.today, why=Reason.DECISION,
            name=f"{NAME}（{when.year}）",
        )  # fmt: skip
        renamed = len(consortium.history)
        yield date(when.year, 12, 2)
        desk.must(
            consortium, c.CorrectConsortium, desk.today, version=renamed,
            now={"name": f"{NAME}（{when.year}年度）"},
        )  # fmt: skip
    desk.must(consortium, c.VoidConsortium, desk.today, version=renamed)
    assert seated is not None
    seated.retire()


def town(desk: Desk, consortium: Stream, number: int, joined: list[Stream]) -> Life:
    """Let one of the towns join; the later ones are invited before, and one declines at first."""
    when = FIRST + desk.chance.days(0, 10) + number * desk.chance.days(40, 80)
    yield when
    who = _town(TOWNS[number], consortium)
    if number == 0:
        first = desk.open(c.JoinConsortium, when, consortium, why=Reason.DECISION, **who)
        assert first is not None
        joined.append(first)
        return
    invited = desk.open(c.InviteMember, when, consortium, **who)
    assert invited is not None
    if number == len(TOWNS) - 1:
        when += desk.chance.days(10, 30)
        yield when
        desk.must(invited, c.DeclineInvitation, when)
        when += desk.chance.days(100, 200)
        yield when
        desk.must(invited, c.InviteMember, when, consortium, **who)
    when += desk.chance.days(20, 60)
    yield when
    desk.must(invited, c.JoinConsortium, when, consortium, why=Reason.DECISION, **who)
    joined.append(invited)
    when += desk.chance.days(20, 60)
    yield when
    version = len(invited.history)
    day = invited.history[-1][1].effective_on - desk.chance.days(1, 5)
    desk.must(invited, c.CorrectMembership, when, version=version, now={"effective_on": day})
    for year in (2025, 2026):
        yield date(year, 9, 1)
        desk.ask(
            invited, c.ShareCost, desk.today, why=Reason.DECISION, programme=GRANT,
            fiscal_year=year, amount=desk.chance.thousands(100, 900), basis=ShareBasis.AGREED,
            evidence=desk.paper(),
        )  # fmt: skip


def company(desk: Desk, consortium: Stream, number: int, private: list[Stream]) -> Life:
    """Let a company join; its leaving is recorded months ahead, and once it comes back."""
    chance = desk.chance
    when = date(2024, 7, 1) + number * chance.days(100, 200)
    yield when
    joined = desk.open(
        c.JoinConsortium, when, consortium, consortium_id=consortium.id,
        kind=MemberKind.COMPANY, code=nobodys_number(number), name=COMPANIES[number],
    )  # fmt: skip
    assert joined is not None
    private.append(joined)
    when += chance.days(100, 150)
    yield when
    last_day = when + chance.days(90, 150)
    desk.must(joined, c.LeaveConsortium, last_day, why=Reason.REQUESTED)
    when = last_day + chance.days(30, 90)
    yield when
    desk.must(joined, c.RejoinConsortium, when, why=Reason.REQUESTED)
    if number == 0:
        when += chance.days(5, 30)
        yield when
        desk.must(joined, c.VoidMembership, when, version=len(joined.history))


def professional(desk: Desk, consortium: Stream, private: list[Stream]) -> Life:
    """Let an outside professional join."""
    when = date(2024, 9, 2)
    yield when
    joined = desk.open(
        c.JoinConsortium, when, consortium, consortium_id=consortium.id,
        kind=MemberKind.PROFESSIONAL, code=PROFESSIONAL, person_id=desk.chance.uuid(),
        personal_name=desk.chance.digest(),
    )  # fmt: skip
    assert joined is not None
    private.append(joined)


def membership_of(private: list[Stream], code: str) -> Stream | None:
    """Give the record of a private member, if it is entered by now."""
    return next((one for one in private if one.state.code == code), None)


def _town(town: Municipality, consortium: Stream) -> dict[str, Any]:
    return {
        "consortium_id": consortium.id,
        "kind": MemberKind.MUNICIPALITY,
        "code": town.code,
        "name": town.name,
    }
