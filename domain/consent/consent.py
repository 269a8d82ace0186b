"""The consent: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.consent import commands as c
from domain.consent import events as e
from domain.consent import rules


@dataclass(frozen=True, slots=True)
class Consent:
    """One person's consent for one purpose, and from which days on it is in force or not."""

    person_id: UUID
    purpose: e.Purpose
    scope: e.Scope
    programme: str
    said: tuple[tuple[date, bool], ...]

    def in_force(self, day: date) -> bool:
        """Say whether the consent is in force on `day`."""
        return said_on(self.said, day) is True


def decide_opening(
    consent: Consent | None, command: c.GiveConsent, _seen: Seen
) -> list[e.ConsentEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    if consent is not None:
        sound(_with(consent, command.effective_on, in_force=True))
    return [e.ConsentGiven.model_validate(command.carried())]


def decide(consent: Consent, command: c.WithdrawConsent, _seen: Seen) -> list[e.ConsentEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    sound(_with(consent, command.effective_on, in_force=False))
    about = {name: getattr(consent, name) for name in ("programme", *e.About.model_fields)}
    return [e.ConsentWithdrawn.model_validate(command.carried() | about)]


def sound(consent: Consent) -> None:
    """Raise the rule that it breaks if a consent is not given and withdrawn in turn."""
    was = False
    for _, now in sorted(consent.said, key=lambda each: each[0]):
        (rules.IN_FORCE_ALREADY if now else rules.NOT_IN_FORCE).require(was != now)
        was = now


def evolve(consent: Consent | None, event: e.ConsentEvent) -> Consent:
    """Fold one effective event into the consent."""
    match event:
        case e.ConsentGiven():
            about = (event.person_id, event.purpose, event.scope, event.programme)
            return _with(consent or Consent(*about, ()), event.effective_on, in_force=True)
        case e.ConsentWithdrawn():
            return _with(opened(consent), event.effective_on, in_force=False)
        case _:
            assert_never(event)


def _with(consent: Consent, day: date, *, in_force: bool) -> Consent:
    return replace(consent, said=(*consent.said, (day, in_force)))
