"""Clients (顧客): which organisations order work or may come to, and what is known of them?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.words import Label
from domain.client import events as e


@rowclass
class ClientRow:
    """One client's record; the contact person is a reference to a sealed value."""

    client_id: e.ClientId
    number: e.ClientNumber
    name: e.ClientName
    kind: e.Kind
    standing: e.Standing
    origin: e.CameBy | None
    corporate_number: e.Corporate | None
    invoice_number: e.Issuer | None
    address: e.Address | None
    size: e.Size | None
    sector: e.Works | None
    contact_person: e.ContactPerson | None
    checked_on: Annotated[date | None, Label("登録番号の確認日", "number checked on")] = None
    check_result: e.Found | None = None


def fold(rows: Rows[ClientRow], recorded: Recorded) -> None:
    """Put one row for each client."""
    event = recorded.event
    if isinstance(event, e.ClientRegistered):
        known = said_in(event, e.Registered)
        row = ClientRow(client_id=recorded.stream, contact_person=event.contact_person, **known)
        rows.put(event.number, row)
        return
    for number, row in rows.items():
        rows.put(number, _after(row, recorded))


def _after(row: ClientRow, recorded: Recorded) -> ClientRow:
    event = recorded.event
    match event:
        case e.ClientRenamed():
            return changed(row, name=event.name)
        case e.ClientDescribed():
            now = changed(row, **said_in(event, e.Card))
            if event.invoice_number == row.invoice_number:
                return now
            # What was found out of another number says nothing of this one.
            return changed(now, checked_on=None, check_result=None)
        case e.ProspectBecameClient():
            return changed(row, standing=e.Stand.CLIENT)
        case e.InvoiceNumberVerified():
            return changed(row, checked_on=event.effective_on, check_result=event.result)
    return row


CLIENTS = Projection(
    name="clients",
    version=2,
    time=Time.ASSERTION,
    label=Label("顧客", "Clients"),
    row=ClientRow,
    reads=(
        e.ClientRegistered,
        e.ClientRenamed,
        e.ClientDescribed,
        e.ProspectBecameClient,
        e.InvoiceNumberVerified,
    ),
    fold=fold,
)
