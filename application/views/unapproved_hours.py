"""Hours that nobody has approved as they stand: declared, or corrected after their approval."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from application.projecting.projection import rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.words import Label
from domain.contract import events as e
from domain.contract.month import month_of


class UnapprovedHoursAsks(Asks):
    """Of which programme's contracts, and which of them; all if nothing is given."""

    programme: Programme | None = None
    contract: Annotated[
        e.ContractNumber | None, Label("契約番号", "contract number", "委-R6-01")
    ] = None


@rowclass
class UnapprovedHoursRow:
    """One day of one contract; what it was approved as, if it was before it changed."""

    contract: e.ContractNumber
    team: e.ContractTeam
    day: Annotated[date, Label("日", "day")]
    minutes: Annotated[int, Label("申告（分）", "declared in minutes")]
    approved_as: Annotated[int | None, Label("承認時（分）", "approved as")]
    days_waiting: Annotated[int, Label("経過日数", "days since")]


def compute(facts: Facts, asks: UnapprovedHoursAsks) -> Iterator[Line[UnapprovedHoursRow]]:
    """Give the days in their order, contract by contract."""
    lines: list[Line[UnapprovedHoursRow]] = []
    for stream in facts.streams:
        told = facts.in_record(stream)
        days = {
            one.event.effective_on: (one.event, one)
            for one in told
            if isinstance(one.event, e.HoursDeclared)
        }
        if not days:
            continue
        month = month_of(one.event for one in told)
        for day, minutes in month.unapproved(facts.valid_on):
            declared, fact = days[day]
            wanted = asks.contract in {None, declared.contract_number}
            if wanted and asks.programme in {None, declared.programme}:
                row = UnapprovedHoursRow(
                    contract=declared.contract_number,
                    team=declared.team,
                    day=day,
                    minutes=minutes,
                    approved_as=month.approved.get(day),
                    days_waiting=(facts.valid_on - day).days,
                )
                lines.append(Line(row, (fact,)))
    yield from sorted(lines, key=lambda line: (line.row.contract, line.row.day))


UNAPPROVED_HOURS = View(
    name="unapproved-hours",
    label=Label("承認されていない時間", "Hours not approved"),
    asks=UnapprovedHoursAsks,
    row=UnapprovedHoursRow,
    reads=(e.HoursDeclared, e.HoursApproved),
    compute=compute,
    totals=("minutes",),
)
