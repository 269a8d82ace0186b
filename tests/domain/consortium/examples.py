"""Events and commands of the consortium and its members, all members' acts being made up."""

from typing import Any
from uuid import UUID

from domain.base.event import Event
from domain.consortium import commands as c
from domain.consortium import events as e
from tests.given import day, sealed

CONSORTIUM = UUID(int=0x1A)
MEMBERSHIP = UUID(int=0x1B)
DOCUMENT = UUID(int=0xD2)
TARO = UUID(int=0xA5)
PROVISIONAL = "越県・越境コンソーシアム（仮）"

OMACHI: dict[str, Any] = {
    "kind": e.MemberKind.MUNICIPALITY, "code": "202126", "name": "大町市"
}  # fmt: skip
ITOIGAWA: dict[str, Any] = {
    "kind": e.MemberKind.MUNICIPALITY, "code": "152161", "name": "糸魚川市"
}  # fmt: skip
NAGANO: dict[str, Any] = {"kind": e.MemberKind.PREFECTURE, "code": "200000", "name": "長野県"}
COMPANY: dict[str, Any] = {
    "kind": e.MemberKind.COMPANY, "code": "8000000000001", "name": "架空株式会社"
}  # fmt: skip
PROFESSIONAL: dict[str, Any] = {
    "kind": e.MemberKind.PROFESSIONAL,
    "code": "P-01",
    "name": "架空デザイン",
    "person_id": TARO,
    "personal_name": sealed("架空 太郎"),
}


def formed(on: str = "2024-05-01", name: str = PROVISIONAL) -> e.ConsortiumFormed:
    """The consortium was formed."""
    return e.ConsortiumFormed(effective_on=day(on), name=name)


def renamed(on: str, name: str) -> e.ConsortiumRenamed:
    """It got another name."""
    return e.ConsortiumRenamed(effective_on=day(on), name=name)


def concluded(on: str, version: int) -> e.AgreementConcluded:
    """A version of the agreement was concluded."""
    return e.AgreementConcluded(effective_on=day(on), agreement_version=version, document=DOCUMENT)


def amended(on: str, version: int, amends: int) -> e.AgreementAmended:
    """A version of the agreement amended an earlier one."""
    fields = {"agreement_version": version, "amends": amends, "parts": ["cost", "members"]}
    return e.AgreementAmended.model_validate({"effective_on": on, "document": DOCUMENT, **fields})


def corrected(on: str, version: int, **now: object) -> e.ConsortiumCorrected:
    """An entry of the consortium was wrong."""
    return e.ConsortiumCorrected(effective_on=day(on), corrects=version, now=now)


def voided(on: str, version: int) -> e.ConsortiumVoided:
    """An entry of the consortium never held."""
    return e.ConsortiumVoided(effective_on=day(on), voids=version)


def form(on: str = "2024-05-01", name: str = PROVISIONAL) -> c.FormConsortium:
    """Form it."""
    return c.FormConsortium(effective_on=day(on), name=name)


def rename(on: str, name: str) -> c.RenameConsortium:
    """Give it another name."""
    return c.RenameConsortium(effective_on=day(on), consortium_id=CONSORTIUM, name=name)


def conclude(on: str, version: int) -> c.ConcludeAgreement:
    """Conclude a version of the agreement."""
    return c.ConcludeAgreement(
        effective_on=day(on),
        consortium_id=CONSORTIUM,
        agreement_version=version,
        document=DOCUMENT,
    )


def amend(on: str, version: int, amends: int) -> c.AmendAgreement:
    """Amend the agreement."""
    fields = {"agreement_version": version, "amends": amends, "parts": ["cost", "members"]}
    return c.AmendAgreement.model_validate(
        {"effective_on": on, "consortium_id": CONSORTIUM, "document": DOCUMENT, **fields}
    )


def correct(version: int, **now: object) -> c.CorrectConsortium:
    """Correct an entry of the consortium."""
    return c.CorrectConsortium(
        effective_on=day("2025-06-01"), consortium_id=CONSORTIUM, version=version, now=now
    )


def void(version: int) -> c.VoidConsortium:
    """Void an entry of the consortium."""
    return c.VoidConsortium(
        effective_on=day("2025-06-01"), consortium_id=CONSORTIUM, version=version
    )


