"""What a client's record refuses."""

from domain.base.rule import Rule

ALREADY_REGISTERED = Rule(
    "client-already-registered",
    "この番号の顧客はすでに登録されています。",
    "A client with this number is registered already.",
)
NOT_REGISTERED = Rule(
    "client-not-registered",
    "その日には顧客として登録されていません。先に顧客を登録するか、日付を確かめてください。",
    "The client is not registered on that day; register it first, or check the day.",
)
CLIENT_ALREADY = Rule(
    "client-no-prospect",
    "その日にはすでに顧客です。顧客候補ではありません。",
    "The organisation is a client on that day already, and no prospect.",
)
INVOICE_NUMBER_DOES_NOT_FIT = Rule(
    "client-invoice-number-does-not-fit",
    "企業の登録番号は「T」とその法人番号です。どちらかの番号を確かめてください。",
    "A company's registration number is T and its corporate number; check either of the two.",
)
NO_INVOICE_NUMBER = Rule(
    "client-has-no-invoice-number",
    "その日には登録番号が記録されていません。先に登録番号を記録してください。",
    "No invoice registration number is recorded for that day; record the number first.",
)
CONTACT_ALREADY = Rule(
    "client-contact-already",
    "その人はその日にはすでに担当者です。",
    "This person is a contact person on that day already.",
)
NO_SUCH_CONTACT = Rule(
    "client-no-such-contact",
    "その人はその日には担当者として登録されていません。人と日付を確かめてください。",
    "This person is no contact person on that day; check the person and the day.",
)
SAME_CLIENT = Rule(
    "client-same-record",
    "同じ顧客どうしは統合できません。",
    "A client is not merged with itself.",
)
MERGED_ALREADY = Rule(
    "clients-merged-already",
    "この二つの顧客はすでに統合されています。",
    "These two clients are merged already.",
)
NOT_MERGED = Rule(
    "clients-not-merged",
    "この二つの顧客はその日には統合されていません。",
    "These two clients are not merged on that day.",
)
