"""The outreach plan of a year: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import COMMON, opened
from domain.base.rule import Rule
from domain.base.values.fiscal_year import fiscal_year_of
from domain.outreach import commands as c
from domain.outreach import events as e
from domain.outreach import rules


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one year; `items` says of each number since when and until when it stands.

    `moved` says of each number on which day it was moved last.
    `disorder` is the first rule that an entry breaks: no command records such an entry, but a
    correction could bring it about.
    """

    programme: str
    fiscal_year: int
    approved_on: date
    items: Mapping[int, tuple[date, date]] = field(default_factory=dict)
    moved: Mapping[int, date] = field(default_factory=dict)
    disorder: Rule | None = None

    def has(self, item: int, day: date) -> bool:
        """Say whether the item stands in the plan on `day`."""
        since, until = self.items.get(item, (date.max, date.min))
        return since <= day < until


def decide_opening(
    plan: Plan | None, command: c.ApproveOutreachPlan, _seen: Seen
) -> list[e.PlanEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    rules.PLAN_APPROVED_ALREADY.require(plan is None)
    return [e.OutreachPlanApproved.model_validate(command.carried())]


def decide(plan: Plan, command: c.PlanStep, _seen: Seen) -> list[e.PlanEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    of = {"programme": plan.programme, "fiscal_year": plan.fiscal_year}
    fields = command.carried() | of
    match command:
        case c.AddPlanItem():
            rules.BEFORE_APPROVAL.require(plan.approved_on <= command.effective_on)
            rules.ADDED_ALREADY.require(command.item not in plan.items)
            event: e.PlanEvent = e.PlanItemAdded.model_validate(fields)
        case c.MovePlanItem():
            event = e.PlanItemMoved.model_validate(fields)
        case c.DropPlanItem():
            event = e.PlanItemDropped.model_validate(fields)
        case _:
            assert_never(command)
    sound(evolve(plan, event))
    return [event]


def sound(plan: Plan) -> None:
    """Raise the rule that a mended plan breaks."""
    if plan.disorder:
        plan.disorder.broken()


def evolve(plan: Plan | None, event: e.PlanEvent) -> Plan:
    """Fold one effective event into the plan."""
    day = event.effective_on
    if isinstance(event, e.OutreachPlanApproved):
        return Plan(event.programme, event.fiscal_year, day)
    plan = opened(plan)
    plan = replace(plan, disorder=plan.disorder or _disorder(plan, event))
    match event:
        case e.PlanItemAdded():
            return replace(plan, items={**plan.items, event.item: (day, date.max)})
        case e.PlanItemMoved():
            last = max(day, plan.moved.get(event.item, date.min))
            return replace(plan, moved={**plan.moved, event.item: last})
        case e.PlanItemDropped():
            since, _ = plan.items.get(event.item, (day, day))
            return replace(plan, items={**plan.items, event.item: (since, day)})
        case _:
            assert_never(event)


def _disorder(
    plan: Plan, event: e.PlanItemAdded | e.PlanItemMoved | e.PlanItemDropped
) -> Rule | None:
    if not isinstance(event, e.PlanItemAdded) and not plan.has(event.item, event.effective_on):
        return rules.NO_SUCH_ITEM
    if isinstance(event, e.PlanItemDropped):
        if plan.items[event.item][1] != date.max:
            return rules.NO_SUCH_ITEM
        # What is not done from this day on cannot have been moved on it or later.
        moved_on = plan.moved.get(event.item, date.min)
        return rules.MOVED_LATER if event.effective_on <= moved_on else None
    inside = fiscal_year_of(event.planned_on) == plan.fiscal_year
    return None if inside else rules.OUTSIDE_YEAR
