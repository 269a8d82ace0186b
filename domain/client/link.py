"""The link between two records of one client."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.client import commands as c
from domain.client import events as e
from domain.client import rules
from domain.client.client import Client


@dataclass(frozen=True, slots=True)
class ClientLink:
    """Two clients' records, and from which days on they are one client or two."""

    client_id: UUID
    duplicate_id: UUID
    merged: tuple[tuple[date, bool], ...] = ()

    def merged_on(self, day: date) -> bool:
        """Say whether the two records are of one client on `day`."""
        return said_on(self.merged, day) is True


def decide_opening(
    link: ClientLink | None, command: c.MergeClients, seen: Seen
) -> list[e.ClientLinkEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    day = command.effective_on
    rules.SAME_CLIENT.require(command.client_id != command.duplicate_id)
    for each in (command.client_id, command.duplicate_id):
        client = seen.the(Client, each)
        rules.NOT_REGISTERED.require(client and client.known_on(day))
    rules.MERGED_ALREADY.require(link is None or not link.merged_on(day))
    return [e.ClientsMerged.model_validate(command.carried())]


def decide(link: ClientLink, command: c.PartClients, _seen: Seen) -> list[e.ClientLinkEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    rules.NOT_MERGED.require(link.merged_on(command.effective_on))
    ids = {"client_id": link.client_id, "duplicate_id": link.duplicate_id}
    return [e.ClientsParted.model_validate(command.common() | ids)]


def evolve(link: ClientLink | None, event: e.ClientLinkEvent) -> ClientLink:
    """Fold one effective event into the link."""
    day = event.effective_on
    match event:
        case e.ClientsMerged():
            link = link or ClientLink(event.client_id, event.duplicate_id)
            return replace(link, merged=(*link.merged, (day, True)))
        case e.ClientsParted():
            link = opened(link)
            return replace(link, merged=(*link.merged, (day, False)))
        case _:
            assert_never(event)
