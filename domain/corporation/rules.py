"""What the records of the corporation and of novations refuse."""

from domain.base.rule import Rule

FOUNDED_ALREADY = Rule(
    "corporation-founded-already",
    "この法人番号の法人の設立はすでに記録されています。",
    "The founding of the corporation with this number is recorded already.",
)
NOT_FOUNDED = Rule(
    "corporation-not-founded",
    "その日には法人がまだ設立されていません。設立日を確かめてください。",
    "The corporation is not founded yet on that day; check the day of its founding.",
)
SAME_OFFICERS = Rule(
    "corporation-same-officers",
    "その日の役員数・従業員の有無と同じです。",
    "Officers and employees are the same on that day already.",
)
NEEDS_PROGRAMME = Rule(
    "transfer-needs-programme",
    "どの事業を移したか（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say which programme was transferred: a grant project or a municipality's own.",
)
NOT_A_PARTY = Rule(
    "transfer-not-a-party",
    "移す側か受ける側のどちらか一方がこの法人でなければなりません。",
    "One of the two sides, and not both, must be this corporation.",
)
TRANSFERRED_ALREADY = Rule(
    "transferred-already",
    "この範囲のその日の移管はすでに記録されています。",
    "A transfer of the same on that day is recorded already.",
)
NOVATED_ALREADY = Rule(
    "contract-novated-already",
    "この契約の承継はすでに記録されています。日付などの誤りは訂正してください。",
    "The novation of this contract is recorded already; correct it if its day is wrong.",
)
SUBJECT_UNKNOWN = Rule(
    "novation-subject-unknown",
    "承継する契約・案件・個別委託が記録にないか、まだ委託者が決まっていません。",
    "What is novated is not recorded, or has no orderer yet.",
)
NOT_THE_ORDERER = Rule(
    "novation-not-the-orderer",
    "承継前の委託者が記録と合いません。契約の記録と照らして確かめてください。",
    "The orderer before the novation is not the one on record; check it against the contract.",
)
