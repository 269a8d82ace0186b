"""What a counted fact refuses."""

from domain.base.rule import Rule

COUNTED_ALREADY = Rule(
    "fact-counted-already",
    "この対象はこのKPIにすでに計上されています。",
    "This subject is counted for this KPI already.",
)
YEAR_CLOSED = Rule(
    "kpi-year-closed",
    "このKPIのこの年度は締められています。締め後に計上する理由を入れてください。"
    "報告済みの値は変わらず、訂正後の値が並べて示されます。",
    "This fiscal year of the KPI is closed: say why it is counted now. What was reported stays as"
    " it was, and the restated value is shown beside it.",
)
NOT_CLOSED = Rule(
    "kpi-year-not-closed",
    "このKPIのこの年度はまだ締められていません。締め後の理由は空にしてください。",
    "This fiscal year of the KPI is not closed; leave the reason blank.",
)
CLOSED_ALREADY = Rule(
    "kpi-year-closed-already",
    "このKPIのこの年度はすでに締められています。",
    "This fiscal year of the KPI is closed already.",
)
CLOSED_BEFORE_ITS_END = Rule(
    "kpi-year-closed-before-its-end",
    "年度が終わる前の日付では締められません。",
    "A fiscal year is closed on its last day or later.",
)
