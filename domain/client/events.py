"""What happens to a client, and to two records that are one client."""

from typing import Annotated, ClassVar, get_args
from uuid import UUID

from domain.base.event import Correction, Event, Fields, PaperKind, Void
from domain.base.fields import Evidence, Number, PersonId, Text
from domain.base.personal import Public, Sealed, SealedMark
from domain.base.tasks import Task
from domain.base.values.codes import CorporateNumber, InvoiceNumber
from domain.base.words import Code, Label

ClientId = Annotated[UUID, Label("顧客", "client")]
ClientNumber = Annotated[Number, Label("顧客番号", "client number", "C-001")]
ClientName = Annotated[
    Text,
    Public("an organisation's name"),
    Label("顧客名", "name of the client", "架空商事株式会社"),
]
Corporate = Annotated[CorporateNumber, Label("法人番号", "corporate number", "9999999999999")]
Issuer = Annotated[
    InvoiceNumber, Label("登録番号", "invoice registration number", "T9999999999999")
]
Address = Annotated[
    Text,
    Public("where an organisation has its office"),
    Label("所在地", "address", "東京都架空区架空町1-2-3"),
]
ContactPerson = Annotated[Sealed, SealedMark("contact"), Label("担当者", "contact person")]
ContactDetails = Annotated[Sealed, SealedMark("contact"), Label("連絡先", "contact details")]


class ClientKind(Code):
    """What kind of organisation a client is."""

    COMPANY = "company", "企業", "company"
    TOWN_HALL = "town-hall", "自治体", "town hall"
    OTHER = "other", "その他の団体", "other organisation"


class Stand(Code):
    """Whether an organisation orders work, or may come to."""

    PROSPECT = "prospect", "顧客候補", "prospect"
    CLIENT = "client", "顧客", "client"


class SizeClass(Code):
    """How large an organisation is. Source: 中小企業基本法2条; a person says which it is."""

    SMALL = "small", "小規模企業者", "small-scale enterprise"
    MEDIUM = "medium", "中小企業者", "small or medium enterprise"
    LARGE = "large", "大企業", "large enterprise"
    NOT_A_FIRM = "not-a-firm", "企業でない（自治体・団体）", "no enterprise"


class Sector(Code):
    """Which sector an organisation works in. Source: 日本標準産業分類, 大分類."""

    AGRICULTURE = "A", "農業、林業", "agriculture and forestry"
    FISHERIES = "B", "漁業", "fisheries"
    MINING = "C", "鉱業、採石業、砂利採取業", "mining and quarrying"
    CONSTRUCTION = "D", "建設業", "construction"
    MANUFACTURING = "E", "製造業", "manufacturing"
    UTILITIES = "F", "電気・ガス・熱供給・水道業", "electricity, gas, heat and water"
    INFORMATION = "G", "情報通信業", "information and communications"
    TRANSPORT = "H", "運輸業、郵便業", "transport and postal activities"
    TRADE = "I", "卸売業、小売業", "wholesale and retail trade"
    FINANCE = "J", "金融業、保険業", "finance and insurance"
    REAL_ESTATE = "K", "不動産業、物品賃貸業", "real estate, goods rental and leasing"
    PROFESSIONAL = "L", "学術研究、専門・技術サービス業", "scientific and professional services"
    ACCOMMODATION = "M", "宿泊業、飲食サービス業", "accommodations, eating and drinking"
    LIVING = "N", "生活関連サービス業、娯楽業", "living-related and personal services"
    EDUCATION = "O", "教育、学習支援業", "education, learning support"
    WELFARE = "P", "医療、福祉", "medical, health care and welfare"
    COMPOUND = "Q", "複合サービス事業", "compound services"
    SERVICES = "R", "サービス業（他に分類されないもの）", "services not elsewhere classified"
    GOVERNMENT = "S", "公務", "government"
    UNCLASSIFIED = "T", "分類不能の産業", "industries unable to classify"


class Origin(Code):
    """How an organisation came to know of the programme."""

    OFFSITE_STAY = "offsite-stay", "立科WORK TRIP", "Tateshina WORK TRIP"
    REFERRAL = "referral", "紹介", "referral"
    ADVERTISEMENT = "advertisement", "広告・広報", "advertisement"
    TOWN_HALL = "town-hall", "自治体を通じて", "through a town hall"
    OTHER = "other", "その他", "other"


class Registration(Code):
    """What the public register of qualified-invoice issuers says of a number on a day."""

    REGISTERED = "registered", "登録あり", "registered"
    NAME_DIFFERS = "name-differs", "登録あり（名称が異なる）", "registered under another name"
    CANCELLED = "cancelled", "登録の取消し", "registration cancelled"
    LAPSED = "lapsed", "登録の失効", "registration lapsed"
    NOT_FOUND = "not-found", "登録なし", "not found"


class ContactRole(Code):
    """What a contact person is asked about."""

    ORDERS = "orders", "発注の担当", "orders"
    ACCOUNTS = "accounts", "経理の担当", "accounts"
    DECISIONS = "decisions", "決裁者", "decisions"
    OTHER = "other", "その他", "other"


Kind = Annotated[ClientKind, Label("顧客の種類", "kind of client", "company")]
Standing = Annotated[Stand, Label("顧客の区分", "client or prospect", "client")]
Size = Annotated[SizeClass, Label("規模", "size class", "medium")]
Works = Annotated[Sector, Label("業種", "sector", "G")]
CameBy = Annotated[Origin, Label("きっかけ", "origin", "referral")]
Found = Annotated[Registration, Label("登録番号の確認結果", "result of the check", "registered")]
Role = Annotated[ContactRole, Label("担当の役割", "role of the contact person", "orders")]


