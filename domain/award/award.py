"""The grant of one municipality and year: what its record accepts, and what its events make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, assert_never

from domain.award import commands as c
from domain.award import events as e
from domain.award import rules
from domain.base.command import Seen
from domain.base.event import Event, opened
from domain.base.matter import Check, Matter
from domain.grant.plan import Plan

ABOVE_FIXED: Final = Check(
    "grant-received-above-fixed",
    "確定額を超えて受領した交付金。返還が済むまで確かめる。",
    "More of the grant was received than was fixed: check until it has been paid back.",
    "補助金適正化法18条2項",
)
ABOVE_APPLICATION: Final = Check(
    "grant-decided-above-application",
    "申請額を超える交付決定。申請または決定の記録が正しいか確かめる。",
    "More was decided than was applied for: check the application and the decision.",
    "補助金適正化法5条・6条",
)
BELOW_ADVANCED: Final = Check(
    "grant-amended-below-advanced",
    "概算払で受領した額を下回る変更交付決定。返還が要るか確かめる。",
    "A decision was amended to less than had been advanced: check whether some is to be paid back.",
    "補助金適正化法10条・18条1項",
)
CHECKS: Final = (ABOVE_FIXED, ABOVE_APPLICATION, BELOW_ADVANCED)

Step = (
    e.GrantDecided
    | e.GrantDecisionAmended
    | e.GrantAdvanced
    | e.PerformanceReported
    | e.GrantFixed
    | e.GrantSettled
    | e.GrantRepaid
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a grant stands at the end of one of its steps, in yen; None for what is not said."""

    decided: int | None = None
    reported: int | None = None
    fixed: int | None = None
    advanced: int = 0
    settled: int = 0
    repaid: int = 0

    @property
    def received(self) -> int:
        """What was received, whatever was paid back."""
        return self.advanced + self.settled

    @property
    def above_fixed(self) -> int:
        """What is held beyond the fixed amount; nothing before that is fixed."""
        return max(0, self.received - self.repaid - self.fixed) if self.fixed is not None else 0

    def after(self, step: Step) -> "Standing":
        """Take in one step; raises the rule that makes it impossible."""
        match step:
            case e.GrantDecided():
                return replace(self, decided=step.amount)
            case e.GrantDecisionAmended():
                rules.NOT_DECIDED.require(self.decided is not None)
                return replace(self, decided=step.amount)
            case e.GrantAdvanced():
                return self._advanced(step.amount)
            case e.PerformanceReported():
                rules.NOT_DECIDED.require(self.decided is not None)
                return replace(self, reported=step.cost)
            case e.GrantFixed():
                rules.NOT_REPORTED.require(self.reported is not None)
                rules.FIXED_ABOVE_DECISION.require(step.amount <= (self.decided or 0))
                return replace(self, fixed=step.amount)
            case e.GrantSettled():
                return self._settled(step.amount)
            case e.GrantRepaid():
                repaid = self.repaid + step.amount
                rules.REPAID_ABOVE_RECEIVED.require(repaid <= self.received)
                return replace(self, repaid=repaid)
            case _:
                assert_never(step)

    def _advanced(self, amount: int) -> "Standing":
        if self.decided is None:
            rules.NOT_DECIDED.broken()
        advanced = self.advanced + amount
        rules.ADVANCE_ABOVE_DECISION.require(advanced <= self.decided)
        return replace(self, advanced=advanced)

    def _settled(self, amount: int) -> "Standing":
        if self.fixed is None:
            rules.NOT_FIXED.broken()
        after = replace(self, settled=self.settled + amount)
        rules.SETTLED_ABOVE_FIXED.require(after.received - after.repaid <= self.fixed)
        return after


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant that was applied for, and what followed."""

    programme: str
    award: e.Award
    applied_on: date
    steps: tuple[Step, ...] = ()


def decide_opening(grant: Grant | None, command: c.ApplyForGrant, seen: Seen) -> list[e.AwardEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.APPLIED_ALREADY.require(grant is None)
    plan = seen.the(Plan, command.plan_id)
    if plan is None or plan.programme != command.programme or command.effective_on < plan.since:
        rules.NOT_IN_THE_PLAN.broken()
    extent = plan.extent_on(command.effective_on)
    rules.NOT_IN_THE_PLAN.require(
        command.municipality in extent.applicants
        and extent.first_year <= command.fiscal_year <= extent.last_year
    )
    return [e.GrantApplied.model_validate(command.carried("plan_id"))]


def decide(grant: Grant, command: c.AwardStep, _seen: Seen) -> list[e.AwardEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    recorded = {type(step) for step in grant.steps}
    match command:
        case c.DecideGrant():
            rules.DECIDED_ALREADY.require(e.GrantDecided not in recorded)
        case c.ReportPerformance():
            rules.REPORTED_ALREADY.require(e.PerformanceReported not in recorded)
        case c.FixGrant():
            rules.FIXED_ALREADY.require(e.GrantFixed not in recorded)
        case c.AmendDecision() | c.AdvanceGrant() | c.SettleGrant() | c.RepayGrant():
            pass
        case _:
            assert_never(command)
    # What follows stays with the programme, municipality and year that were applied for.
    fields = command.carried() | grant.award.model_dump() | {"programme": grant.programme}
    event = command.EVENT.model_validate(fields)
    sound(evolve(grant, event))
    return [event]


def evolve(grant: Grant | None, event: e.AwardEvent) -> Grant:
    """Fold one effective event into the grant."""
    if isinstance(event, e.GrantApplied):
        return Grant(event.programme, e.Award.of(event), event.effective_on)
    grant = opened(grant)
    if isinstance(event, e.AwardMatterClosed):
        return grant
    return replace(grant, steps=(*grant.steps, event))


def sound(grant: Grant) -> None:
    """Raise the rule that a grant breaks: its steps follow one another, and no sum exceeds them."""
    first = min((step.effective_on for step in grant.steps), default=grant.applied_on)
    rules.BEFORE_THE_APPLICATION.require(first >= grant.applied_on)
    for _ in standings(grant.steps):
        pass


def standings(steps: Sequence[Step]) -> Iterator[tuple[Step, Standing]]:
    """Give after each step, in the order of days, where the grant stands."""
    standing = Standing()
    for step in sorted(steps, key=lambda step: step.effective_on):
        standing = standing.after(step)
        yield step, standing


def matters(history: Sequence[tuple[int, Event]]) -> list[Matter]:
    """Give what is to be checked.

    A decision above what was applied for, an amended one below what had been advanced by then, and
    what is held beyond the fixed amount, until it is paid back.
    """
    applied = next((one.amount for _, one in history if isinstance(one, e.GrantApplied)), None)
    steps = sorted(
        ((version, event) for version, event in history if isinstance(event, Step)),
        key=lambda each: each[1].effective_on,
    )
    after = [standing for _, standing in standings([step for _, step in steps])]
    found: list[Matter] = []
    for (version, step), standing in zip(steps, after, strict=True):
        match step:
            case e.GrantDecided() if applied is not None and step.amount > applied:
                check = ABOVE_APPLICATION
            case e.GrantDecisionAmended() if step.amount < standing.advanced - standing.repaid:
                check = BELOW_ADVANCED
            case e.GrantFixed() if after[-1].above_fixed:
                check = ABOVE_FIXED
            case _:
                continue
        found.append(Matter(version, check, check.force, step.effective_on))
    return found
