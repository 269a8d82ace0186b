"""What was planned to be published, and what was published without a plan."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from application.recorded import Recorded
from application.viewing.view import Facts
from domain.base.words import Code
from domain.outreach import events as o
from domain.publication import events as e

ITEMS = (o.PlanItemAdded, o.PlanItemMoved, o.PlanItemDropped)


class Stage(Code):
    """What became of something planned."""

    PLANNED = "planned", "予定", "planned"
    PUBLISHED = "published", "予定日までに公表", "published by the planned day"
    PUBLISHED_LATER = "published-later", "予定日の後に公表", "published after the planned day"
    DROPPED = "dropped", "取りやめ", "dropped"
    NOTHING_RECORDED = "nothing-recorded", "予定日を過ぎ記録なし", "past, and nothing recorded"
    UNPLANNED = "unplanned", "計画外の公表", "published without a plan"


class Planned(NamedTuple):
    """One item with what was recorded of it, and what was published for it."""

    item: o.PlanItemAdded
    told: Sequence[Recorded]
    published: Sequence[tuple[e.ContentPublished, Recorded]]

    @property
    def planned_on(self) -> date:
        """The day it was planned for last."""
        moves = [fact.event for fact in self.told if isinstance(fact.event, o.PlanItemMoved)]
        return moves[-1].planned_on if moves else self.item.planned_on

    def stage(self, today: date) -> Stage:
        """Give what became of it by a day."""
        if self.published:
            later = self.published[0][0].effective_on > self.planned_on
            return Stage.PUBLISHED_LATER if later else Stage.PUBLISHED
        if any(isinstance(fact.event, o.PlanItemDropped) for fact in self.told):
            return Stage.DROPPED
        return Stage.NOTHING_RECORDED if self.planned_on < today else Stage.PLANNED


Published = tuple[e.ContentPublished, Recorded]


def planned_and_not(facts: Facts) -> tuple[list[Planned], list[Published]]:
    """Give the items of all plans, and what was published without being one of them.

    What names an item that is in no plan any more counts as not planned.
    """
    items: dict[tuple[str, int, int], list[Recorded]] = {}
    for fact in facts.of_any(*ITEMS):
        event = fact.event
        if isinstance(event, o.Item) and isinstance(event, o.OfYear):
            items.setdefault((fact.event.programme, event.fiscal_year, event.item), []).append(fact)
    published: dict[tuple[str, int | None, int | None], list[Published]] = {}
    for content, fact in facts.of(e.ContentPublished):
        key = (content.programme, content.plan_year, content.item)
        published.setdefault(key, []).append((content, fact))
    found = [
        Planned(told[0].event, told, published.pop(key, []))
        for key, told in items.items()
        if isinstance(told[0].event, o.PlanItemAdded)
    ]
    return found, [one for rest in published.values() for one in rest]
