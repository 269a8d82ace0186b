"""The service contract: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import COMMON, opened
from domain.base.orderer import Principal
from domain.base.rule import Rule
from domain.base.teams import Team
from domain.contract import commands as c
from domain.contract import events as e
from domain.contract import rules


@dataclass(frozen=True, slots=True)
class Contract:
    """One contract as far as rules need it.

    `periods` are the first and last days of the contract and of its renewals; an amendment changes
    the last of them. `disorder` is the first rule that an entry breaks, which only mending could
    bring about.
    """

    number: str
    programme: str
    team: Team | None
    orderer: Principal
    orderer_code: str
    periods: tuple[tuple[date, date], ...]
    heads: int | None
    ended: date | None = None
    disorder: Rule | None = None

    @property
    def first_day(self) -> date:
        """The first day of its first period."""
        return self.periods[0][0]

    @property
    def last_day(self) -> date:
        """The last day of its last period, whether it ended before or not."""
        return self.periods[-1][1]

    def in_force_on(self, day: date) -> bool:
        """Say whether `day` lies in one of its periods and not after its end."""
        inside = any(first <= day <= last for first, last in self.periods)
        return inside and (self.ended is None or day <= self.ended)


def decide_opening(
    contract: Contract | None, command: c.ConcludeContract, _seen: Seen
) -> list[e.ContractEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.CONCLUDED_ALREADY.require(contract is None)
    rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
    rules.ENDS_BEFORE_IT_BEGINS.require(command.first_day <= command.last_day)
    return [e.ContractConcluded.model_validate(command.carried())]


def decide(contract: Contract, command: c.ContractStep, _seen: Seen) -> list[e.ContractEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": contract.programme}
    rules.ENDED.require(contract.ended is None)
    match command:
        case c.AmendContract():
            rules.NOT_IN_FORCE.require(contract.in_force_on(day))
            rules.ENDS_BEFORE_IT_BEGINS.require(day <= command.last_day)
            return [e.ContractAmended.model_validate(fields)]
        case c.RenewContract():
            rules.RENEWS_BEFORE_THE_END.require(contract.last_day < command.first_day)
            rules.ENDS_BEFORE_IT_BEGINS.require(command.first_day <= command.last_day)
            return [e.ContractRenewed.model_validate(fields)]
        case c.EndContract():
            rules.NOT_IN_FORCE.require(contract.in_force_on(day))
            given = command.notice_given_on
            rules.NOTICE_AFTER_THE_END.require(given is None or given <= day)
            return [e.ContractEnded.model_validate(fields)]
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


def sound(contract: Contract) -> None:
    """Raise the rule that a mended contract would break."""
    if contract.disorder is not None:
        contract.disorder.broken()
