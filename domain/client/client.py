"""The client: what its record accepts, and what its events make of it."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
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


def decide_opening(
    client: Client | None, command: c.RegisterClient, _seen: Seen
) -> list[e.ClientEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_REGISTERED.require(client is None)
    return [e.ClientRegistered.model_validate(command.carried())]


def decide(client: Client, command: c.RenameClient, _seen: Seen) -> list[e.ClientEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_REGISTERED.require(client.known_on(command.effective_on))
    return [e.ClientRenamed.model_validate(command.carried())]


def evolve(client: Client | None, event: e.ClientEvent) -> Client:
    """Fold one effective event into the client."""
    match event:
        case e.ClientRegistered():
            return Client(event.effective_on)
        case e.ClientRenamed():
            return opened(client)
        case _:
            assert_never(event)
