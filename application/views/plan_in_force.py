"""The plan in force (実施計画の内容): all that it says on a day, entry by entry."""

from collections.abc import Iterator
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.plans import READS, Item, PlanPart, contents, in_order
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.words import Label

Number = Annotated[int | None, Label("数値", "number")]


class PlanInForceAsks(Asks):
    """Of which project."""

    programme: Programme


@rowclass
class PlanEntryRow:
    """One entry of the plan; amounts are in yen."""

    part: PlanPart
    item: Item
    says: Annotated[str, Label("内容", "says")]
    number: Number


def compute(facts: Facts, asks: PlanInForceAsks) -> Iterator[Line[PlanEntryRow]]:
    """Give every entry as it is on the day."""
    said = contents(facts, asks.programme, facts.valid_on)
    for part, item in in_order(said):
        entry = said[part, item]
        yield Line(PlanEntryRow(part, item, entry.text, entry.number), entry.facts)


PLAN_IN_FORCE = View(
    name="plan-in-force",
    label=Label("実施計画の内容", "The plan in force"),
    asks=PlanInForceAsks,
    row=PlanEntryRow,
    reads=READS,
    compute=compute,
)
