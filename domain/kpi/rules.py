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
DAY_OUTSIDE_YEAR = Rule(
    "fact-day-outside-year",
    "基準日がこの年度（4月1日から3月31日まで）にありません。年度か基準日を直してください。",
    "The day does not lie in this fiscal year (1 April to 31 March): put one of them right.",
)
NOT_IN_PLAN = Rule(
    "fact-kpi-not-in-plan",
    "このKPIは実施計画にありません。KPIの番号を直すか、先に実施計画にKPIを記録してください。",
    "The plan does not name this KPI: put its number right, or record it in the plan first.",
)
TAKES_NO_PART = Rule(
    "fact-municipality-takes-no-part",
    "この市町村は、基準日に実施計画の申請者でもコンソーシアムの構成員でもありません。"
    "市町村コードを直すか、市町村に分けないときは joint としてください。",
    "On that day the municipality is neither an applicant of the plan nor a member of the"
    " consortium: put its code right, or say joint where it is of no single one.",
)
