"""Budget (予算): what may be spent on which line of the plan, of which year and whose money?"""

from typing import Annotated, get_args

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, BudgetLine, Pillar, Whose, Year
from domain.base.words import Label
from domain.grant import commands as c
from domain.grant.budget import BudgetEvent, Key, said_of_lines, told
from domain.grant.lines import Line, LineTitle


@rowclass
class BudgetRow:
    """One budget line. `budget_items` joins with "+" the 節 that share its one amount."""

    plan_id: c.PlanId
    programme: Programme
    fiscal_year: Year
    line: BudgetLine
    municipality: Whose
    title: LineTitle
    pillar: Pillar
    budget_items: Annotated[str, Label("節", "budget items", "r2:10+r2:13")]
    amount: Amount


def fold(rows: Rows[BudgetRow], recorded: Recorded) -> None:
    """Put one row for each line; what moves between two lines changes both."""
    event = recorded.event
    if not isinstance(event, BudgetEvent):
        return
    lines: dict[Key, Line] = rows.about.get("lines", {})
    now = {line.key(): line for line in told(said_of_lines(event), lines)}
    rows.about["lines"] = lines | now
    for line in now.values():
        rows.put(
            f"{event.programme}|{line.fiscal_year}|{line.line}|{line.municipality}",
            BudgetRow(
                plan_id=recorded.stream,
                programme=event.programme,
                fiscal_year=line.fiscal_year,
                line=line.line,
                municipality=line.municipality,
                title=line.title,
                pillar=line.pillar,
                budget_items="+".join(line.budget_items),
                amount=line.amount,
            ),
        )


BUDGET = Projection(
    name="budget",
    version=2,
    time=Time.ASSERTION,
    label=Label("予算", "Budget"),
    row=BudgetRow,
    reads=get_args(BudgetEvent),
    fold=fold,
)
