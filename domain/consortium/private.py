"""Whose time it is among the members, and whether a private one's, for figures to add up.

A person who advises and a party that works under a contract do not say under which code they are a
member, so that whoever enters the time names the membership, and the entry what it then said.
"""

from collections.abc import Callable
from typing import Annotated, Self

from pydantic import model_validator

from domain.base.command import Command, Reads, Seen
from domain.base.event import Fields
from domain.base.rule import Rule
from domain.base.words import Label
from domain.consortium.events import MembershipId
from domain.consortium.membership import Membership

TIME_OF_ANOTHER = Rule(
    "time-of-another-member",
    "指定した構成員の記録がないか、助言したアドバイザー本人または契約の受託者ではありません。"
    "構成員コードを確かめるか、空にしてください。",
    "The member named is not on record, or is neither the adviser nor the contract's party;"
    " check the member code, or leave it blank.",
)


class NamesMember(Command):
    """A command that can name the membership of whoever gave the time, if they are a member."""

    membership_id: Annotated[MembershipId | None, Reads("membership")] = None


class TimeOfMember(Fields):
    """Whose membership was named, and whether that was a private member on the day.

    Private are firms and outside professionals. Both are None where no membership was named: then
    it is not known.
    """

    membership_id: MembershipId | None = None
    private_member: Annotated[
        bool | None, Label("民間の構成員による", "by a private member", "true")
    ] = None

    @model_validator(mode="after")
    def _says_what_follows(self) -> Self:
        if (self.membership_id is None) is not (self.private_member is None):
            raise ValueError("membership_id and private_member go together; correct both")
        return self


def private_member(
    command: NamesMember, seen: Seen, gave_it: Callable[[Membership], bool]
) -> bool | None:
    """Say whether the member named is a private one on the day; None if none is named.

    Raises the rule that is broken if it is not the one who gave the time.
    """
    if command.membership_id is None:
        return None
    membership = seen.the(Membership, command.membership_id)
    if membership is None or not gave_it(membership):
        TIME_OF_ANOTHER.broken()
    return membership.private_member_on(command.effective_on)
