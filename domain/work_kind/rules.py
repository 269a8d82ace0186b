"""What the record of a kind of work refuses."""

from domain.base.rule import Rule

WITHHOLDING_AS_BEFORE = Rule(
    "work-kind-withholding-as-before",
    "その日の源泉徴収の扱いと同じです。変わったときだけ記録してください。",
    "That is how it is on that day already; record it only when it changes.",
)
