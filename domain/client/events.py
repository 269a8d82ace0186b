"""What happens to a client."""

from typing import Annotated, ClassVar, get_args

from domain.base.event import Correction, Event
from domain.base.fields import Number, Text
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.values.codes import CorporateNumber
from domain.base.words import Code, Label

ClientNumber = Annotated[Number, Label("顧客番号", "client number", "C-001")]
ClientName = Annotated[
    Text,
    Public("an organisation's name"),
    Label("顧客名", "name of the client", "架空商事株式会社"),
]
Corporate = Annotated[CorporateNumber, Label("法人番号", "corporate number", "9999999999999")]
ContactPerson = Annotated[Sealed, SealedMark("contact"), Label("担当者", "contact person")]


class ClientKind(Code):
    """What kind of organisation a client is."""

    COMPANY = "company", "企業", "company"
    TOWN_HALL = "town-hall", "自治体", "town hall"
    OTHER = "other", "その他の団体", "other organisation"


Kind = Annotated[ClientKind, Label("顧客の種類", "kind of client", "company")]


class ClientRegistered(Event):
    """An organisation was registered as a client."""

    TOPIC = "client.registered"
    SENTENCE: ClassVar[Label] = Label(
        "顧客 {number}「{name}」を登録した。", "Client {number}, {name}, was registered."
    )

    number: ClientNumber
    name: ClientName
    kind: Kind
    corporate_number: Corporate | None = None
    contact_person: ContactPerson | None = None


class ClientRenamed(Event):
    """A client took another name."""

    TOPIC = "client.renamed"
    SENTENCE: ClassVar[Label] = Label(
        "顧客名が「{name}」に変わった。", "The client's name became {name}."
    )

    name: ClientName


ClientEvent = ClientRegistered | ClientRenamed


class ClientCorrected(Correction):
    """What was recorded of a client was wrong."""

    TOPIC = "client.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の顧客の記録を訂正した。",
        "The client entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ClientEvent)
    FIXED = frozenset({"number"})
