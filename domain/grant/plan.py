"""The plan: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.base.values.fiscal_year import first_day, last_day
from domain.grant import commands as c
from domain.grant import events as e
from domain.grant import lines as grant_lines
from domain.grant import rules
from domain.grant.budget import (
    BudgetEvent,
    Charged,
    Key,
    Said,
    days_of,
    line_charged,
    said_of_lines,
)
from domain.grant.lines import Move
from domain.grant.terms import Extent, GrantShare, Target


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as far as its rules need it; each entry counts from its day on.

    What the plan leaves open is not in it: the part of the total that no line splits by year, and
    the targets that nobody gave. `budget` is what was said of its lines.
    """

    programme: str
    since: date
    extents: tuple[tuple[date, Extent], ...]
    selected: bool = False
    names: tuple[tuple[date, str], ...] = ()
    shares: tuple[tuple[date, GrantShare], ...] = ()
    urls: tuple[tuple[date, str | None], ...] = ()
    budget: tuple[tuple[date, Said], ...] = ()
    first_set: tuple[tuple[Key, date], ...] = ()
    kpis: tuple[tuple[date, str], ...] = ()
    targets: tuple[tuple[date, Target], ...] = ()

    def extent_on(self, day: date) -> Extent:
        """Give applicants, years and total cost on a day not before the plan."""
        extent = said_on(self.extents, day)
        assert extent is not None  # noqa: S101 - nothing of a plan lies before its submission
        return extent

    def lines_on(self, day: date) -> Mapping[Key, grant_lines.Line]:
        """Give the budget lines as they are on `day`."""
        lines: Mapping[Key, grant_lines.Line] = {}
        for on, lines_then in days_of(self.budget):
            if on <= day:
                lines = lines_then
        return lines

    def target_on(self, key: Key, day: date) -> Target | None:
        """Give a target as it is on `day`."""
        return said_on([each for each in self.targets if each[1].key() == key], day)

    def bears(self, charged: Charged) -> bool:
        """Say whether some line bears what is charged, whatever is left of it."""
        return self.line_for(date.max, **charged.names()) is not None

    def line_for(self, day: date, **charge: Any) -> grant_lines.Line | None:  # noqa: ANN401 - as `Line.bears`
        """Give the line that bears what is charged like this, as it is on `day`.

        One that is set from a later day on is given as it is then: the plan has it.
        """
        found = None
        for on, lines in days_of(self.budget):
            line = line_charged(lines, **charge)
            if line and (found is None or on <= day):
                found = line
        return found

    def kpis_within_limit(self, day: date) -> bool:
        """Say whether no rule on the number of KPIs is broken by what is named up to a day."""
        most = said_on(rules.MOST_KPIS, day)
        return most is None or sum(on <= day for on, _ in self.kpis) <= most


def period(extent: Extent) -> tuple[date, date]:
    """Give the first and the last day of the project."""
    return first_day(extent.first_year), last_day(extent.last_year)


