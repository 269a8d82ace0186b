"""What the plan of a grant project refuses."""

from datetime import date
from typing import Final

from domain.base.rule import Rule

MOST_KPIS: Final = ((date(2024, 4, 1), 4),)
"""How many KPIs a project may have, from which day on. A KPI named before is held to none.

Source: 内閣府「1事業につき最大4つ設定可能」, as it was for the projects of R6.
"""

SELECTED_ALREADY = Rule(
    "plan-selected-already",
    "この実施計画の採択はすでに記録されています。誤りは訂正してください。",
    "The selection of this plan is recorded already; correct it if it is wrong.",
)

SUBMITTED_ALREADY = Rule(
    "plan-submitted-already",
    "この事業区分の実施計画はすでに記録されています。変更は「実施計画を変更する」で記録してください。",
    "The plan of this programme is recorded already; record a change as an amendment.",
)
BEFORE_THE_PLAN = Rule(
    "before-the-plan",
    "実施計画の提出日より前の日付です。",
    "That day is before the plan was submitted.",
)
CHANGES_NOTHING = Rule(
    "plan-says-so-already",
    "その日の実施計画の内容と同じです。",
    "The plan says so already on that day.",
)
YEAR_OUTSIDE_PLAN = Rule(
    "year-outside-plan",
    "実施計画の期間に入らない年度があります。",
    "A fiscal year lies outside the plan.",
)
NOT_AN_APPLICANT = Rule(
    "not-an-applicant",
    "申請者でない市町村があります。分けていないものは joint としてください。",
    "A municipality is not among the applicants; what is not split is joint.",
)
LINE_SET_ALREADY = Rule(
    "budget-line-set-already",
    "この年度・市町村の予算科目はすでにあります。変更は「予算科目を変更する」で記録してください。",
    "This line of that year and municipality is set already; record a change of it.",
)
NO_SUCH_LINE = Rule(
    "no-such-budget-line",
    "その日には、この年度・市町村の予算科目がありません。",
    "There is no such line of that year and municipality on that day.",
)
MORE_THAN_THE_TOTAL = Rule(
    "lines-exceed-total",
    "予算科目の合計が総事業費を超えます。",
    "The budget lines would exceed the total cost of the plan.",
)
MORE_THAN_THE_LINE = Rule(
    "more-than-the-line",
    "その日の予算科目の額を超える流用・繰越・分割になります。額と日付を確かめてください。",
    "More would be taken from a budget line than it has on that day; check amounts and days.",
)
KPI_NAMED_ALREADY = Rule(
    "kpi-named-already",
    "このKPIはすでにあります。誤りは訂正してください。",
    "The plan has this KPI already; correct it if it is wrong.",
)
TOO_MANY_KPIS = Rule(
    "too-many-kpis",
    "KPIは1事業につき4つまでです。",
    "A project has at most four KPIs.",
)
NO_SUCH_KPI = Rule(
    "no-such-kpi",
    "このKPIは実施計画にありません。",
    "The plan has no such KPI.",
)
