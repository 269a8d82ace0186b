"""Execution rates (予算の執行状況): by line, pillar or 節, how it came about and what is left.

A line with several 節 has one amount that nobody has split: by 節 such a budget is not known.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from application.figures.charged import READS, Execution, Step, line_charged
from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Event, Programme
from domain.base.fields import Amount, Whose, Year
from domain.base.words import Code, Label
from domain.grant import events as e
from domain.grant import lines as grant_lines
from domain.grant.budget import BudgetEvent, Key, said_of_lines, told
from domain.grant.lines import Cause


class By(Code):
    """By what the sums are told apart."""

    LINE = "line", "予算科目別", "by line"
    PILLAR = "pillar", "柱別", "by pillar"
    BUDGET_ITEM = "budget-item", "節別", "by budget item"


class ExecutionRatesAsks(Asks):
    """Of which project and fiscal year (all if none is given), and by what."""

    programme: Programme
    fiscal_year: Year | None = None
    by: Annotated[By, Label("集計の区分", "by", "line")] = By.LINE


@rowclass
class ExecutionRatesRow:
    """One line, pillar or 節 of one fiscal year, in yen; the rate is per mille.

    The budget is what was set at first, and what came or went by each kind of change.
    """

    fiscal_year: Year
    item: Annotated[str, Label("区分", "item", "2-training")]
    municipality: Whose | None
    initial: Annotated[int | None, Label("当初（円）", "initial in yen")]
    supplemented: Annotated[int | None, Label("補正・変更（円）", "supplemented in yen")]
    transferred: Annotated[int | None, Label("流用（円）", "transferred in yen")]
    carried_over: Annotated[int | None, Label("繰越（円）", "carried over in yen")]
    split: Annotated[int | None, Label("分割（円）", "split in yen")]
    budget: Annotated[int | None, Label("予算現額（円）", "budget in yen")]
    committed: Annotated[Amount, Label("負担行為額（円）", "committed in yen")]
    inspected: Annotated[Amount, Label("検収額（円）", "inspected in yen")]
    paid: Annotated[Amount, Label("支出額（円）", "paid in yen")]
    returned: Annotated[Amount, Label("戻入額（円）", "returned in yen")]
    executed: Annotated[int, Label("執行額（円）", "executed in yen")]
    rate_per_mille: Annotated[int | None, Label("執行率（千分率）", "executed per mille")]


@dataclass(slots=True)
class _Budgeted:
    changes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    done: Execution = field(default_factory=Execution)
    known: bool = True
    facts: list[Recorded] = field(default_factory=list)


_MOVED: Mapping[type[Event], str] = {
    e.BudgetTransferred: "transferred",
    e.BudgetCarriedOver: "carried_over",
    e.BudgetSplit: "split",
}
_CHANGES = ("initial", "supplemented", "transferred", "carried_over", "split")
Group = tuple[int, str, str | None]


def compute(facts: Facts, asks: ExecutionRatesAsks) -> Iterator[Line[ExecutionRatesRow]]:
    """Add up what was budgeted and what became of it, whether a line is in force or not."""
    groups: dict[Group, _Budgeted] = defaultdict(_Budgeted)
    lines: dict[Key, grant_lines.Line] = {}
    steps: list[tuple[Step, Recorded]] = []
    for fact in facts.of_any(*READS):
        event = fact.event
        if event.programme != asks.programme:
            continue
        if isinstance(event, BudgetEvent):
            for line in told(said_of_lines(event), dict(lines)):
                change = line.amount - (lines[line.key()].amount if line.key() in lines else 0)
                lines[line.key()] = line
                for group, known in _groups_of_line(line, asks.by):
                    groups[group].changes[_kind(event)] += change
                    groups[group].known &= known
                    groups[group].facts.append(fact)
        elif isinstance(event, Step):
            steps.append((event, fact))
    for step, fact in steps:
        group = _group_of_step(step, lines, asks.by)
        groups[group].done.take(step)
        groups[group].facts.append(fact)
    for (year, item, whose), one in sorted(groups.items(), key=lambda each: str(each[0])):
        if asks.fiscal_year in {None, year}:
            yield Line(_row(year, item, whose, one), tuple(one.facts))


def _kind(event: BudgetEvent) -> str:
    match event:
        case e.BudgetLineSet():
            return "initial"
        case e.BudgetLineChanged():
            return "initial" if event.cause is Cause.INITIAL else "supplemented"
        case _:
            return _MOVED[type(event)]


def _groups_of_line(line: grant_lines.Line, by: By) -> list[tuple[Group, bool]]:
    match by:
        case By.LINE:
            return [((line.fiscal_year, line.line, line.municipality), True)]
        case By.PILLAR:
            return [((line.fiscal_year, line.pillar, None), True)]
        case By.BUDGET_ITEM:
            alone = len(line.budget_items) == 1
            return [((line.fiscal_year, item, None), alone) for item in line.budget_items]


def _group_of_step(step: Step, lines: Mapping[Key, grant_lines.Line], by: By) -> Group:
    match by:
        case By.LINE:
            line, year, municipality = line_charged(step, lines)
            # What no line in force bears is shown under its own year, without a line.
            return (year, line, municipality) if line else (step.fiscal_year, "", None)
        case By.PILLAR:
            return (step.fiscal_year, step.pillar, None)
        case By.BUDGET_ITEM:
            return (step.fiscal_year, step.budget_item, None)


def _row(year: int, item: str, whose: str | None, one: _Budgeted) -> ExecutionRatesRow:
    changes: dict[str, Any] = {name: one.changes[name] if one.known else None for name in _CHANGES}
    one.done.budget = sum(one.changes.values()) if one.known else 0
    return ExecutionRatesRow(
        fiscal_year=year,
        item=item,
        municipality=whose,
        **changes,
        budget=one.done.budget if one.known else None,
        committed=one.done.committed,
        inspected=one.done.inspected,
        paid=one.done.paid,
        returned=one.done.returned,
        executed=one.done.executed,
        rate_per_mille=one.done.rate,
    )


EXECUTION_RATES = View(
    name="execution-rates",
    label=Label("予算の執行状況", "Execution rates"),
    asks=ExecutionRatesAsks,
    row=ExecutionRatesRow,
    reads=READS,
    compute=compute,
    totals=("budget", "committed", "paid", "returned", "executed"),
)
