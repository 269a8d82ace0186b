"""Clients by name and number, as views show and look them up."""

from datetime import date
from uuid import UUID

from application.viewing.view import Facts
from domain.base.values.text import search_key
from domain.client.events import ClientRegistered, ClientRenamed
from domain.company_programme.events import Firm

CLIENT_NAMES = (ClientRegistered, ClientRenamed)
"""What a view must read that uses `ClientNames`."""


class ClientNames:
    """The names of each record of a client; those of merged records find one another."""

    def __init__(self, facts: Facts) -> None:
        """Collect names and numbers."""
        self._facts = facts
        self._said: dict[UUID, list[tuple[date, str]]] = {}
        self._keys: dict[UUID, set[str]] = {}
        for client, first in facts.opening(ClientRegistered).items():
            self._said[client] = [(first.effective_on, first.name)]
            keys = self._keys.setdefault(facts.client(client), set())
            keys |= {search_key(first.name), search_key(first.number)}
        for renamed, fact in facts.of(ClientRenamed):
            self._said[fact.stream].append((renamed.effective_on, renamed.name))
            self._keys[facts.client(fact.stream)].add(search_key(renamed.name))

    def on(self, client: UUID, day: date) -> str:
        """Give the name of one record as it was on a day; before its first day, the first."""
        said = self._said[client]
        return next((name for on, name in reversed(said) if on <= day), said[0][1])

    def of_firm(self, firm: Firm) -> str | None:
        """Give the name that was written down for a firm, else its client's on the day asked."""
        if firm.organisation or firm.client_id not in self._said:
            return firm.organisation
        return self.on(firm.client_id, self._facts.valid_on)

    def match(self, client: UUID, said: str) -> bool:
        """Say whether a client is meant by a part of a name, or of a number, of its records."""
        key = search_key(said)
        return any(key in each for each in self._keys[self._facts.client(client)])
