"""Clients (顧客): which organisations may order work?"""

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.words import Label
from domain.client import events as e
from domain.client.events import ClientId


@rowclass
class ClientRow:
    """One client; the contact person is a reference to a sealed value."""

    client_id: ClientId
    number: e.ClientNumber
    name: e.ClientName
    kind: e.Kind
    corporate_number: e.Corporate | None
    contact_person: e.ContactPerson | None


def fold(rows: Rows[ClientRow], recorded: Recorded) -> None:
    """Put one row for each client."""
    event = recorded.event
    if isinstance(event, e.ClientRegistered):
        row = ClientRow(
            client_id=recorded.stream,
            number=event.number,
            name=event.name,
            kind=event.kind,
            corporate_number=event.corporate_number,
            contact_person=event.contact_person,
        )
        rows.put(event.number, row)
    if isinstance(event, e.ClientRenamed):
        for number, row in rows.items():
            rows.put(number, changed(row, name=event.name))


CLIENTS = Projection(
    name="clients",
    version=1,
    time=Time.ASSERTION,
    label=Label("顧客", "Clients"),
    row=ClientRow,
    reads=(e.ClientRegistered, e.ClientRenamed),
    fold=fold,
)
