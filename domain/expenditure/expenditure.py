"""The expenditure: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.expenditure import commands as c
from domain.expenditure import events as e
from domain.expenditure import rules
from domain.grant.plan import Plan


@dataclass(frozen=True, slots=True)
class Expenditure:
    """One commitment, and what was paid of it (above nothing) or came back (below), day by day.

    All amounts are in yen.
    """

    programme: str
    charge: dict[str, Any]
    committed_on: date
    committed: int
    moved: tuple[tuple[date, int], ...] = ()

    def with_moved(self, day: date, yen: int) -> "Expenditure":
        """Give the expenditure after so many yen were paid or, below nothing, came back."""
        return replace(self, moved=(*self.moved, (day, yen)))

    def spent_by_day(self) -> list[int]:
        """Give what was spent at the end of each day on which money moved."""
        days = sorted({day for day, _ in self.moved})
        return [sum(yen for on, yen in self.moved if on <= day) for day in days]


def decide_opening(
    expenditure: Expenditure | None, command: c.CommitExpenditure, seen: Seen
) -> list[e.ExpenditureEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.COMMITTED_ALREADY.require(expenditure is None)
    _planned(command, seen)
    return [e.ExpenditureCommitted.model_validate(command.carried("plan_id"))]


def decide(
    expenditure: Expenditure, command: c.ExpenditureStep, _seen: Seen
) -> list[e.ExpenditureEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    # A payment stays with the programme and the charge of its commitment: figures join nothing.
    fields = command.carried() | expenditure.charge | {"programme": expenditure.programme}
    day, yen = command.effective_on, command.amount
    match command:
        case c.PayExpenditure():
            sound(expenditure.with_moved(day, yen))
            return [e.ExpenditurePaid.model_validate(fields)]
        case c.ReturnExpenditure():
            sound(expenditure.with_moved(day, -yen))
            return [e.ExpenditureReturned.model_validate(fields)]
        case _:
            assert_never(command)


def evolve(expenditure: Expenditure | None, event: e.ExpenditureEvent) -> Expenditure:
    """Fold one effective event into the expenditure."""
    if isinstance(event, e.ExpenditureCommitted):
        charge = event.model_dump(include=set(e.Charge.model_fields))
        return Expenditure(event.programme, charge, event.effective_on, event.amount)
    expenditure = opened(expenditure)
    match event:
        case e.ExpenditurePaid():
            return expenditure.with_moved(event.effective_on, event.amount)
        case e.ExpenditureReturned():
            return expenditure.with_moved(event.effective_on, -event.amount)
        case _:
            assert_never(event)


def sound(expenditure: Expenditure) -> None:
    """Raise the rule that an expenditure breaks: on no day too much was paid or came back."""
    first = min((day for day, _ in expenditure.moved), default=expenditure.committed_on)
    rules.BEFORE_COMMITMENT.require(first >= expenditure.committed_on)
    spent = expenditure.spent_by_day()
    rules.MORE_THAN_COMMITTED.require(max(spent, default=0) <= expenditure.committed)
    rules.MORE_THAN_PAID.require(min(spent, default=0) >= 0)


def _planned(command: c.CommitExpenditure, seen: Seen) -> None:
    # A municipality's own programme has no plan here; its budget is its own affair.
    if command.plan_id is None:
        rules.PLAN_NOT_NAMED.require(not command.programme.startswith("grant:"))
        return
    plan = seen.the(Plan, command.plan_id)
    charge = command.model_dump(include=set(e.Charge.model_fields) - {"number"})
    rules.BUDGET_LINE_UNKNOWN.require(
        plan and plan.programme == command.programme and plan.bears(**charge)
    )
