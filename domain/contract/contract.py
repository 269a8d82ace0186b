"""The service contract: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import COMMON, opened
from domain.base.mend import OTHERS_BUILD_ON_IT
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
    the last of them. `disorder` is the first rule that an entry breaks.
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
    def first_day_of_last_period(self) -> date:
        """The first day of its last period."""
        return self.periods[-1][0]

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
    sound(evolve(contract, event))
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


def sound(contract: Contract) -> None:
    """Raise the rule that a contract breaks."""
    if contract.disorder is not None:
        contract.disorder.broken()
