"""The offsite stay: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.base.rule import Rule
from domain.client import rules as client_rules
from domain.client.client import Client
from domain.company_programme import rules as companies
from domain.company_programme.state import CompanyProgramme
from domain.offsite_stay import commands as c
from domain.offsite_stay import events as e
from domain.offsite_stay import rules

OWN = "own:"


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay as far as rules need it.

    `disorder` is the first rule that an entry breaks: no command records such an entry, but a
    correction could bring it about.
    """

    programme: str
    invited_on: date
    held_on: date | None = None
    cancelled: bool = False
    disorder: Rule | None = None


def decide_opening(stay: Stay | None, command: c.InviteToStay, seen: Seen) -> list[e.StayEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    companies.OF_OWN_PROGRAMME.require(command.programme.startswith(OWN))
    rules.INVITED_ALREADY.require(stay is None)
    if command.client_id is not None:
        client = seen.the(Client, command.client_id)
        client_rules.NOT_REGISTERED.require(client and client.known_on(command.effective_on))
    return [e.StayInvited.model_validate(command.carried() | _whose(command.programme))]


def decide(stay: Stay, command: c.StayStep, seen: Seen) -> list[e.StayEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    fields = command.carried() | {"programme": stay.programme}
    match command:
        case c.HoldStay():
            event: e.StayEvent = e.StayHeld.model_validate(fields | _whose(stay.programme))
            if command.company_programme_id is not None:
                offer = seen.the(CompanyProgramme, command.company_programme_id)
                companies.NOT_OFFERED.require(offer and offer.offered_on(command.effective_on))
        case c.MakeFollowUp():
            event = e.FollowUpMade.model_validate(fields)
        case c.CancelStay():
            event = e.StayCancelled.model_validate(fields)
        case _:
            assert_never(command)
    sound(evolve(stay, event))
    return [event]


def sound(stay: Stay) -> None:
    """Raise the rule that a mended stay breaks."""
    if stay.disorder:
        stay.disorder.broken()


def evolve(stay: Stay | None, event: e.StayEvent) -> Stay:
    """Fold one effective event into the stay."""
    if isinstance(event, e.StayInvited):
        return Stay(event.programme, event.effective_on)
    stay = opened(stay)
    stay = replace(stay, disorder=stay.disorder or _disorder(stay, event))
    match event:
        case e.StayHeld():
            return replace(stay, held_on=event.effective_on)
        case e.FollowUpMade():
            return stay
        case e.StayCancelled():
            return replace(stay, cancelled=True)
        case _:
            assert_never(event)


def _whose(programme: str) -> dict[str, str]:
    return {"municipality": programme.removeprefix(OWN)}


def _disorder(stay: Stay, event: e.StayEvent) -> Rule | None:
    if isinstance(event, e.FollowUpMade):
        if stay.held_on is None:
            return rules.NOT_HELD
        return rules.BEFORE_EARLIER_STEP if event.effective_on < stay.held_on else None
    if stay.held_on is not None:
        return rules.HELD_ALREADY
    if stay.cancelled:
        return rules.CANCELLED
    return rules.BEFORE_EARLIER_STEP if event.effective_on < stay.invited_on else None
