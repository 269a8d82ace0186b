"""The membership of one member: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.values.fiscal_year import first_day, last_day
from domain.base.values.municipalities import check_municipality_name
from domain.consortium import commands as c
from domain.consortium import events as e
from domain.consortium import rules
from domain.consortium.consortium import Consortium
from domain.consortium.events import PRIVATE, PUBLIC_BODIES, MemberKind

ONE_DAY = timedelta(days=1)
_OF_A_PREFECTURE = "000"


class Standing(Enum):
    """How someone stands to the consortium."""

    INVITED = "invited"
    DECLINED = "declined"
    MEMBER = "member"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Membership:
    """One member, and how it stands from which day on; `person_id` is that of a professional.

    `shares` are the programmes and fiscal years of whose costs it bears a share.
    """

    kind: MemberKind
    code: str
    person_id: UUID | None
    stood: tuple[tuple[date, Standing], ...]
    shares: tuple[tuple[str, int], ...] = ()

    def standing_on(self, day: date) -> Standing | None:
        """Say how it stands on `day`, by all that is recorded; None if nothing is."""
        return said_on(self.stood, day)

    def private_member_on(self, day: date) -> bool:
        """Say whether it is a firm or an outside professional, and a member on `day`."""
        return self.kind in PRIVATE and self.standing_on(day) is Standing.MEMBER

    def member_in(self, fiscal_year: int) -> bool:
        """Say whether it is a member on any day of a fiscal year."""
        first, last = first_day(fiscal_year), last_day(fiscal_year)
        changes = [day for day, _ in self.stood if first < day <= last]
        return any(self.standing_on(day) is Standing.MEMBER for day in (first, *changes))

    def ever(self, standing: Standing, until: date = date.max) -> bool:
        """Say whether it ever stood so, up to and including a day."""
        return any(each is standing and day <= until for day, each in self.stood)


def decide_opening(
    membership: Membership | None, command: c.InviteMember | c.JoinConsortium, seen: Seen
) -> list[e.MembershipEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    consortium = seen.the(Consortium, command.consortium_id)
    rules.NOT_FORMED.require(consortium and consortium.name_on(day) is not None)
    _check_code_and_name(command)
    said = command.carried("consortium_id", "name_confirmed")
    if isinstance(command, c.InviteMember):
        standing = membership.standing_on(day) if membership else None
        rules.INVITED_ALREADY.require(standing is not Standing.INVITED)
        rules.MEMBER_ALREADY.require(standing is not Standing.MEMBER)
        return [_in_order(membership, e.MemberInvited.model_validate(said))]
    rules.JOINED_BEFORE.require(membership is None or not membership.ever(Standing.MEMBER))
    return [_in_order(membership, e.MemberJoined.model_validate(said))]


def decide(
    membership: Membership, command: c.MembershipStep, _seen: Seen
) -> list[e.MembershipEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    return [_in_order(membership, _step(membership, command))]


def _in_order(membership: Membership | None, event: e.MembershipEvent) -> e.MembershipEvent:
    # An entry about an earlier day must leave in order what is recorded of later days.
    sound(evolve(membership, event))
    return event


def _step(membership: Membership, command: c.MembershipStep) -> e.MembershipEvent:
    day = command.effective_on
    standing = membership.standing_on(day)
    fields = command.carried() | {"kind": membership.kind, "code": membership.code}
    match command:
        case c.DeclineInvitation():
            rules.NOT_INVITED.require(standing is Standing.INVITED)
            return e.InvitationDeclined.model_validate(fields)
        case c.LeaveConsortium():
            rules.NOT_A_MEMBER.require(standing is Standing.MEMBER)
            # Entered again, it would undo a rejoining of the day after.
            recorded = (day + ONE_DAY, Standing.LEFT) in membership.stood
            rules.LEAVING_RECORDED.require(not recorded)
            left = fields | {"effective_on": day + ONE_DAY, "last_day": day}
            return e.MemberLeft.model_validate(left)
        case c.RejoinConsortium():
            rules.MEMBER_ALREADY.require(standing is not Standing.MEMBER)
            rules.NEVER_JOINED.require(membership.ever(Standing.LEFT, day))
            return e.MemberRejoined.model_validate(fields)
        case c.ShareCost():
            rules.NEVER_A_MEMBER.require(membership.member_in(command.fiscal_year))
            share = (command.programme, command.fiscal_year)
            rules.SHARED_ALREADY.require(share not in membership.shares)
            return e.CostShared.model_validate(fields)
        case _:
            assert_never(command)


def _check_code_and_name(member: c.OfNewMember) -> None:
    if member.kind not in PUBLIC_BODIES or member.name is None:
        return
    prefecture = member.code[2:5] == _OF_A_PREFECTURE
    rules.CODE_OF_ANOTHER_KIND.require(prefecture is (member.kind is MemberKind.PREFECTURE))
    try:
        found = check_municipality_name(member.code, member.name)
    except ValueError:
        rules.NAME_OF_ANOTHER.broken(code=member.code)
    rules.NAME_UNCONFIRMED.require(found == "match" or member.name_confirmed)


def evolve(membership: Membership | None, event: e.MembershipEvent) -> Membership:
    """Fold one effective event into the membership."""
    if isinstance(event, e.CostShared):
        membership = opened(membership)
        share = (event.programme, event.fiscal_year)
        return replace(membership, shares=(*membership.shares, share))
    stood = (*(membership.stood if membership else ()), (event.effective_on, _standing(event)))
    if isinstance(event, e.MemberInvited | e.MemberJoined):
        shares = membership.shares if membership else ()
        return Membership(event.kind, event.code, event.person_id, stood, shares)
    return replace(opened(membership), stood=stood)


def _standing(event: e.StandingEvent) -> Standing:
    match event:
        case e.MemberInvited():
            return Standing.INVITED
        case e.InvitationDeclined():
            return Standing.DECLINED
        case e.MemberJoined() | e.MemberRejoined():
            return Standing.MEMBER
        case e.MemberLeft():
            return Standing.LEFT
        case _:
            assert_never(event)


def sound(membership: Membership) -> None:
    """Raise the rule that what is recorded of a member, in the order of its days, would break."""
    before: Standing | None = None
    for _, now in sorted(membership.stood, key=lambda each: each[0]):
        joined = before is Standing.MEMBER
        match now:
            case Standing.INVITED:
                rules.LATER_INVITATION.require(not joined)
            case Standing.DECLINED:
                rules.LATER_INVITATION.require(not joined)
                rules.NOT_INVITED.require(before is Standing.INVITED)
            case Standing.MEMBER:
                rules.MEMBER_ALREADY.require(not joined)
            case Standing.LEFT:
                rules.NOT_A_MEMBER.require(joined or before is Standing.LEFT)
            case _:
                assert_never(now)
        before = now
    for _, fiscal_year in membership.shares:
        rules.NEVER_A_MEMBER.require(membership.member_in(fiscal_year))
