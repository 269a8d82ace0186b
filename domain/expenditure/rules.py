"""What an expenditure refuses.

What the closing of accounts does not allow is refused before it happens; what has happened already
is recorded as a fact, and then is a matter to check.
"""

from domain.base.fields import UNLESS_A_FACT
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
EXCEEDS_THE_LINE = Rule(
    "commitment-exceeds-line",
    "負担行為額が予算科目のその日の額を超えます。金額を確かめるか、先に補正・流用を記録してください。"
    "すでに行われたものは「事実として記録」してください。",
    "More would be committed than the budget line has on that day; check the amount, or record the"
    " supplement or transfer first. Record as a fact what was done.",
)
PAYEE_TWICE = Rule(
    "payee-twice",
    "支払先は、団体（法人番号）か個人（仮名ID）のどちらか一方にしてください。",
    "Name an organisation or a person as the payee, not both.",
)
TRAVELLER_NOT_SAID = Rule(
    "traveller-not-said",
    "旅費は、だれの旅費か（職員・委員やアドバイザー・住民）を入れてください。",
    "Say whose travel it is: of staff, of an outside expert, or of a resident.",
)
NOT_A_PRIOR_YEAR = Rule(
    "not-a-prior-year",
    "過年度支出は、市町村の会計で、負担行為の年度より前の年度の債務に限ります。",
    "A prior-year expenditure is a municipality's, for a debt of a year before the one charged.",
)
COMMITTED_OUTSIDE_YEAR = Rule(
    "committed-outside-year",
    f"負担行為は会計年度の4月1日から3月31日までです。{UNLESS_A_FACT.ja}",
    f"Commit between 1 April and 31 March of the fiscal year. {UNLESS_A_FACT.en}",
)
DELIVERED_AFTER_YEAR = Rule(
    "delivered-after-year",
    f"年度の3月31日までに履行されたものではありません。{UNLESS_A_FACT.ja}",
    f"It was not delivered by 31 March of the fiscal year. {UNLESS_A_FACT.en}",
)
PAID_AFTER_CLOSING = Rule(
    "paid-after-closing",
    f"出納閉鎖（5月31日）の後は新年度の過年度支出となります。{UNLESS_A_FACT.ja}",
    f"After 31 May it is a prior-year expenditure of the new year. {UNLESS_A_FACT.en}",
)
RETURNED_AFTER_CLOSING = Rule(
    "returned-after-closing",
    f"出納閉鎖（5月31日）の後は新年度の過年度収入となります。{UNLESS_A_FACT.ja}",
    f"After 31 May it is revenue of the new year. {UNLESS_A_FACT.en}",
)
INSPECTED_BEFORE_DELIVERY = Rule(
    "inspected-before-delivery",
    "履行日より前に検収はできません。日付を確かめてください。",
    "Nothing is inspected before it is delivered; check the days.",
)
INSPECTED_MORE = Rule(
    "inspected-more-than-committed",
    "検収の合計が負担行為額を超えます。金額を確かめてください。",
    "More would be inspected than was committed; check the amounts.",
)
ORDERED_MORE = Rule(
    "ordered-more-than-committed",
    "支出命令の合計が負担行為額を超えます。金額を確かめてください。",
    "More would be ordered to be paid than was committed; check the amounts.",
)
CANCELS_MORE_THAN_LEFT = Rule(
    "cancels-more-than-left",
    "取り消す額が、まだ支出していない負担行為額を超えます。",
    "No more can be cancelled than what is committed and not paid.",
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
    "支出負担行為の日より前に、検収・支出・戻入などはできません。日付を確かめてください。",
    "Nothing of a commitment happens before its day; check the days.",
)
