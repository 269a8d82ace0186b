"""Cost by purpose (使途別の費用): what did each training, pilot, contract or asset cost?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from application.figures.charged import STEPS, Execution, Step
from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import Amount, Year
from domain.base.words import Label
from domain.expenditure import events as e


class CostByPurposeAsks(Asks):
    """Of which programme, and of what kind of thing and fiscal year; all if none is given."""

    programme: Programme
    purpose_kind: e.WhatFor | None = None
    fiscal_year: Year | None = None


@rowclass
class CostByPurposeRow:
    """What was spent on one thing, in yen; sums that name none are not here."""

    purpose_kind: e.WhatFor
    purpose_number: e.WhatForNumber
    committed: Annotated[Amount, Label("負担行為額（円）", "committed in yen")]
    inspected: Annotated[Amount, Label("検収額（円）", "inspected in yen")]
    executed: Annotated[int, Label("執行額（円）", "executed in yen")]


def compute(facts: Facts, asks: CostByPurposeAsks) -> Iterator[Line[CostByPurposeRow]]:
    """Add up what was spent on each thing."""
    done: dict[tuple[e.PurposeKind, str], tuple[Execution, list[Recorded]]] = defaultdict(
        lambda: (Execution(), [])
    )
    for fact in facts.of_any(*STEPS):
        step = fact.event
        if (
            isinstance(step, Step)
            and step.programme == asks.programme
            and asks.fiscal_year in {None, step.fiscal_year}
            and asks.purpose_kind in {None, step.purpose_kind}
            and step.purpose_kind
            and step.purpose_number
        ):
            sums, behind = done[step.purpose_kind, step.purpose_number]
            sums.take(step)
            behind.append(fact)
    for (kind, number), (sums, behind) in sorted(done.items()):
        row = CostByPurposeRow(kind, number, sums.committed, sums.inspected, sums.executed)
        yield Line(row, tuple(behind))


COST_BY_PURPOSE = View(
    name="cost-by-purpose",
    label=Label("使途別の費用", "Cost by purpose"),
    asks=CostByPurposeAsks,
    row=CostByPurposeRow,
    reads=STEPS,
    compute=compute,
    totals=("committed", "inspected", "executed"),
)
