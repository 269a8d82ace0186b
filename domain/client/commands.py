"""What can be asked to be recorded of a client."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Command, Correct
from domain.base.fields import Text
from domain.base.mend import MEND_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.client import rules
from domain.client.events import ClientCorrected, ClientName, ClientNumber, Corporate, Kind

ClientId = Annotated[UUID, Label("顧客", "client")]
ContactPerson = Annotated[Text, Personal("contact"), Label("担当者", "contact person", "架空 太郎")]


class RegisterClient(Command):
    """Register an organisation that may order work."""

    LABEL = Label("顧客を登録する", "Register a client")
    REFUSALS = (rules.ALREADY_REGISTERED,)

    number: ClientNumber
    name: ClientName
    kind: Kind
    corporate_number: Corporate | None = None
    contact_person: ContactPerson | None = None

    def opens(self) -> str:
        """One stream for each client number."""
        return self.number


class RenameClient(Command):
    """Record a client's new name."""

    LABEL = Label("顧客名を変更する", "Rename a client")
    TARGET = "client_id"
    REFUSALS = (rules.NOT_REGISTERED,)

    client_id: ClientId
    name: ClientName


class CorrectClient(Correct):
    """Put right what was recorded of a client."""

    LABEL = Label("顧客の記録を訂正する", "Correct a client entry")
    TARGET = "client_id"
    REFUSALS = MEND_RULES
    EVENT = ClientCorrected

    client_id: ClientId


ClientCommand = RegisterClient | RenameClient | CorrectClient
