"""Contact persons (顧客の担当者): whom does one speak with at a client?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, rowclass
from application.recorded import Recorded
from domain.base.fields import PersonId
from domain.base.personal import Sealed, SealedMark
from domain.base.words import Label
from domain.client import events as e


@rowclass
class ClientContactRow:
    """One contact person of one client; name and details are references to sealed values."""

    client_id: e.ClientId
    client_number: e.ClientNumber
    person_id: PersonId
    role: e.Role
    since: Annotated[date, Label("担当の初日", "since")]
    contact_name: Annotated[Sealed, SealedMark("contact"), Label("担当者の氏名", "name")]
    contact: e.ContactDetails | None


def fold(rows: Rows[ClientContactRow], recorded: Recorded) -> None:
    """Put one row for each contact person, as long as someone is one."""
    event = recorded.event
    if isinstance(event, e.ClientRegistered):
        rows.about["number"] = event.number
    elif isinstance(event, e.ContactAdded):
        number: str = rows.about["number"]
        row = ClientContactRow(
            client_id=recorded.stream,
            client_number=number,
            person_id=event.person_id,
            role=event.role,
            since=event.effective_on,
            contact_name=event.contact_name,
            contact=event.contact,
        )
        rows.put(f"{number}|{event.person_id}", row)
    elif isinstance(event, e.ContactEnded | e.ContactErased):
        rows.end(f"{rows.about['number']}|{event.person_id}")


CLIENT_CONTACTS = Projection(
    name="client_contacts",
    version=1,
    time=Time.ASSERTION,
    label=Label("顧客の担当者", "Contact persons of clients"),
    row=ClientContactRow,
    reads=(e.ClientRegistered, e.ContactAdded, e.ContactEnded, e.ContactErased),
    fold=fold,
    filters=("client_number",),
)
