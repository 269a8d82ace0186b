"""Clients, leads and orders that tests of several views speak of."""

from uuid import UUID

from domain.base.event import Event
from tests.domain.client import examples as c
from tests.domain.engagement import examples as e

CLIENT, TWIN, OTHER = UUID(int=0xF1), UUID(int=0xF2), UUID(int=0xF6)
FIRST, SECOND, THIRD = UUID(int=0xE2), UUID(int=0xE3), UUID(int=0xE4)
GRANT = e.GRANT
TATESHINA, OMACHI = "203246", "202126"
CLIENTS: tuple[tuple[UUID, Event], ...] = (
    (CLIENT, c.registered("2024-04-01")),
    (TWIN, c.registered("2024-04-02", number="C-002", name="（株）架空商事")),
    (OTHER, c.registered("2024-04-03", number="C-003", name="架空クリエイト合同会社")),
)
"""A company, the same company registered again, and another one."""


def inquired(number: str, client: UUID, on: str = "2024-06-01", **fields: object) -> Event:
    """A client asked."""
    said = e.inquired(on, number=number).model_dump() | {"client_id": client} | fields
    return type(e.inquired()).model_validate(said)


def ordered(on: str, amount: int, **fields: object) -> Event:
    """The client ordered."""
    said = e.ordered(on, amount).model_dump() | fields
    return type(e.ordered()).model_validate(said)