class Card(Fields):
    """What is known of an organisation; what is not known is left out."""

    corporate_number: Corporate | None = None
    invoice_number: Issuer | None = None
    address: Address | None = None
    size: Size | None = None
    sector: Works | None = None


class Registered(Card):
    """A client as it is first written down."""

    number: ClientNumber
    name: ClientName
    kind: Kind
    standing: Standing = Stand.CLIENT
    origin: CameBy | None = None


class Verified(Fields):
    """What a look at the public register gave, and what shows it."""

    result: Found
    evidence: Evidence | None = None


class Contact(Fields):
    """Whom one speaks with at a client; the person's name and address are sealed."""

    person_id: PersonId
    role: Role


class Merged(Fields):
    """Two records of one client: the one that goes on, and the one that was registered again."""

    client_id: ClientId
    duplicate_id: Annotated[UUID, Label("重複している顧客", "duplicate")]


class ClientRegistered(Registered, Event):
    """An organisation was registered as a client or a prospect."""

    TOPIC = "client.registered"
    SENTENCE: ClassVar[Label] = Label(
        "{standing} {number}「{name}」を登録した。",
        "{number}, {name}, was registered as {standing}.",
    )
    TASKS = (Task.CLIENTS,)

    contact_person: ContactPerson | None = None


class ClientRenamed(Event):
    """A client took another name."""

    TOPIC = "client.renamed"
    SENTENCE: ClassVar[Label] = Label(
        "顧客名が「{name}」に変わった。", "The client's name became {name}."
    )
    TASKS = (Task.CLIENTS,)

    name: ClientName


class ClientDescribed(Card, Event):
    """What is known of a client was written down anew, as a whole."""

    TOPIC = "client.described"
    SENTENCE: ClassVar[Label] = Label(
        "顧客の情報（番号・所在地・規模・業種）を書き改めた。",
        "The client's numbers, address, size and sector were written down anew.",
    )
    TASKS = (Task.CLIENTS,)


class ProspectBecameClient(Event):
    """An organisation that had been a prospect became a client."""

    TOPIC = "client.won"
    SENTENCE: ClassVar[Label] = Label("顧客候補が顧客になった。", "The prospect became a client.")
    TASKS = (Task.CLIENTS, Task.RELATIONS)


class InvoiceNumberVerified(Verified, Event):
    """Someone looked a client's invoice registration number up in the public register."""

    TOPIC = "client.invoice_number_verified"
    SENTENCE: ClassVar[Label] = Label(
        "登録番号 {invoice_number} を公表サイトで確かめた（{result}）。",
        "The number {invoice_number} was looked up in the public register ({result}).",
    )
    TASKS = (Task.CLIENTS,)
    EVIDENCE = (PaperKind.CERTIFICATE,)

    invoice_number: Issuer


class ContactAdded(Contact, Event):
    """A person became a contact person of a client."""

    TOPIC = "client.contact_added"
    SENTENCE: ClassVar[Label] = Label("担当者を加えた（{role}）。", "A contact was added ({role}).")
    TASKS = (Task.CLIENTS,)

    contact_name: Annotated[
        Sealed, SealedMark("contact"), Label("担当者の氏名", "name of the contact")
    ]
    contact: ContactDetails | None = None


class ContactEnded(Event):
    """A person is no longer a contact person: `effective_on` is the first day without."""

    TOPIC = "client.contact_ended"
    SENTENCE: ClassVar[Label] = Label(
        "担当者の登録を終えた。", "Someone is no longer a contact person."
    )
    TASKS = (Task.CLIENTS,)

    person_id: PersonId


class ContactErased(Event):
    """A contact person's name and address are no longer to be shown, at that person's wish."""

    TOPIC = "client.contact_erased"
    SENTENCE: ClassVar[Label] = Label(
        "担当者の氏名と連絡先を消去（利用停止）した。",
        "A contact person's name and details are no longer used.",
    )
    TASKS = (Task.CLIENTS,)

    person_id: PersonId


ClientEntry = (
    ClientRenamed
    | ClientDescribed
    | ProspectBecameClient
    | InvoiceNumberVerified
    | ContactAdded
    | ContactEnded
    | ContactErased
)
"""What can happen to a client that was registered."""
ClientEvent = ClientRegistered | ClientEntry


class ClientCorrected(Correction):
    """What was recorded of a client was wrong."""

    TOPIC = "client.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の顧客の記録を訂正した。",
        "The client entry of version {corrects} was corrected.",
    )
    MENDS = get_args(ClientEvent)
    FIXED = frozenset({"number", "person_id"})


class ClientEntryVoided(Void):
    """An entry of a client never held; a client that was registered twice is merged instead."""

    TOPIC = "client.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の顧客の記録を取り消した。", "The client entry of version {voids} was voided."
    )
    MENDS = get_args(ClientEntry)


class ClientsMerged(Merged, Event):
    """Two records were found to be of one client; no event moves, but lists and figures follow."""

    TOPIC = "client.merged"
    SENTENCE: ClassVar[Label] = Label(
        "{duplicate_id} は {client_id} と同じ顧客と分かった。",
        "{duplicate_id} was found to be the same client as {client_id}.",
    )
    TASKS = (Task.CLIENTS,)


class ClientsParted(Merged, Event):
    """Two records that had been merged were found to be of two clients."""

    TOPIC = "client.parted"
    SENTENCE: ClassVar[Label] = Label(
        "{duplicate_id} と {client_id} は別の顧客と分かった。",
        "{duplicate_id} and {client_id} were found to be two clients.",
    )
    TASKS = (Task.CLIENTS,)


ClientLinkEvent = ClientsMerged | ClientsParted
