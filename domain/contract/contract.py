"""The service contract: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import NOTHING_SEEN, Seen
from domain.base.event import COMMON, opened
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
    event = _step(contract, command)
    _keeps_hours(evolve(contract, event), contract, seen)
    return [event]


def _step(contract: Contract, command: c.ContractStep) -> e.ContractEvent:
    day = command.effective_on
    fields = command.carried() | {"programme": contract.programme}
    rules.ENDED.require(contract.ended is None)
    match command:
        case c.AmendContract():
            rules.NOT_IN_FORCE.require(contract.in_force_on(day))
            rules.ENDS_BEFORE_IT_BEGINS.require(day <= command.last_day)
            return e.ContractAmended.model_validate(fields)
        case c.RenewContract():
            rules.RENEWS_BEFORE_THE_END.require(contract.last_day < command.first_day)
            rules.ENDS_BEFORE_IT_BEGINS.require(command.first_day <= command.last_day)
            return e.ContractRenewed.model_validate(fields)
        case c.EndContract():
            rules.NOT_IN_FORCE.require(contract.in_force_on(day))
            given = command.notice_given_on
            rules.NOTICE_AFTER_THE_END.require(given is None or given <= day)
            return e.ContractEnded.model_validate(fields)
        case _:
            assert_never(command)


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
            (period,),
            event.heads,
            disorder=_backwards(*period),
        )
    contract = opened(contract)
    match event:
        case e.ContractAmended():
            period = (contract.periods[-1][0], event.last_day)
            periods = (*contract.periods[:-1], period)
            disorder = contract.disorder or _backwards(*period)
            return replace(contract, periods=periods, heads=event.heads, disorder=disorder)
        case e.ContractRenewed():
            period = (event.first_day, event.last_day)
            periods = (*contract.periods, period)
            disorder = contract.disorder or _backwards(*period)
            return replace(contract, periods=periods, heads=event.heads, disorder=disorder)
        case e.ContractEnded():
            given = event.notice_given_on
            late = rules.NOTICE_AFTER_THE_END if given is not None and given > day else None
            return replace(contract, ended=day, disorder=contract.disorder or late)
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
