"""The expenditure: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.expenditure import commands as c
from domain.expenditure import events as e
from domain.expenditure import rules
from domain.grant.plan import Plan


@dataclass(frozen=True, slots=True)
class Expenditure:
    """One commitment, and how much of it was paid and came back; all in yen."""

    programme: str
    charge: dict[str, Any]
    committed: int
    paid: int = 0
    returned: int = 0


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
    match command:
        case c.PayExpenditure():
            spent = expenditure.paid - expenditure.returned + command.amount
            rules.MORE_THAN_COMMITTED.require(spent <= expenditure.committed)
            return [e.ExpenditurePaid.model_validate(fields)]
        case c.ReturnExpenditure():
            rules.MORE_THAN_PAID.require(expenditure.returned + command.amount <= expenditure.paid)
            return [e.ExpenditureReturned.model_validate(fields)]
        case _:
            assert_never(command)


def evolve(expenditure: Expenditure | None, event: e.ExpenditureEvent) -> Expenditure:
    """Fold one effective event into the expenditure."""
    if isinstance(event, e.ExpenditureCommitted):
        charge = event.model_dump(include=set(e.Charge.model_fields))
        return Expenditure(event.programme, charge, event.amount)
    expenditure = opened(expenditure)
    match event:
        case e.ExpenditurePaid():
            return replace(expenditure, paid=expenditure.paid + event.amount)
        case e.ExpenditureReturned():
            return replace(expenditure, returned=expenditure.returned + event.amount)
        case _:
            assert_never(event)


def sound(expenditure: Expenditure) -> None:
    """Raise the rule that a mended expenditure would break."""
    spent = expenditure.paid - expenditure.returned
    rules.MORE_THAN_COMMITTED.require(spent <= expenditure.committed)
    rules.MORE_THAN_PAID.require(expenditure.returned <= expenditure.paid)


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
