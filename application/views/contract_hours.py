"""Hours under contracts (委託時間): month by month, what was agreed, declared and approved?

Hours are a team's totals. A month is four weeks or the calendar's, as the contract says: both are
shown, since by the one a team is over that by the other is not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import changed, rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.days import said_on
from domain.base.event import Event, Programme
from domain.base.words import Label
from domain.contract import events as e
from domain.contract.events import MonthConvention
from domain.contract.month import month_of
from domain.contract.months import contracted, months_of
from domain.contract.state import Month

Period = tuple[date, date, list[tuple[date, e.Terms]]]
"""First and last day, and the terms in it, each from its day on."""


class ContractHoursAsks(Asks):
    """Of which programme's contracts, and which of them; all if nothing is given."""

    programme: Programme | None = None
    contract: Annotated[
        e.ContractNumber | None, Label("契約番号", "contract number", "委-R6-01")
    ] = None


@rowclass
class ContractHoursRow:
    """One month of one contract, in minutes.

    `agreed` follows the contract's own convention; it is empty where that says nothing. Over or
    under is said of months that are over by the day asked. What was declared so far and what is
    left are those of the period: a renewal begins anew.
    """

    contract: e.ContractNumber
    team: e.ContractTeam
    month: Annotated[str, Label("月", "month")]
    convention: Annotated[MonthConvention | None, Label("月の数え方", "month convention")]
    agreed: Annotated[int | None, Label("契約（分）", "agreed in minutes")]
    by_four_weeks: Annotated[int | None, Label("4週換算（分）", "by four weeks")]
    by_calendar: Annotated[int | None, Label("暦月換算（分）", "by the calendar")]
    declared: Annotated[int, Label("申告（分）", "declared in minutes")]
    approved: Annotated[int, Label("承認済み（分）", "approved in minutes")]
    unapproved: Annotated[int, Label("未承認（分）", "not approved in minutes")]
    over: Annotated[int | None, Label("過不足（分）", "over or under")]
    declared_so_far: Annotated[int, Label("申告の累計（分）", "declared so far")]
    left: Annotated[int | None, Label("残り（分）", "left of all months")]


@dataclass(frozen=True)
class _Agreed:
    """One month as it is agreed on, by either convention, and the first day of its period."""

    period: date
    last: date
    convention: MonthConvention | None
    minutes: Mapping[MonthConvention, int | None]

    def own(self) -> int | None:
        return self.minutes[self.convention] if self.convention else None


def compute(facts: Facts, asks: ContractHoursAsks) -> Iterator[Line[ContractHoursRow]]:
    """Give the months of each contract in their order; hours outside of it stand there too."""
    months = _months(facts)
    contracts = sorted(facts.of(e.ContractConcluded), key=lambda one: one[0].number)
    for concluded, fact in contracts:
        wanted = asks.contract in {None, concluded.number}
        if wanted and asks.programme in {None, concluded.programme}:
            yield from _lines(facts, concluded, fact, months[fact.stream])


def _months(facts: Facts) -> Mapping[UUID, dict[str, tuple[Month, list[Recorded]]]]:
    found: dict[UUID, dict[str, tuple[Month, list[Recorded]]]] = defaultdict(dict)
    for stream, history in facts.streams.items():
        opened = history[0].event
        told = facts.in_record(stream)
        if isinstance(opened, e.HoursDeclared | e.HoursApproved) and told:
            month = month_of([one.event for one in told])
            name = f"{min(month.declared or month.approved):%Y-%m}"
            found[opened.contract_id][name] = month, list(told)
    return found


def _lines(
    facts: Facts,
    concluded: e.ContractConcluded,
    fact: Recorded,
    months: Mapping[str, tuple[Month, list[Recorded]]],
) -> Iterator[Line[ContractHoursRow]]:
    agreed = _agreed([one.event for one in facts.in_record(fact.stream)])
    so_far: dict[date | None, int] = defaultdict(int)
    for name in sorted(agreed.keys() | months.keys()):
        month, told = months.get(name, (None, []))
        declared = sum(month.declared.values()) if month else 0
        open_ones = sum(minutes for _, minutes in month.unapproved(date.max)) if month else 0
        period = agreed[name].period if name in agreed else None
        so_far[period] += declared
        total = _total(agreed, period)
        row = _row(concluded, name, agreed.get(name), declared, facts.valid_on)
        yield Line(
            changed(
                row,
                approved=declared - open_ones,
                unapproved=open_ones,
                declared_so_far=so_far[period],
                left=None if total is None else total - so_far[period],
            ),
            (fact, *told),
        )


def _total(agreed: Mapping[str, _Agreed], period: date | None) -> int | None:
    every = [one.own() for one in agreed.values() if one.period == period]
    known = [minutes for minutes in every if minutes is not None]
    return sum(known) if known and len(known) == len(every) else None


def _row(
    concluded: e.ContractConcluded, name: str, agreed: _Agreed | None, declared: int, today: date
) -> ContractHoursRow:
    own = agreed.own() if agreed else None
    over = declared - own if agreed and own is not None and agreed.last <= today else None
    minutes = agreed.minutes if agreed else {}
    return ContractHoursRow(
        contract=concluded.number,
        team=concluded.team,
        month=name,
        convention=agreed.convention if agreed else None,
        agreed=own,
        by_four_weeks=minutes.get(MonthConvention.FOUR_WEEKS),
        by_calendar=minutes.get(MonthConvention.CALENDAR),
        declared=declared,
        approved=0,
        unapproved=0,
        over=over,
        declared_so_far=0,
        left=None,
    )


def _agreed(told: Sequence[Event]) -> dict[str, _Agreed]:
    """Give the months of a contract under the terms of their first days."""
    found: dict[str, _Agreed] = {}
    for first, last, said in _periods(told):
        for begins, ends in months_of(first, last):
            terms = said_on(said, begins) or said[0][1]
            if terms.heads is not None:
                minutes = {by: contracted(terms, begins, ends, by) for by in MonthConvention}
                found[f"{begins:%Y-%m}"] = _Agreed(first, ends, terms.month_convention, minutes)
    return found


def _periods(told: Sequence[Event]) -> list[Period]:
    periods: list[Period] = []
    end = date.max
    for event in told:
        match event:
            case e.ContractConcluded() | e.ContractRenewed():
                said: list[tuple[date, e.Terms]] = [(event.first_day, event)]
                periods.append((event.first_day, event.last_day, said))
            case e.ContractAmended():
                first, _, said = periods.pop()
                periods.append((first, event.last_day, [*said, (event.effective_on, event)]))
            case e.ContractEnded():
                end = event.effective_on
    return [(first, min(last, end), said) for first, last, said in periods if first <= end]


CONTRACT_HOURS = View(
    name="contract-hours",
    label=Label("委託時間の執行状況", "Hours under contracts"),
    asks=ContractHoursAsks,
    row=ContractHoursRow,
    reads=(
        e.ContractConcluded,
        e.ContractAmended,
        e.ContractRenewed,
        e.ContractEnded,
        e.HoursDeclared,
        e.HoursApproved,
    ),
    compute=compute,
    totals=("agreed", "by_four_weeks", "by_calendar", "declared", "approved", "unapproved"),
)
