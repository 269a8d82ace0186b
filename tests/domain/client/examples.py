"""A client's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.client import commands as c
from domain.client import events as e
from tests.given import day, sealed

CLIENT, OTHER, LINK = UUID(int=0xF1), UUID(int=0xF2), UUID(int=0xF3)
PERSON = UUID(int=0xF4)
NUMBER = "9999999999999"
ISSUER = f"T{NUMBER}"


def registered(
    on: str = "2024-04-01", *, number: str = "C-001", **fields: object
) -> e.ClientRegistered:
    """A made-up company."""
    known = {
        "name": "架空商事株式会社",
        "kind": "company",
        "corporate_number": NUMBER,
        "contact_person": sealed("contact person"),
    }
    said = {"effective_on": on, "number": number} | known | fields
    return e.ClientRegistered.model_validate(said)


def renamed(on: str) -> e.ClientRenamed:
    """From this day on it has another name."""
    return e.ClientRenamed(effective_on=day(on), name="架空デジタル株式会社")


def prospect(on: str = "2024-04-01") -> e.ClientRegistered:
    """An organisation that may come to order."""
    return registered(on, standing="prospect")


def described(on: str, **known: object) -> e.ClientDescribed:
    """What is known of it from this day on."""
    return e.ClientDescribed.model_validate({"effective_on": on} | known)


def became_client(on: str) -> e.ProspectBecameClient:
    """It came to order."""
    return e.ProspectBecameClient(effective_on=day(on))


def verified(on: str, result: str = "registered") -> e.InvoiceNumberVerified:
    """Its invoice number was looked up."""
    said = {"effective_on": on, "invoice_number": ISSUER, "result": result}
    return e.InvoiceNumberVerified.model_validate(said)


def added(on: str, person: UUID = PERSON) -> e.ContactAdded:
    """Somebody became a contact person."""
    return e.ContactAdded(
        effective_on=day(on),
        person_id=person,
        role=e.ContactRole.ORDERS,
        contact_name=sealed("name"),
        contact=sealed("mail"),
    )


def ended(on: str, person: UUID = PERSON) -> e.ContactEnded:
    """Somebody is no contact person any more."""
    return e.ContactEnded(effective_on=day(on), person_id=person)


def erased(on: str, person: UUID = PERSON) -> e.ContactErased:
    """Somebody's name and address are no longer used."""
    return e.ContactErased(effective_on=day(on), person_id=person)


def merged(on: str) -> e.ClientsMerged:
    """Two records are of one client."""
    return e.ClientsMerged(effective_on=day(on), client_id=CLIENT, duplicate_id=OTHER)


def parted(on: str) -> e.ClientsParted:
    """They are of two after all."""
    return e.ClientsParted(effective_on=day(on), client_id=CLIENT, duplicate_id=OTHER)


def register(on: str = "2024-04-01", **fields: object) -> c.RegisterClient:
    """Register it; personal values are sealed by the time a command is decided."""
    return c.RegisterClient.model_validate(registered(on).model_dump() | fields)


def rename(on: str) -> c.RenameClient:
    """Give it another name."""
    return c.RenameClient(effective_on=day(on), client_id=CLIENT, name="架空デジタル株式会社")


def correct(version: int, on: str = "2024-06-01", **now: object) -> c.CorrectClient:
    """Correct an entry."""
    return c.CorrectClient(effective_on=day(on), client_id=CLIENT, version=version, now=now)


def describe(on: str, **known: object) -> c.DescribeClient:
    """Write down anew what is known."""
    return c.DescribeClient.model_validate({"effective_on": on, "client_id": CLIENT} | known)


def take_on(on: str) -> c.TakeOnProspect:
    """Take a prospect on."""
    return c.TakeOnProspect(effective_on=day(on), client_id=CLIENT)


def verify(on: str, result: str = "registered") -> c.VerifyInvoiceNumber:
    """Look the number up."""
    said = {"effective_on": on, "client_id": CLIENT, "result": result}
    return c.VerifyInvoiceNumber.model_validate(said)


def add(on: str, person: UUID = PERSON) -> c.AddContact:
    """Add a contact person."""
    said = added(on, person).model_dump() | {"client_id": CLIENT}
    return c.AddContact.model_validate(said)


def end(on: str, person: UUID = PERSON) -> c.EndContact:
    """End a contact person."""
    return c.EndContact(effective_on=day(on), client_id=CLIENT, person_id=person)


def erase(on: str, person: UUID = PERSON) -> c.EraseContact:
    """Erase a contact person."""
    return c.EraseContact(effective_on=day(on), client_id=CLIENT, person_id=person)


def void(version: int, on: str = "2024-06-01") -> c.VoidClientEntry:
    """Void an entry."""
    return c.VoidClientEntry(effective_on=day(on), client_id=CLIENT, version=version)


def merge(on: str, client: UUID = CLIENT, duplicate: UUID = OTHER) -> c.MergeClients:
    """Merge two records."""
    return c.MergeClients(effective_on=day(on), client_id=client, duplicate_id=duplicate)


def part(on: str) -> c.PartClients:
    """Take the merge back."""
    return c.PartClients(effective_on=day(on), link_id=LINK)
