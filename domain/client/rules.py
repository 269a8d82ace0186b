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
