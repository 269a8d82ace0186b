"""Cost of training (修了者一人あたりの費用): what did it cost for each of those who completed it?

An expenditure names a budget line and not a course; so costs are those of the line, against all
courses that the line pays for.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import per_head
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import BudgetLine, Year
from domain.base.words import Label
from domain.expenditure.events import ExpenditurePaid, ExpenditureReturned
from domain.training.events import TrainingCompleted, TrainingNumber, TrainingPlanned


class TrainingCostAsks(Asks):
    """Whose scope, and of which fiscal year's budget; all years if none is given."""

    programme: Programme
    fiscal_year: Year | None = None


@rowclass
class TrainingCostRow:
    """One budget line of one fiscal year that pays for courses.

    `paid` is all that was paid from the line, less what was returned, whatever of it was for
    courses: an expenditure does not name its course. Of a line without anybody who completed a
    course there is no cost per head.
    """

    fiscal_year: Year
    line: BudgetLine
    courses: Annotated[
        tuple[TrainingNumber, ...], Label("この科目による研修", "courses it pays for")
    ]
    paid: Annotated[int, Label("この科目の支出（円）", "paid from this line in yen")]
    completed: Annotated[int, Label("修了者（延べ）", "completions")]
    per_completion: Annotated[int | None, Label("修了者一人あたり（円）", "per completion in yen")]


def compute(facts: Facts, asks: TrainingCostAsks) -> Iterator[Line[TrainingCostRow]]:
    """Bring together the courses of each line, who completed them, and what was paid from it."""
    courses: dict[tuple[int, str], list[tuple[TrainingPlanned, Recorded]]] = defaultdict(list)
    for course, fact in facts.of(TrainingPlanned):
        year, line = course.fiscal_year, course.line
        ours = course.programme == asks.programme and asks.fiscal_year in {None, year}
        if ours and year is not None and line is not None:
            courses[year, line].append((course, fact))
    completed: dict[UUID, list[Recorded]] = defaultdict(list)
    for done, fact in facts.of(TrainingCompleted):
        completed[done.training_id].append(fact)
    moved: dict[tuple[int, str], list[tuple[int, Recorded]]] = defaultdict(list)
    for money, fact in facts.of(ExpenditurePaid, ExpenditureReturned):
        if money.programme == asks.programme:
            yen = money.amount if isinstance(money, ExpenditurePaid) else -money.amount
            moved[money.fiscal_year, money.line].append((yen, fact))
    for (year, line), each in sorted(courses.items()):
        spent = moved[year, line]
        done_facts = [fact for _, course in each for fact in completed[course.stream]]
        paid = sum(yen for yen, _ in spent)
        row = TrainingCostRow(
            fiscal_year=year,
            line=line,
            courses=tuple(course.number for course, _ in each),
            paid=paid,
            completed=len(done_facts),
            per_completion=per_head(paid, len(done_facts)),
        )
        stands_on = (*(fact for _, fact in each), *done_facts, *(fact for _, fact in spent))
        yield Line(row, stands_on)


TRAINING_COST = View(
    name="training-cost",
    label=Label("研修の費用", "Cost of training"),
    asks=TrainingCostAsks,
    row=TrainingCostRow,
    reads=(TrainingPlanned, TrainingCompleted, ExpenditurePaid, ExpenditureReturned),
    compute=compute,
    totals=("paid", "completed"),
)
