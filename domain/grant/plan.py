"""The plan: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, assert_never

from domain.base.command import Command, Seen
from domain.base.days import said_on
from domain.base.event import Event, Fields, opened
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant import rules

F = TypeVar("F", bound=Fields)
Lines = tuple[tuple[date, e.Line], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as far as its rules need it; each entry counts from its day on.

    What the plan leaves open is not in it: the part of the total that no line splits by year, and
    the targets that nobody gave.
    """

    programme: str
    since: date
    extents: tuple[tuple[date, e.Extent], ...]
    names: tuple[tuple[date, str], ...] = ()
    lines: Lines = ()
    first_set: tuple[tuple[tuple[str, int, str], date], ...] = ()
    kpis: tuple[str, ...] = ()
    targets: tuple[tuple[date, e.Target], ...] = ()

    def extent_on(self, day: date) -> e.Extent:
        """Give applicants, years and total cost on a day not before the plan."""
        extent = said_on(self.extents, day)
        assert extent is not None  # noqa: S101 - nothing of a plan lies before its submission
        return extent

    def line_on(self, key: tuple[str, int, str], day: date) -> e.Line | None:
        """Give a budget line as it is on `day`."""
        return said_on([each for each in self.lines if each[1].key() == key], day)

    def target_on(self, key: tuple[str, int, str], day: date) -> e.Target | None:
        """Give a target as it is on `day`."""
        return said_on([each for each in self.targets if each[1].key() == key], day)

    def bears(self, **charge: Any) -> bool:  # noqa: ANN401 - as `Line.bears`
        """Say whether some line bears what is charged like this, whatever is left of it."""
        return any(line.bears(**charge) for _, line in self.lines)

    def excess(self) -> int:
        """Give by how many yen the lines exceed the total cost on the worst of all days."""
        days = {on for on, _ in (*self.lines, *self.extents)}
        return max(
            (self._lines_on(day) - self.extent_on(day).total_cost for day in days), default=0
        )

    def _lines_on(self, day: date) -> int:
        # Of each line the latest day counts, and of that day what was recorded last.
        in_turn = sorted(self.lines, key=lambda each: each[0])
        return sum({line.key(): line.amount for on, line in in_turn if on <= day}.values())


def decide_opening(plan: Plan | None, command: c.SubmitPlan, _seen: Seen) -> list[e.PlanEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.SUBMITTED_ALREADY.require(plan is None)
    return [e.PlanSubmitted.model_validate(command.carried())]


def decide(plan: Plan, command: c.PlanStep, _seen: Seen) -> list[e.PlanEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.BEFORE_THE_PLAN.require(command.effective_on >= plan.since)
    event = _event(plan, command, command.effective_on)
    sound(evolve(plan, event))
    return [event]


def sound(plan: Plan) -> None:
    """Raise the rule that the plan breaks, as it stands on any day."""
    rules.TOO_MANY_KPIS.require(len(plan.kpis) <= rules.MOST_KPIS)
    first_set = dict(plan.first_set)
    for on, line in plan.lines:
        rules.NO_SUCH_LINE.require(first_set.get(line.key(), date.max) <= on)
        _within(plan, on, line)
    for on, target in plan.targets:
        rules.NO_SUCH_KPI.require(target.kpi in plan.kpis)
        _within(plan, on, target)
    rules.MORE_THAN_THE_TOTAL.require(plan.excess() <= 0)


def evolve(plan: Plan | None, event: e.PlanEvent) -> Plan:
    """Fold one effective event into the plan."""
    day = event.effective_on
    if isinstance(event, e.PlanSubmitted):
        return Plan(event.programme, day, ((day, _part(e.Extent, event)),))
    plan = opened(plan)
    match event:
        case e.PlanAmended():
            return replace(plan, extents=(*plan.extents, (day, _part(e.Extent, event))))
        case e.ProgrammeNamed():
            return replace(plan, names=(*plan.names, (day, event.name)))
        case e.BudgetLineSet():
            first_set = (*plan.first_set, (event.key(), day))
            return replace(plan, first_set=first_set, lines=_with(plan, event))
        case e.BudgetLineChanged():
            return replace(plan, lines=_with(plan, event))
        case e.KpiNamed():
            return replace(plan, kpis=(*plan.kpis, event.kpi))
        case e.TargetSet():
            return replace(plan, targets=(*plan.targets, (day, _part(e.Target, event))))
        case _:
            assert_never(event)


def _event(plan: Plan, command: c.PlanStep, day: date) -> e.PlanEvent:
    fields = command.carried() | {"programme": plan.programme}
    match command:
        case c.AmendPlan():
            rules.CHANGES_NOTHING.require(_part(e.Extent, command) != plan.extent_on(day))
            return e.PlanAmended.model_validate(fields)
        case c.NameProgramme():
            rules.CHANGES_NOTHING.require(command.name != said_on(plan.names, day))
            return e.ProgrammeNamed.model_validate(fields)
        case c.SetBudgetLine():
            rules.LINE_SET_ALREADY.require(command.key() not in dict(plan.first_set))
            return e.BudgetLineSet.model_validate(fields)
        case c.ChangeBudgetLine():
            before = plan.line_on(command.key(), day)
            if before is None:
                rules.NO_SUCH_LINE.broken(line=command.line)
            rules.CHANGES_NOTHING.require(command.amount != before.amount)
            return e.BudgetLineChanged.model_validate(before.model_dump() | fields)
        case c.NameKpi():
            rules.KPI_NAMED_ALREADY.require(command.kpi not in plan.kpis)
            return e.KpiNamed.model_validate(fields)
        case c.SetTarget():
            standing = plan.target_on(command.key(), day)
            rules.CHANGES_NOTHING.require(standing is None or standing.value != command.value)
            return e.TargetSet.model_validate(fields)
        case _:
            assert_never(command)


def _within(plan: Plan, on: date, each: e.LineKey | e.Target) -> None:
    # An applicant that leaves keeps what it had; years that are cut off must be empty.
    now = plan.extent_on(on)
    rules.NOT_AN_APPLICANT.require(each.municipality in {"joint", *now.applicants})
    for extent in (now, *(later for day, later in plan.extents if day > on)):
        rules.YEAR_OUTSIDE_PLAN.require(extent.first_year <= each.fiscal_year <= extent.last_year)


def _with(plan: Plan, event: e.BudgetLineSet | e.BudgetLineChanged) -> Lines:
    return (*plan.lines, (event.effective_on, _part(e.Line, event)))


def _part(kind: type[F], of: Event | Command) -> F:
    return kind.model_validate(of.model_dump(include=set(kind.model_fields)))
