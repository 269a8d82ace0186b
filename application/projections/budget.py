"""Budget (予算): what may be spent on which line of the plan, of which year and whose money?"""

from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Amount, BudgetLine, Pillar, Whose, Year
from domain.base.words import Label
from domain.grant import commands as c
from domain.grant import events as e


@rowclass
class BudgetRow:
    """One budget line. `budget_items` joins with "+" the 節 that share its one amount."""

    plan_id: c.PlanId
    programme: Programme
    fiscal_year: Year
    line: BudgetLine
    municipality: Whose
    title: e.LineTitle
    pillar: Pillar
    budget_items: Annotated[str, Label("節", "budget items", "r2:10+r2:13")]
    amount: Amount


def fold(rows: Rows[BudgetRow], recorded: Recorded) -> None:
    """Put one row for each line; a change says the whole line anew."""
    event = recorded.event
    if isinstance(event, e.BudgetLineSet | e.BudgetLineChanged):
        rows.put(
            f"{event.programme}|{event.fiscal_year}|{event.line}|{event.municipality}",
            BudgetRow(
                plan_id=recorded.stream,
                programme=event.programme,
                fiscal_year=event.fiscal_year,
                line=event.line,
                municipality=event.municipality,
                title=event.title,
                pillar=event.pillar,
                budget_items="+".join(event.budget_items),
                amount=event.amount,
            ),
        )


BUDGET = Projection(
    name="budget",
    version=1,
    time=Time.ASSERTION,
    label=Label("予算", "Budget"),
    row=BudgetRow,
    reads=(e.BudgetLineSet, e.BudgetLineChanged),
    fold=fold,
)
