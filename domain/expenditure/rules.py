"""What an expenditure refuses."""

from domain.base.rule import Rule

COMMITTED_ALREADY = Rule(
    "expenditure-committed-already",
    "この番号の支出負担行為はすでに記録されています。",
    "A commitment with this number is recorded already.",
)
PLAN_NOT_NAMED = Rule(
    "plan-not-named",
    "交付金事業の支出負担行為には、実施計画を指定してください。",
    "A commitment of a grant project has to name the project's plan.",
)
BUDGET_LINE_UNKNOWN = Rule(
    "budget-line-unknown",
    "この年度・柱・節・市町村の予算科目が、事業の実施計画にありません。",
    "The project's plan has no such line of that year, pillar, budget item and municipality.",
)
MORE_THAN_COMMITTED = Rule(
    "more-than-committed",
    "支出の合計が負担行為額を超えます。先に変更の負担行為を記録してください。",
    "The payments would exceed what was committed; commit the difference first.",
)
MORE_THAN_PAID = Rule(
    "more-than-paid",
    "その日までの戻入の合計が支出額を超えます。",
    "The returns would exceed what had been paid by that day.",
)
BEFORE_COMMITMENT = Rule(
    "money-before-commitment",
    "支出負担行為の日より前に支出・戻入はできません。日付を確かめてください。",
    "No money moves before the day of the commitment; check the days.",
)
