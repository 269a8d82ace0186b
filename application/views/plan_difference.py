"""The difference of two versions of a plan (実施計画の新旧対照): entry by entry."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.plans import READS, Entry, Item, PlanPart, contents, in_order
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme, Reachable
from domain.base.words import Label


class PlanDifferenceAsks(Asks):
    """Of which project, and since which day; the later version is that of the day asked for."""

    programme: Programme
    since: Annotated[date, Reachable, Label("比べる前の日", "compared with", "2024-04-01")]


@rowclass
class PlanDifferenceRow:
    """One entry that says something else; what was not there, or is not any more, is empty."""

    part: PlanPart
    item: Item
    before: Annotated[str | None, Label("変更前", "before")]
    after: Annotated[str | None, Label("変更後", "after")]
    number_before: Annotated[int | None, Label("変更前の数値", "number before")]
    number_after: Annotated[int | None, Label("変更後の数値", "number after")]
    difference: Annotated[int | None, Label("増減", "difference")]


def compute(facts: Facts, asks: PlanDifferenceAsks) -> Iterator[Line[PlanDifferenceRow]]:
    """Give what differs, with the facts that made it so; the same entry anew is no difference."""
    was = contents(facts, asks.programme, asks.since)
    now = contents(facts, asks.programme, facts.valid_on)
    for key in in_order(was | now):
        old, new = was.get(key), now.get(key)
        if old and new and (old.text, old.number) == (new.text, new.number):
            continue
        before, after = _number(old), _number(new)
        difference = None if before is after is None else (after or 0) - (before or 0)
        row = PlanDifferenceRow(*key, _text(old), _text(new), before, after, difference)
        known = {fact.position for fact in old.facts} if old else set()
        yield Line(row, tuple(f for f in (new.facts if new else ()) if f.position not in known))


def _text(entry: Entry | None) -> str | None:
    return entry.text if entry else None


def _number(entry: Entry | None) -> int | None:
    return entry.number if entry else None


PLAN_DIFFERENCE = View(
    name="plan-difference",
    label=Label("実施計画の新旧対照", "Difference of two versions of the plan"),
    asks=PlanDifferenceAsks,
    row=PlanDifferenceRow,
    reads=READS,
    compute=compute,
)