def invited(on: str, who: dict[str, Any] = OMACHI) -> e.MemberInvited:
    """Someone was invited."""
    return e.MemberInvited(effective_on=day(on), **who)


def turned_down(on: str, who: dict[str, Any] = OMACHI) -> e.InvitationDeclined:
    """They declined."""
    return e.InvitationDeclined(effective_on=day(on), kind=who["kind"], code=who["code"])


def joined(on: str = "2024-06-01", who: dict[str, Any] = OMACHI) -> e.MemberJoined:
    """They joined."""
    return e.MemberJoined(effective_on=day(on), **who)


def left(*, last_day: str, who: dict[str, Any] = OMACHI) -> e.MemberLeft:
    """They left after their last day."""
    last = day(last_day)
    return e.MemberLeft(
        effective_on=last.fromordinal(last.toordinal() + 1),
        last_day=last,
        kind=who["kind"],
        code=who["code"],
    )


def rejoined(on: str, who: dict[str, Any] = OMACHI) -> e.MemberRejoined:
    """They are back."""
    return e.MemberRejoined(effective_on=day(on), kind=who["kind"], code=who["code"])


def membership_corrected(on: str, version: int, **now: object) -> e.MembershipCorrected:
    """An entry of a member was wrong."""
    return e.MembershipCorrected(effective_on=day(on), corrects=version, now=now)


def membership_voided(on: str, version: int) -> e.MembershipVoided:
    """An entry of a member never held."""
    return e.MembershipVoided(effective_on=day(on), voids=version)


def shared(
    on: str, year: str = "R6", amount: int = 500_000, programme: str = "grant:dx-r6"
) -> e.CostShared:
    """A municipality bears so many yen of a year."""
    fields = {"fiscal_year": year, "amount": amount, "basis": "agreed", "programme": programme}
    who = {name: OMACHI[name] for name in ("kind", "code")}
    return e.CostShared.model_validate({"effective_on": on, **who, **fields})


def share(
    on: str, year: str = "R6", amount: int = 500_000, programme: str = "grant:dx-r6"
) -> c.ShareCost:
    """Let a member bear so many yen."""
    fields = {"fiscal_year": year, "amount": amount, "basis": "agreed", "programme": programme}
    return c.ShareCost.model_validate({"effective_on": on, "membership_id": MEMBERSHIP, **fields})


def invite(
    on: str = "2024-05-10", who: dict[str, Any] = OMACHI, *, confirmed: bool = False
) -> c.InviteMember:
    """Invite someone."""
    return c.InviteMember(
        effective_on=day(on), consortium_id=CONSORTIUM, name_confirmed=confirmed, **who
    )


def join(
    on: str = "2024-06-01", who: dict[str, Any] = OMACHI, *, confirmed: bool = False
) -> c.JoinConsortium:
    """Let someone join."""
    return c.JoinConsortium(
        effective_on=day(on), consortium_id=CONSORTIUM, name_confirmed=confirmed, **who
    )


def turn_down(on: str) -> c.DeclineInvitation:
    """Let them decline."""
    return c.DeclineInvitation(effective_on=day(on), membership_id=MEMBERSHIP)


def leave(last_day: str) -> c.LeaveConsortium:
    """Let them leave after this day."""
    return c.LeaveConsortium(effective_on=day(last_day), membership_id=MEMBERSHIP)


def rejoin(on: str) -> c.RejoinConsortium:
    """Let them be back."""
    return c.RejoinConsortium(effective_on=day(on), membership_id=MEMBERSHIP)


def correct_member(version: int, **now: object) -> c.CorrectMembership:
    """Correct an entry of a member."""
    return c.CorrectMembership(
        effective_on=day("2025-06-01"), membership_id=MEMBERSHIP, version=version, now=now
    )


def void_member(version: int) -> c.VoidMembership:
    """Void an entry of a member."""
    return c.VoidMembership(
        effective_on=day("2025-06-01"), membership_id=MEMBERSHIP, version=version
    )


LIFE: tuple[Event, ...] = (
    invited("2024-05-10"),
    joined("2024-06-01"),
    left(last_day="2025-03-31"),
    rejoined("2025-06-01"),
)
"""A municipality that was invited, joined, left and came back."""