def decide_opening(plan: Plan | None, command: c.SubmitPlan, _seen: Seen) -> list[e.PlanEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.SUBMITTED_ALREADY.require(plan is None)
    return [e.PlanSubmitted.model_validate(command.carried())]


def decide(plan: Plan, command: c.PlanStep, _seen: Seen) -> list[e.PlanEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.BEFORE_THE_PLAN.require(command.effective_on >= plan.since)
    _require_news(plan, command, command.effective_on)
    fields = command.carried() | {"programme": plan.programme}
    if isinstance(command, c.ChangeBudgetLine):
        # Only the amount changes, and the event says the line whole.
        fields = _line(plan, command).model_dump() | fields
    event = command.EVENT.model_validate(fields)
    sound(evolve(plan, event))
    return [event]


def sound(plan: Plan, before: Plan | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that the plan breaks, as it stands on any day.

    What mends it, known by what was there before, leaves every commitment a line that bears it.
    """
    for on, _ in plan.kpis:
        rules.TOO_MANY_KPIS.require(plan.kpis_within_limit(on))
    first_set = dict(plan.first_set)
    for on, said in plan.budget:
        if isinstance(said, grant_lines.Line):
            rules.NO_SUCH_LINE.require(first_set.get(said.key(), date.max) <= on)
            _within(plan, on, said.fiscal_year, said.municipality)
        else:
            _, fiscal_year, municipality = said.reaches()
            _within(plan, on, fiscal_year, municipality)
    kpis = {kpi for _, kpi in plan.kpis}
    for on, target in plan.targets:
        rules.NO_SUCH_KPI.require(target.kpi in kpis)
        _within(plan, on, target.fiscal_year, target.municipality)
    _within_the_total(plan)
    if before:
        charged = [one for one in seen.every(Charged) if before.bears(one)]
        OTHERS_BUILD_ON_IT.require(all(plan.bears(one) for one in charged))


def evolve(plan: Plan | None, event: e.PlanEvent) -> Plan:
    """Fold one effective event into the plan."""
    day = event.effective_on
    if isinstance(event, e.PlanSubmitted):
        return Plan(event.programme, day, ((day, Extent.of(event)),))
    plan = opened(plan)
    match event:
        case e.PlanSelected():
            return replace(plan, selected=True)
        case e.PlanAmended():
            return replace(plan, extents=(*plan.extents, (day, Extent.of(event))))
        case e.ProgrammeNamed():
            return replace(plan, names=(*plan.names, (day, event.name)))
        case e.GrantShareDefined():
            return replace(plan, shares=(*plan.shares, (day, GrantShare.of(event))))
        case e.RelatedUrlSet():
            return replace(plan, urls=(*plan.urls, (day, event.url)))
        case e.KpiNamed():
            return replace(plan, kpis=(*plan.kpis, (day, event.kpi)))
        case e.TargetSet():
            return replace(plan, targets=(*plan.targets, (day, Target.of(event))))
        case _:
            return _budgeted(plan, event)


def _budgeted(plan: Plan, event: BudgetEvent) -> Plan:
    said = said_of_lines(event)
    key = said.reaches() if isinstance(said, Move) else said.key()
    makes = not isinstance(event, e.BudgetLineChanged | e.BudgetTransferred)
    known = dict(plan.first_set)
    first_set = known | ({key: min(event.effective_on, known.get(key, date.max))} if makes else {})
    return replace(
        plan,
        first_set=tuple(first_set.items()),
        budget=(*plan.budget, (event.effective_on, said)),
    )


def _require_news(plan: Plan, command: c.PlanStep, day: date) -> None:
    """Raise the rule that what the plan says already breaks."""
    match command:
        case c.SelectPlan():
            rules.SELECTED_ALREADY.require(not plan.selected)
        case c.AmendPlan():
            rules.CHANGES_NOTHING.require(Extent.of(command) != plan.extent_on(day))
        case c.NameProgramme():
            rules.CHANGES_NOTHING.require(command.name != said_on(plan.names, day))
        case c.DefineGrantShare():
            share = GrantShare.of(command)
            rules.CHANGES_NOTHING.require(share != said_on(plan.shares, day))
        case c.SetRelatedUrl():
            said = [each for each in plan.urls if each[0] <= day]
            rules.CHANGES_NOTHING.require(not said or command.url != said_on(said, day))
        case c.NameKpi():
            rules.KPI_NAMED_ALREADY.require(command.kpi not in {kpi for _, kpi in plan.kpis})
        case c.SetTarget():
            standing = plan.target_on(command.key(), day)
            rules.CHANGES_NOTHING.require(standing is None or standing.value != command.value)
        case c.SetBudgetLine():
            rules.LINE_SET_ALREADY.require(command.key() not in dict(plan.first_set))
        case c.ChangeBudgetLine():
            rules.CHANGES_NOTHING.require(command.amount != _line(plan, command).amount)
        case c.TransferBudget() | c.CarryOverBudget() | c.SplitBudget():
            pass
        case _:
            assert_never(command)


def _line(plan: Plan, command: c.ChangeBudgetLine) -> grant_lines.Line:
    line = plan.lines_on(command.effective_on).get(command.key())
    return line or rules.NO_SUCH_LINE.broken(line=command.line)


def _within(plan: Plan, on: date, fiscal_year: int, municipality: str) -> None:
    # An applicant that leaves keeps what it had; years that are cut off must be empty.
    now = plan.extent_on(on)
    rules.NOT_AN_APPLICANT.require(municipality in {"joint", *now.applicants})
    for extent in (now, *(later for day, later in plan.extents if day > on)):
        rules.YEAR_OUTSIDE_PLAN.require(extent.first_year <= fiscal_year <= extent.last_year)


def _within_the_total(plan: Plan) -> None:
    """Raise the rule that the lines break on some day: together they stay within the total cost."""
    totals = [(on, sum(line.amount for line in ls.values())) for on, ls in days_of(plan.budget)]
    for day in {on for on, _ in (*totals, *plan.extents)}:
        until = [total for on, total in totals if on <= day]
        rules.MORE_THAN_THE_TOTAL.require(sum(until[-1:]) <= plan.extent_on(day).total_cost)
