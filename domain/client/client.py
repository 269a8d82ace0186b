"""The client: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import Correction
from domain.client import commands as c
from domain.client import events as e
from domain.client import rules


@dataclass(frozen=True, slots=True)
class Client:
    """One client as far as rules need it."""

    registered_on: date

    def known_on(self, day: date) -> bool:
        """Say whether `day` is not before the registration."""
        return self.registered_on <= day


def decide(client: Client | None, command: c.ClientCommand, _seen: Seen) -> list[e.ClientEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    match command:
        case c.RegisterClient():
            rules.ALREADY_REGISTERED.require(client is None)
            return [e.ClientRegistered.model_validate(command.carried())]
        case c.RenameClient():
            rules.NOT_REGISTERED.require(client and client.known_on(command.effective_on))
            return [e.ClientRenamed.model_validate(command.carried())]
        case c.CorrectClient():
            msg = "mending is decided in domain.base.mend"
            raise TypeError(msg)
        case _:
            assert_never(command)


def evolve(client: Client | None, event: e.ClientEvent) -> Client | None:
    """Fold one effective event into the client."""
    match event:
        case e.ClientRegistered():
            return Client(event.effective_on)
        case e.ClientRenamed() | Correction():
            return client
        case _:
            assert_never(event)
