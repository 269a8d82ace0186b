"""What can be asked to be recorded of a client."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.fields import PersonId, Text
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.personal import Personal
from domain.base.words import Label
from domain.client import rules
from domain.client.events import (
    Card,
    ClientCorrected,
    ClientEntryVoided,
    ClientId,
    ClientName,
    Contact,
    Registered,
    Verified,
)

ContactPerson = Annotated[Text, Personal("contact"), Label("担当者", "contact person", "架空 太郎")]
ContactName = Annotated[
    Text, Personal("contact"), Label("担当者の氏名", "name of the contact", "架空 太郎")
]
ContactDetails = Annotated[
    Text, Personal("contact"), Label("連絡先", "contact details", "taro@example.jp")
]


class RegisterClient(Registered, Command):
    """Register an organisation that orders work, or may come to."""

    LABEL = Label("顧客を登録する", "Register a client")
    HAPPENED = True
    REFUSALS = (rules.ALREADY_REGISTERED, rules.INVOICE_NUMBER_DOES_NOT_FIT)

    contact_person: ContactPerson | None = None

    def opens(self) -> str:
        """One stream for each client number."""
        return self.number


class OfClient(Command):
    """A command on the record of one client."""

    TARGET = "client_id"

    client_id: ClientId


class RenameClient(OfClient):
    """Record a client's new name."""

    LABEL = Label("顧客名を変更する", "Rename a client")
    REFUSALS = (rules.NOT_REGISTERED,)

    name: ClientName


class DescribeClient(Card, OfClient):
    """Write down anew what is known of a client: all of it, as it is from this day on."""

    LABEL = Label("顧客の情報を書き改める", "Describe a client anew")
    REFUSALS = (rules.NOT_REGISTERED, rules.INVOICE_NUMBER_DOES_NOT_FIT)


class TakeOnProspect(OfClient):
    """Record that a prospect became a client."""

    LABEL = Label("顧客候補を顧客にする", "Take a prospect on as a client")
    REFUSALS = (rules.NOT_REGISTERED, rules.CLIENT_ALREADY)


class VerifyInvoiceNumber(Verified, OfClient):
    """Record what the public register says of the client's number on this day."""

    LABEL = Label("登録番号を確認する", "Verify an invoice number")
    REFUSALS = (rules.NOT_REGISTERED, rules.NO_INVOICE_NUMBER)


class AddContact(Contact, OfClient):
    """Record a contact person of a client."""

    LABEL = Label("担当者を加える", "Add a contact person")
    REFUSALS = (rules.NOT_REGISTERED, rules.CONTACT_ALREADY)

    contact_name: ContactName
    contact: ContactDetails | None = None


class EndContact(OfClient):
    """Record that someone is no longer a contact person, from this day on."""

    LABEL = Label("担当者の登録を終える", "End a contact person")
    REFUSALS = (rules.NOT_REGISTERED, rules.NO_SUCH_CONTACT)

    person_id: PersonId


class EraseContact(OfClient):
    """Record that a contact person's name and details are no longer to be used."""

    LABEL = Label("担当者の氏名と連絡先を消去する", "Erase a contact person")
    REFUSALS = (rules.NOT_REGISTERED, rules.NO_SUCH_CONTACT)

    person_id: PersonId


class CorrectClient(OfClient, Correct):
    """Put right what was recorded of a client."""

    LABEL = Label("顧客の記録を訂正する", "Correct a client entry")
    REFUSALS = (*MEND_RULES, rules.INVOICE_NUMBER_DOES_NOT_FIT, rules.NO_INVOICE_NUMBER)
    EVENT = ClientCorrected


class VoidClientEntry(OfClient, Annul):
    """Record that an entry never held; a client that was registered twice is merged instead."""

    LABEL = Label("顧客の記録を取り消す", "Void a client entry")
    REFUSALS = (*VOID_RULES, rules.NO_INVOICE_NUMBER)
    EVENT = ClientEntryVoided


ClientStep = (
    RenameClient
    | DescribeClient
    | TakeOnProspect
    | VerifyInvoiceNumber
    | AddContact
    | EndContact
    | EraseContact
)
"""What is decided on a client that was registered."""
ClientCommand = RegisterClient | ClientStep | CorrectClient | VoidClientEntry


class MergeClients(Command):
    """Record that two records are of one client; the first goes on, and no event moves."""

    LABEL = Label("重複した顧客を統合する", "Merge two records of one client")
    REFUSALS = (rules.SAME_CLIENT, rules.NOT_REGISTERED, rules.MERGED_ALREADY)

    client_id: Annotated[ClientId, Reads("client")]
    duplicate_id: Annotated[UUID, Reads("client"), Label("重複している顧客", "duplicate")]

    def opens(self) -> str:
        """One stream for each pair of clients, whichever is named first."""
        return "|".join(sorted(map(str, (self.client_id, self.duplicate_id))))


class PartClients(Command):
    """Take a merge back: the two records are of two clients after all."""

    LABEL = Label("顧客の統合を解く", "Part two merged clients")
    TARGET = "link_id"
    REFUSALS = (rules.NOT_MERGED,)

    link_id: Annotated[UUID, Label("顧客の統合の記録", "client link")]


ClientLinkCommand = MergeClients | PartClients
