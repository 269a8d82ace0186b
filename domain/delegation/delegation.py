"""The delegated approval: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.event import opened
from domain.delegation import commands as c
from domain.delegation import events as e
from domain.delegation import rules


@dataclass(frozen=True, slots=True)
class Delegation:
    """One delegation: by whom, to whom, and on which days; `revoked_on` is the first without."""

    programme: str
    delegate: UUID
    delegated_by: UUID
    first_day: date
    until: date
    revoked_on: date | None = None

    def runs_on(self, day: date) -> bool:
        """Say whether `day` lies between the first and the last, whatever was revoked."""
        return self.first_day <= day <= self.until


def decide_opening(
    delegation: Delegation | None, command: c.DelegateApproval, _seen: Seen
) -> list[e.DelegationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.DELEGATED_ALREADY.require(delegation is None)
    rules.TO_ONESELF.require(command.delegate != command.delegated_by)
    rules.ENDS_BEFORE_IT_BEGINS.require(command.effective_on <= command.until)
    return [e.ApprovalDelegated.model_validate(command.carried())]


def decide(
    delegation: Delegation, command: c.RevokeApproval, _seen: Seen
) -> list[e.DelegationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    free = delegation.revoked_on is None and delegation.runs_on(command.effective_on)
    rules.NOT_IN_FORCE.require(free)
    fields = command.carried() | {"programme": delegation.programme}
    return [e.ApprovalRevoked.model_validate(fields)]


def sound(delegation: Delegation) -> None:
    """Raise the rule that a mended delegation breaks."""
    rules.TO_ONESELF.require(delegation.delegate != delegation.delegated_by)
    rules.ENDS_BEFORE_IT_BEGINS.require(delegation.first_day <= delegation.until)
    revoked = delegation.revoked_on
    rules.NOT_IN_FORCE.require(revoked is None or delegation.runs_on(revoked))


def evolve(delegation: Delegation | None, event: e.DelegationEvent) -> Delegation:
    """Fold one effective event into the delegation."""
    day = event.effective_on
    match event:
        case e.ApprovalDelegated():
            return Delegation(event.programme, event.delegate, event.delegated_by, day, event.until)
        case e.ApprovalRevoked():
            return replace(opened(delegation), revoked_on=day)
        case _:
            assert_never(event)
