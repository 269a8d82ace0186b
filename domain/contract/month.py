"""The hours of one contract in one month: what is accepted, and what its events make of it."""

from collections.abc import Iterable
from dataclasses import replace

from domain.base.command import Seen
from domain.base.event import opened
from domain.base.teams import Team
from domain.consortium.private import private_member
from domain.contract import commands as c
from domain.contract import events as e
from domain.contract import rules
from domain.contract.state import Contract, Month

MINUTES_OF_A_DAY = 24 * 60


def decide_opening(month: Month | None, command: c.DeclareHours, seen: Seen) -> list[e.MonthEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    contract = seen.the(Contract, command.contract_id)
    if contract is None or not contract.in_force_on(day):
        rules.NOT_IN_FORCE.broken()
    if contract.heads is None:
        rules.NOT_BY_THE_HOUR.broken()
    rules.BEYOND_THE_DAY.require(command.minutes <= contract.heads * MINUTES_OF_A_DAY)
    rules.DECLARED_ALREADY.require(month is None or day not in month.declared)
    of: dict[str, str | Team | bool | None] = {
        "programme": contract.programme,
        "contract_number": contract.number,
        "team": contract.team,
        "private_member": private_member(
            command, seen, lambda one: one.code == contract.party_code
        ),
    }
    return [e.HoursDeclared.model_validate(command.carried() | of)]


def decide(month: Month, command: c.ApproveHours, _seen: Seen) -> list[e.MonthEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.APPROVED_BEFORE_WORKED.require(command.until <= command.effective_on)
    days = [{"day": day, "minutes": minutes} for day, minutes in month.unapproved(command.until)]
    rules.NOTHING_TO_APPROVE.require(days)
    of = {"programme": month.programme, "days": days}
    return [e.HoursApproved.model_validate(command.carried() | month.origin | of)]


def evolve(month: Month | None, event: e.MonthEvent) -> Month:
    """Fold one effective event into the month."""
    month = month or _begun(event)
    if isinstance(event, e.HoursApproved):
        approved = {one.day: one.minutes for one in event.days}
        return replace(month, approved=month.approved | approved)
    day = event.effective_on
    twice = month.twice or day in month.declared
    return replace(month, declared=month.declared | {day: event.minutes}, twice=twice)


def month_of(told: Iterable[object]) -> Month:
    """Give the month of its events; raises ValueError if there are none."""
    month: Month | None = None
    for event in told:
        if isinstance(event, e.HoursDeclared | e.HoursApproved):
            month = evolve(month, event)
    return opened(month)


def _begun(event: e.MonthEvent) -> Month:
    # Whoever folds in the order of days can meet an approval first, if what it approved is gone.
    origin = {
        "contract_id": event.contract_id,
        "contract_number": event.contract_number,
        "team": event.team,
    }
    return Month(event.contract_number, event.programme, origin)


def sound(month: Month) -> None:
    """Raise the rule that a mended month would break."""
    rules.DECLARED_ALREADY.require(not month.twice)
