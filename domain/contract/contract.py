"""The service contract: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.event import COMMON, opened
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.base.rule import Rule
from domain.contract import commands as c
from domain.contract import events as e
from domain.contract import rules
from domain.contract.state import Contract, Month


def decide_opening(
    contract: Contract | None, command: c.ConcludeContract, _seen: Seen
) -> list[e.ContractEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.CONCLUDED_ALREADY.require(contract is None)
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    rules.ENDS_BEFORE_IT_BEGINS.require(command.first_day <= command.last_day)
    return [e.ContractConcluded.model_validate(command.carried())]


def decide(contract: Contract, command: c.ContractStep, seen: Seen) -> list[e.ContractEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.ENDED.require(contract.ended is None)
    fields = command.carried() | {"programme": contract.programme}
    match command:
        case c.AmendContract():
            event: e.ContractEvent = e.ContractAmended.model_validate(fields)
        case c.RenewContract():
            event = e.ContractRenewed.model_validate(fields)
        case c.EndContract():
            event = e.ContractEnded.model_validate(fields)
        case _:
            assert_never(command)
    sound(evolve(contract, event), contract, seen)
    return [event]


def evolve(contract: Contract | None, event: e.ContractEvent) -> Contract:
    """Fold one effective event into the contract."""
    day = event.effective_on
    if isinstance(event, e.ContractConcluded):
        period = (event.first_day, event.last_day)
        return Contract(
            event.number,
            event.programme,
            event.team,
            event.orderer,
            event.orderer_code,
            event.party_code,
            (period,),
            event.heads,
            disorder=_backwards(*period),
        )
    contract = opened(contract)
    contract = replace(contract, disorder=contract.disorder or _disorder(contract, event))
    match event:
        case e.ContractAmended():
            period = (contract.first_day_of_last_period, event.last_day)
            return replace(contract, periods=(*contract.periods[:-1], period), heads=event.heads)
        case e.ContractRenewed():
            period = (event.first_day, event.last_day)
            return replace(contract, periods=(*contract.periods, period), heads=event.heads)
        case e.ContractEnded():
            return replace(contract, ended=day)
        case _:
            assert_never(event)


def _disorder(
    contract: Contract, event: e.ContractAmended | e.ContractRenewed | e.ContractEnded
) -> Rule | None:
    day = event.effective_on
    match event:
        case e.ContractAmended():
            if not contract.in_force_on(day):
                return rules.NOT_IN_FORCE
            # Of an earlier period it would change the terms on which the renewal was agreed.
            if day < contract.first_day_of_last_period:
                return OTHERS_BUILD_ON_IT
            return _backwards(day, event.last_day)
        case e.ContractRenewed():
            if event.first_day <= contract.last_day:
                return rules.RENEWS_BEFORE_THE_END
            return _backwards(event.first_day, event.last_day)
        case e.ContractEnded():
            if not contract.in_force_on(day):
                return rules.NOT_IN_FORCE
            given = event.notice_given_on
            return rules.NOTICE_AFTER_THE_END if given is not None and given > day else None
        case _:
            assert_never(event)


def _backwards(first: date, last: date) -> Rule | None:
    return rules.ENDS_BEFORE_IT_BEGINS if last < first else None


def sound(contract: Contract, before: Contract | None = None, seen: Seen = NOTHING_SEEN) -> None:
    """Raise the rule that a mended contract would break."""
    if contract.disorder is not None:
        contract.disorder.broken()
    _keeps_hours(contract, before, seen)


def _keeps_hours(contract: Contract, before: Contract | None, seen: Seen) -> None:
    """Require that no hours come to lie outside the contract that did not before."""
    known = _outside(before, seen) if before else set()
    rules.HOURS_OUTSIDE.require(_outside(contract, seen) <= known)


def _outside(contract: Contract, seen: Seen) -> set[date]:
    declared = {day for month in seen.every(Month) for day in month.declared}
    return {day for day in declared if not contract.in_force_on(day)}
