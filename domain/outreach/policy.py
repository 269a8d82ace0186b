"""The outreach policy: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import COMMON, opened
from domain.outreach import commands as c
from domain.outreach import events as e
from domain.outreach import rules


@dataclass(frozen=True, slots=True)
class Policy:
    """One programme's policy: which versions were drafted when, and which one holds from when on.

    `holds` says of each approval and ceasing its day, the version, and whether that holds then.
    """

    programme: str
    drafts: Mapping[int, date]
    holds: tuple[tuple[date, int, bool], ...] = ()

    def in_force(self, day: date) -> int | None:
        """Give the version in force on `day`; None if there is none."""
        said = ((on, version if holds else None) for on, version, holds in self.holds)
        return said_on(said, day)


def decide_opening(
    policy: Policy | None, command: c.DraftPolicy, _seen: Seen
) -> list[e.PolicyEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    rules.DRAFTED_ALREADY.require(policy is None or command.version not in policy.drafts)
    return [e.PolicyDrafted.model_validate(command.carried())]


def decide(policy: Policy, command: c.PolicyStep, _seen: Seen) -> list[e.PolicyEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    fields = command.carried() | {"programme": policy.programme}
    match command:
        case c.ApprovePolicy():
            sound(_with(policy, command.effective_on, command.version, holds=True))
            return [e.PolicyApproved.model_validate(fields)]
        case c.SupersedePolicy():
            sound(_with(policy, command.effective_on, command.version, holds=False))
            return [e.PolicySuperseded.model_validate(fields)]
        case _:
            assert_never(command)


def sound(policy: Policy) -> None:
    """Raise the rule that it breaks if versions do not hold one after the other, each once."""
    now: int | None = None
    approved: set[int] = set()
    for day, version, holds in sorted(policy.holds, key=lambda each: each[0]):
        if holds:
            drafted = policy.drafts.get(version)
            rules.NO_SUCH_VERSION.require(drafted and drafted <= day)
            rules.APPROVED_ALREADY.require(version not in approved)
            rules.ANOTHER_IN_FORCE.require(now is None)
            approved.add(version)
        else:
            rules.NOT_IN_FORCE.require(now == version)
        now = version if holds else None


def evolve(policy: Policy | None, event: e.PolicyEvent) -> Policy:
    """Fold one effective event into the policy."""
    day = event.effective_on
    match event:
        case e.PolicyDrafted():
            policy = policy or Policy(event.programme, {})
            return replace(policy, drafts={**policy.drafts, event.version: day})
        case e.PolicyApproved():
            return _with(opened(policy), day, event.version, holds=True)
        case e.PolicySuperseded():
            return _with(opened(policy), day, event.version, holds=False)
        case _:
            assert_never(event)


def _with(policy: Policy, day: date, version: int, *, holds: bool) -> Policy:
    return replace(policy, holds=(*policy.holds, (day, version, holds)))
