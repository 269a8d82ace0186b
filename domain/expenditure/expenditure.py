"""The expenditure: what its record accepts, and what its events make of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.base.values.fiscal_year import last_day
from domain.closing.accounts import Accounts, closes_on, in_year
from domain.expenditure import commands as c
from domain.expenditure import events as e
from domain.expenditure import rules
from domain.expenditure.checks import matters
from domain.grant.budget import Charged
from domain.grant.plan import Plan

Step = (
    e.CommitmentCancelled
    | e.ExpenditureInspected
    | e.PaymentOrdered
    | e.ExpenditurePaid
    | e.ExpenditureReturned
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What became of a commitment by the end of one day, in yen."""

    committed: int
    inspected: int
    ordered: int
    spent: int


@dataclass(frozen=True, slots=True)
class Expenditure(Charged):
    """One commitment, and what was done with it, day by day; all amounts are in yen."""

    programme: str
    charge: e.Charge
    committed_on: date
    committed: int
    steps: tuple[tuple[date, type[Step], int], ...] = ()

    def by_day(self) -> Iterator[Sums]:
        """Give the sums at the end of each day on which something was done.

        What was ordered and came back may be ordered again.
        """
        sums = Counter[type[Step]]()
        days = sorted({day for day, _, _ in self.steps})
        for day in days:
            for _, kind, yen in (step for step in self.steps if step[0] == day):
                sums[kind] += yen
            back = sums[e.ExpenditureReturned]
            yield Sums(
                self.committed - sums[e.CommitmentCancelled],
                sums[e.ExpenditureInspected],
                sums[e.PaymentOrdered] - back,
                sums[e.ExpenditurePaid] - back,
            )


def decide_opening(
    expenditure: Expenditure | None, command: c.CommitExpenditure, seen: Seen
) -> list[e.ExpenditureEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.COMMITTED_ALREADY.require(expenditure is None)
    event = e.ExpenditureCommitted.model_validate(command.carried("plan_id", "as_fact"))
    _planned(evolve(None, event), command, seen)
    rules.PAYEE_TWICE.require(command.payee is None or command.payee_person is None)
    travels = command.budget_item in e.TRAVEL
    rules.TRAVELLER_NOT_SAID.require(command.traveller is not None or not travels)
    if command.prior_year is not None:
        of_town = command.accounts is Accounts.MUNICIPALITY
        rules.NOT_A_PRIOR_YEAR.require(of_town and command.prior_year < command.fiscal_year)
    rules.COMMITTED_OUTSIDE_YEAR.require(
        command.as_fact or in_year(command.effective_on, command.fiscal_year)
    )
    return [event]


def decide(
    expenditure: Expenditure, command: c.ExpenditureStep, _seen: Seen
) -> list[e.ExpenditureEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    # A step stays with the programme and the charge of its commitment: figures join nothing.
    of_commitment = expenditure.charge.model_dump() | {"programme": expenditure.programme}
    fields = command.carried("as_fact") | of_commitment
    event = command.EVENT.model_validate(fields)
    after = evolve(expenditure, event)
    if isinstance(command, c.CancelCommitment):
        left = min(each.committed - max(each.spent, 0) for each in after.by_day())
        rules.CANCELS_MORE_THAN_LEFT.require(left >= 0)
    if isinstance(command, c.InspectExpenditure):
        rules.INSPECTED_BEFORE_DELIVERY.require(command.delivered_on <= command.effective_on)
    sound(after)
    _in_time(expenditure, command)
    return [event]


def evolve(expenditure: Expenditure | None, event: e.ExpenditureEvent) -> Expenditure:
    """Fold one effective event into the expenditure."""
    if isinstance(event, e.ExpenditureCommitted):
        charge = e.Charge.of(event)
        return Expenditure(event.programme, charge, event.effective_on, event.amount)
    expenditure = opened(expenditure)
    if isinstance(event, e.ExpenditureMatterClosed):
        return expenditure
    step = (event.effective_on, type(event), event.amount)
    return replace(expenditure, steps=(*expenditure.steps, step))


def sound(expenditure: Expenditure) -> None:
    """Raise the rule that an expenditure breaks: on no day too much was done of anything."""
    first = min((day for day, _, _ in expenditure.steps), default=expenditure.committed_on)
    rules.BEFORE_COMMITMENT.require(first >= expenditure.committed_on)
    for sums in expenditure.by_day():
        rules.MORE_THAN_COMMITTED.require(sums.spent <= sums.committed)
        rules.MORE_THAN_PAID.require(sums.spent >= 0)
        rules.INSPECTED_MORE.require(sums.inspected <= expenditure.committed)
        rules.ORDERED_MORE.require(sums.ordered <= sums.committed)


def again(
    before: Expenditure,
    after: Expenditure,
    command: c.CorrectExpenditure | c.VoidExpenditure,
    seen: Seen,
) -> None:
    """Raise the rule that a corrected commitment breaks as it would have at first."""
    if isinstance(command, c.CorrectExpenditure) and _of_the_plan(before) != _of_the_plan(after):
        _planned(after, command, seen)


def _of_the_plan(expenditure: Expenditure) -> tuple[date, int, dict[str, Any]]:
    return expenditure.committed_on, expenditure.committed, expenditure.names()


def _in_time(expenditure: Expenditure, command: c.ExpenditureStep) -> None:
    """Raise the rule of the closing that does not allow what has not happened yet."""
    charge = expenditure.charge
    closes = closes_on(charge.accounts, charge.fiscal_year) or date.max
    match command:
        case c.InspectExpenditure():
            in_time = command.delivered_on <= last_day(charge.fiscal_year)
            rules.DELIVERED_AFTER_YEAR.require(command.as_fact or in_time)
        case c.PayExpenditure():
            rules.PAID_AFTER_CLOSING.require(command.as_fact or command.effective_on <= closes)
        case c.ReturnExpenditure():
            rules.RETURNED_AFTER_CLOSING.require(command.as_fact or command.effective_on <= closes)
        case c.CancelCommitment() | c.OrderPayment():
            pass
        case _:
            assert_never(command)


def _planned(
    expenditure: Expenditure, command: c.CommitExpenditure | c.CorrectExpenditure, seen: Seen
) -> None:
    # A municipality's own programme has no plan here; its budget is its own affair.
    if command.plan_id is None:
        rules.PLAN_NOT_NAMED.require(not expenditure.programme.startswith("grant:"))
        return
    plan = seen.the(Plan, command.plan_id)
    if plan is None or plan.programme != expenditure.programme:
        rules.BUDGET_LINE_UNKNOWN.broken()
    line = plan.line_for(expenditure.committed_on, **expenditure.names())
    if line is None:
        rules.BUDGET_LINE_UNKNOWN.broken()
    rules.EXCEEDS_THE_LINE.require(command.as_fact or expenditure.committed <= line.amount)


__all__ = ["Expenditure", "again", "decide", "decide_opening", "evolve", "matters", "sound"]
