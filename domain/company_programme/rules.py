"""What the record of a programme for companies refuses."""

from domain.base.rule import Rule

OF_OWN_PROGRAMME = Rule(
    "companies-of-own-programme",
    "企業進出型テレワークは市町村の独自事業です。事業区分を「own:市町村コード」にしてください。",
    "Attracting companies is a municipality's own programme; write own: and its code.",
)
CREATED_ALREADY = Rule(
    "company-programme-created-already",
    "このコードのプログラムはすでに記録されています。内容の変更を記録するか、別のコードにしてください。",
    "A programme with this code is recorded already; record a revision, or give another code.",
)
NOT_OFFERED = Rule(
    "company-programme-not-offered",
    "このプログラムはその日に提供されていません。日付を確かめてください。",
    "This programme is not offered on that day; check the day.",
)
NO_SUCH_STAY = Rule(
    "no-such-stay",
    "その滞在は、その日までに実施として記録されていません。先に実施を記録してください。",
    "No such stay had been held by that day; record that it was held first.",
)
