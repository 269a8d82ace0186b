"""The client: what its record accepts, and what its events make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.mend import OTHERS_BUILD_ON_IT
from domain.base.values.codes import check_invoice_number
from domain.client import commands as c
from domain.client import events as e
from domain.client import rules


@dataclass(frozen=True, slots=True)
class Client:
    """One client as far as rules need it; what can change is kept with the days it holds from.

    `checked` are the days on which the invoice number was looked up, and `loose` says that
    someone's end as a contact person has lost the beginning that it belongs to.
    """

    registered_on: date
    kind: e.ClientKind
    won: tuple[tuple[date, bool], ...]
    cards: tuple[tuple[date, e.Card], ...]
    contacts: Mapping[UUID, tuple[tuple[date, bool], ...]] = field(default_factory=dict)
    checked: tuple[date, ...] = ()
    loose: bool = False

    def known_on(self, day: date) -> bool:
        """Say whether `day` is not before the registration."""
        return self.registered_on <= day

    def ordering_on(self, day: date) -> bool:
        """Say whether it is a client on `day`, and no prospect."""
        return said_on(self.won, day) is True

    def invoice_number_on(self, day: date) -> str | None:
        """Give its invoice registration number on `day`, if it is known."""
        card = said_on(self.cards, day)
        return card.invoice_number if card else None

    def meets(self, person: UUID, day: date) -> bool:
        """Say whether someone is a contact person on `day`."""
        return said_on(self.contacts.get(person, ()), day) is True


def decide_opening(
    client: Client | None, command: c.RegisterClient, _seen: Seen
) -> list[e.ClientEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ALREADY_REGISTERED.require(client is None)
    rules.INVOICE_NUMBER_DOES_NOT_FIT.require(_fits(command.kind, command))
    return [e.ClientRegistered.model_validate(command.carried())]


def decide(client: Client, command: c.ClientStep, _seen: Seen) -> list[e.ClientEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    rules.NOT_REGISTERED.require(client.known_on(day))
    match command:
        case c.RenameClient():
            return [e.ClientRenamed.model_validate(command.carried())]
        case c.DescribeClient():
            rules.INVOICE_NUMBER_DOES_NOT_FIT.require(_fits(client.kind, command))
            return [e.ClientDescribed.model_validate(command.carried())]
        case c.TakeOnProspect():
            rules.CLIENT_ALREADY.require(not client.ordering_on(day))
            return [e.ProspectBecameClient.model_validate(command.carried())]
        case c.VerifyInvoiceNumber():
            number = client.invoice_number_on(day)
            rules.NO_INVOICE_NUMBER.require(number)
            verified = command.carried() | {"invoice_number": number}
            return [e.InvoiceNumberVerified.model_validate(verified)]
        case c.AddContact():
            rules.CONTACT_ALREADY.require(not client.meets(command.person_id, day))
            return [e.ContactAdded.model_validate(command.carried())]
        case c.EndContact():
            rules.NO_SUCH_CONTACT.require(client.meets(command.person_id, day))
            return [e.ContactEnded.model_validate(command.carried())]
        case c.EraseContact():
            rules.NO_SUCH_CONTACT.require(client.contacts.get(command.person_id))
            return [e.ContactErased.model_validate(command.carried())]
        case _:
            assert_never(command)


def sound(client: Client) -> None:
    """Raise the rule that a mended record would break."""
    fits = all(_fits(client.kind, card) for _, card in client.cards)
    rules.INVOICE_NUMBER_DOES_NOT_FIT.require(fits)
    looked_up = all(client.invoice_number_on(day) for day in client.checked)
    rules.NO_INVOICE_NUMBER.require(looked_up)
    OTHERS_BUILD_ON_IT.require(not client.loose)


def _fits(kind: e.ClientKind, card: e.Card) -> bool:
    """Say whether the invoice number can be the holder's.

    A company's is T and its corporate number. A municipality may hold numbers of their own for
    special accounts, and an association without legal personality has no corporate number: of
    theirs nothing but the form is known.
    """
    number = card.invoice_number
    if number is None or kind is not e.ClientKind.COMPANY:
        return True
    try:
        check_invoice_number(number, "corporation")
    except ValueError:
        return False
    return card.corporate_number in {None, number[1:]}


def evolve(client: Client | None, event: e.ClientEvent) -> Client:
    """Fold one effective event into the client."""
    day = event.effective_on
    if isinstance(event, e.ClientRegistered):
        ordering = event.standing is e.Stand.CLIENT
        return Client(day, event.kind, ((day, ordering),), ((day, event),))
    client = opened(client)
    match event:
        case e.ClientRenamed():
            return client
        case e.ClientDescribed():
            return replace(client, cards=(*client.cards, (day, event)))
        case e.ProspectBecameClient():
            return replace(client, won=(*client.won, (day, True)))
        case e.InvoiceNumberVerified():
            return replace(client, checked=(*client.checked, day))
        case e.ContactAdded() | e.ContactEnded() | e.ContactErased():
            said = client.contacts.get(event.person_id, ())
            here = isinstance(event, e.ContactAdded)
            contacts = {**client.contacts, event.person_id: (*said, (day, here))}
            return replace(client, contacts=contacts, loose=client.loose or not (here or said))
        case _:
            assert_never(event)
