"""The programme for companies: what its record accepts, and what its events make of it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.client import rules as client_rules
from domain.client.client import Client
from domain.company_programme import commands as c
from domain.company_programme import events as e
from domain.company_programme import rules
from domain.company_programme.state import CompanyProgramme
from domain.offsite_stay.stay import Stay


def decide_opening(
    offer: CompanyProgramme | None, command: c.CreateCompanyProgramme, _seen: Seen
) -> list[e.CompanyProgrammeEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.OF_OWN_PROGRAMME.require(command.programme.startswith("own:"))
    rules.CREATED_ALREADY.require(offer is None)
    return [e.CompanyProgrammeCreated.model_validate(command.carried())]


def decide(
    offer: CompanyProgramme, command: c.CompanyProgrammeStep, seen: Seen
) -> list[e.CompanyProgrammeEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": offer.programme}
    match command:
        case c.ReviseCompanyProgramme():
            event: e.CompanyProgrammeEvent = e.CompanyProgrammeRevised.model_validate(fields)
        case c.RunCompanyProgramme():
            if command.stay_id is not None:
                stay = seen.the(Stay, command.stay_id)
                rules.NO_SUCH_STAY.require(stay and stay.held_on and stay.held_on <= day)
            if command.client_id is not None:
                client = seen.the(Client, command.client_id)
                client_rules.NOT_REGISTERED.require(client and client.known_on(day))
            event = e.CompanyProgrammeRun.model_validate(fields | {"code": offer.code})
        case c.EndCompanyProgramme():
            event = e.CompanyProgrammeEnded.model_validate(fields)
        case _:
            assert_never(command)
    sound(evolve(offer, event))
    return [event]


def sound(offer: CompanyProgramme) -> None:
    """Raise the rule that a mended programme breaks."""
    rules.NOT_OFFERED.require(not offer.disorderly)


def evolve(offer: CompanyProgramme | None, event: e.CompanyProgrammeEvent) -> CompanyProgramme:
    """Fold one effective event into the programme."""
    day = event.effective_on
    if isinstance(event, e.CompanyProgrammeCreated):
        return CompanyProgramme(event.programme, event.code, day)
    offer = opened(offer)
    offer = replace(offer, disorderly=offer.disorderly or not offer.offered_on(day))
    match event:
        case e.CompanyProgrammeRevised() | e.CompanyProgrammeRun():
            return replace(offer, latest=max(offer.latest, day))
        case e.CompanyProgrammeEnded():
            # An end that is recorded late leaves nothing behind it, not even another end.
            too_early = day < offer.latest or offer.until != date.max
            return replace(offer, until=day, disorderly=offer.disorderly or too_early)
        case _:
            assert_never(event)
