"""A client's events and commands, with everything filled in that a test does not speak of."""

from uuid import UUID

from domain.client import commands as c
from domain.client import events as e
from tests.given import day, sealed

CLIENT = UUID(int=0xF1)
NUMBER = "9999999999999"


def registered(on: str = "2024-04-01", *, number: str = "C-001") -> e.ClientRegistered:
    """A made-up company."""
    return e.ClientRegistered(
        effective_on=day(on),
        number=number,
        name="架空商事株式会社",
        kind=e.ClientKind.COMPANY,
        corporate_number=NUMBER,
        contact_person=sealed("contact person"),
    )


def renamed(on: str) -> e.ClientRenamed:
    """From this day on it has another name."""
    return e.ClientRenamed(effective_on=day(on), name="架空デジタル株式会社")


def register(on: str = "2024-04-01") -> c.RegisterClient:
    """Register it; personal values are sealed by the time a command is decided."""
    return c.RegisterClient.model_validate(registered(on).model_dump())


def rename(on: str) -> c.RenameClient:
    """Give it another name."""
    return c.RenameClient(effective_on=day(on), client_id=CLIENT, name="架空デジタル株式会社")


def correct(version: int, on: str = "2024-06-01", **now: object) -> c.CorrectClient:
    """Correct an entry."""
    return c.CorrectClient(effective_on=day(on), client_id=CLIENT, version=version, now=now)
