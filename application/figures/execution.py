"""Budget and execution: what each line of a plan may cost, and what became of it.

Sums are taken when asked; nothing is stored, and what the plan does not split stays unsplit.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from application.asking.answers import heading
from application.asking.moments import as_of
from application.effective import effective_events
from application.figures.charged import READS, Execution, Step, line_charged
from application.recorded import Recorded
from application.service import Consortium
from domain.base.values.fiscal_year import view
from domain.grant import events as planned
from domain.grant.budget import BudgetEvent, Key, said_of_lines, told
from domain.grant.lines import Line


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """How the lines add up to the plan's total cost, over all its years, in yen.

    `not_split` is the part of the total that no line of any year says. `joint` and
    `municipalities` are the lines of all years by whose money they are.
    """

    total_cost: int
    by_year: dict[int, int]
    not_split: int
    joint: int
    municipalities: dict[str, int]


@dataclass(frozen=True, slots=True)
class BudgetExecution:
    """The lines of one fiscal year or of all, each with what became of it.

    `without_line` is what was charged to no line in force: it is part of the total, so that the
    total is always all that was spent.
    """

    lines: tuple[tuple[Line, Execution], ...]
    without_line: Execution
    total: Execution
    plan: Reconciliation | None = None


@dataclass(slots=True)
class _Read:
    extent: planned.PlanSubmitted | planned.PlanAmended | None = None
    lines: dict[Key, Line] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)


def execution(
    events: Iterable[Recorded], *, programme: str, fiscal_year: int | None, valid_on: date
) -> BudgetExecution:
    """Compute budget and execution from effective events; without a fiscal year, of all years.

    A line says what it said last up to `valid_on`. A step belongs to the line of its own
    municipality, and to the line that is not split where there is none.
    """
    read = _read(events, programme, valid_on)
    done = {
        key: Execution(budget=line.amount)
        for key, line in sorted(read.lines.items(), key=lambda each: (each[0][1], each[0]))
        if fiscal_year in {None, line.fiscal_year}
    }
    without_line = Execution()
    for step in read.steps:
        if fiscal_year in {None, step.fiscal_year}:
            done.get(line_charged(step, read.lines), without_line).take(step)
    total = Execution()
    for one in (*done.values(), without_line):
        total.add(one)
    lines = tuple((read.lines[key], one) for key, one in done.items())
    return BudgetExecution(lines, without_line, total, _reconciled(read))


def _read(events: Iterable[Recorded], programme: str, valid_on: date) -> _Read:
    read = _Read()
    wanted = [
        recorded
        for recorded in events
        if recorded.event.programme == programme and recorded.event.effective_on <= valid_on
    ]
    for recorded in sorted(wanted, key=lambda r: (r.event.effective_on, r.position)):
        event = recorded.event
        match event:
            case planned.PlanSubmitted() | planned.PlanAmended():
                read.extent = event
            case _ if isinstance(event, BudgetEvent):
                now = told(said_of_lines(event), read.lines)
                read.lines |= {line.key(): line for line in now}
            case _ if isinstance(event, Step):
                read.steps.append(event)
            case _:
                pass
    return read


def _reconciled(read: _Read) -> Reconciliation | None:
    if read.extent is None:
        return None
    years, whose = Counter[int](), Counter[str]()
    for line in read.lines.values():
        years[line.fiscal_year] += line.amount
        whose[line.municipality] += line.amount
    joint = whose.pop("joint", 0)
    total_cost = read.extent.total_cost
    not_split = total_cost - years.total()
    return Reconciliation(
        total_cost, dict(sorted(years.items())), not_split, joint, dict(sorted(whose.items()))
    )


@dataclass(frozen=True, slots=True)
class ExecutionAsked:
    """Of which programme and year, on which day, as of which moment."""

    programme: str
    fiscal_year: int | None = None
    valid_on: date | None = None
    as_of: str | None = None


def answer_execution(consortium: Consortium, asked: ExecutionAsked) -> dict[str, Any]:
    """Answer with plain values, the same for the API, the command line and a replay."""
    moment = as_of(consortium.log, asked.as_of)
    day = asked.valid_on or consortium.today()
    found = execution(
        effective_events(consortium.log, [kind.TOPIC for kind in READS], moment.position),
        programme=asked.programme,
        fiscal_year=asked.fiscal_year,
        valid_on=day,
    )
    return {
        "programme": asked.programme,
        "fiscal_year": view(asked.fiscal_year).model_dump() if asked.fiscal_year else None,
        **heading(consortium, moment.position, moment, day),
        "lines": [
            line.model_dump(mode="json", exclude={"amount"})
            | {"fiscal_year": view(line.fiscal_year).model_dump()}
            | done.plain()
            for line, done in found.lines
        ],
        "without_line": found.without_line.plain(),
        "total": found.total.plain(),
        "plan": _plain(found.plan) if found.plan else None,
    }


def _plain(plan: Reconciliation) -> dict[str, Any]:
    years = [{**view(year).model_dump(), "amount": yen} for year, yen in plan.by_year.items()]
    return {**asdict(plan), "by_year": years}
