"""The corporation: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import COMMON, opened
from domain.base.orderer import Principal
from domain.corporation import commands as c
from domain.corporation import events as e
from domain.corporation import rules


@dataclass(frozen=True, slots=True)
class Corporation:
    """One corporation: its size, each from its day on, and what was transferred when."""

    number: str
    founded_on: date
    sizes: tuple[tuple[date, tuple[int, bool]], ...]
    transfers: tuple[tuple[date, str, tuple[str, ...]], ...] = ()

    def founded_by(self, day: date) -> bool:
        """Say whether it was there on `day`."""
        return self.founded_on <= day


def decide_opening(
    corporation: Corporation | None, command: c.FoundCorporation, _seen: Seen
) -> list[e.CorporationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.FOUNDED_ALREADY.require(corporation is None)
    return [e.CorporationFounded.model_validate(command.carried())]


def decide(
    corporation: Corporation, command: c.CorporationStep, _seen: Seen
) -> list[e.CorporationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    match command:
        case c.ChangeOfficers():
            rules.NOT_FOUNDED.require(corporation.founded_by(day))
            size = (command.officers, command.has_employees)
            rules.SAME_OFFICERS.require(said_on(corporation.sizes, day) != size)
            return [e.OfficersChanged.model_validate(command.carried())]
        case c.TransferOperation():
            rules.NEEDS_PROGRAMME.require(command.programme != COMMON)
            rules.NOT_FOUNDED.require(corporation.founded_by(day))
            us = (Principal.CORPORATION, corporation.number)
            sides = [
                (command.from_kind, command.from_code) == us,
                (command.to_kind, command.to_code) == us,
            ]
            rules.NOT_A_PARTY.require(sum(sides) == 1)
            event = e.OperationTransferred.model_validate(command.carried())
            sound(evolve(corporation, event))
            return [event]
        case _:
            assert_never(command)


def evolve(corporation: Corporation | None, event: e.CorporationEvent) -> Corporation:
    """Fold one effective event into the corporation."""
    day = event.effective_on
    if isinstance(event, e.CorporationFounded):
        size = (event.officers, event.has_employees)
        return Corporation(event.corporate_number, day, ((day, size),))
    corporation = opened(corporation)
    match event:
        case e.OfficersChanged():
            size = (event.officers, event.has_employees)
            return replace(corporation, sizes=(*corporation.sizes, (day, size)))
        case e.OperationTransferred():
            one = (day, event.programme, tuple(sorted(event.activities)))
            return replace(corporation, transfers=(*corporation.transfers, one))
        case _:
            assert_never(event)


def sound(corporation: Corporation) -> None:
    """Raise the rule that a mended corporation would break."""
    transfers = corporation.transfers
    rules.TRANSFERRED_ALREADY.require(len(set(transfers)) == len(transfers))
