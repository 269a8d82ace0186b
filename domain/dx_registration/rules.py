"""What the record of a registration refuses."""

from domain.base.rule import Rule

CONFIRMED_ALREADY = Rule(
    "dx-registration-confirmed-already",
    "この事業者のこの制度への登録は、その日にはすでに記録されています。",
    "This firm's registration under this scheme is recorded for that day already.",
)
NOT_REGISTERED = Rule(
    "dx-registration-not-in-force",
    "その日には登録されていません。",
    "The firm is not registered on that day.",
)
