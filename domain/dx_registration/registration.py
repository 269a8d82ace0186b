"""The registration: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.dx_registration import commands as c
from domain.dx_registration import events as e
from domain.dx_registration import rules


@dataclass(frozen=True, slots=True)
class DxRegistration:
    """One firm under one scheme, and from which days on it is registered or not."""

    programme: str
    scheme: str
    firm: str
    municipality: str
    stood: tuple[tuple[date, bool], ...]

    def in_force_on(self, day: date) -> bool:
        """Say whether the firm is registered on `day`."""
        return said_on(self.stood, day) is True


def decide_opening(
    registration: DxRegistration | None, command: c.ConfirmDxRegistration, _seen: Seen
) -> list[e.DxRegistrationEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    known = registration is not None and registration.in_force_on(command.effective_on)
    rules.CONFIRMED_ALREADY.require(not known)
    return [e.DxRegistrationConfirmed.model_validate(command.carried())]


def decide(
    registration: DxRegistration, command: c.EndDxRegistration, _seen: Seen
) -> list[e.DxRegistrationEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_REGISTERED.require(registration.in_force_on(command.effective_on))
    return [
        e.DxRegistrationEnded(
            effective_on=command.effective_on,
            programme=registration.programme,
            scheme=registration.scheme,
            firm=registration.firm,
            municipality=registration.municipality,
        )
    ]


def sound(registration: DxRegistration) -> None:
    """Raise the rule that a mended registration breaks: what ends had been confirmed."""
    confirmed = min((day for day, stands in registration.stood if stands), default=date.max)
    rules.NOT_REGISTERED.require(all(confirmed <= day for day, _ in registration.stood))


def evolve(registration: DxRegistration | None, event: e.DxRegistrationEvent) -> DxRegistration:
    """Fold one effective event into the registration."""
    day = event.effective_on
    match event:
        case e.DxRegistrationConfirmed():
            before = registration.stood if registration else ()
            return DxRegistration(
                event.programme,
                event.scheme,
                event.firm,
                event.municipality,
                (*before, (day, True)),
            )
        case e.DxRegistrationEnded():
            registration = opened(registration)
            return replace(registration, stood=(*registration.stood, (day, False)))
        case _:
            assert_never(event)
