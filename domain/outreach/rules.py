"""What the records of the outreach policy and of the plans refuse."""

from domain.base.rule import Rule

NEEDS_PROGRAMME = Rule(
    "outreach-needs-programme",
    "どの事業の広報か（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say whose outreach it is: that of a grant project or of a municipality's own programme.",
)
DRAFTED_ALREADY = Rule(
    "policy-drafted-already",
    "この版の案はすでに記録されています。次の版の番号を付けてください。",
    "This version of the policy is recorded already; give the next version's number.",
)
NO_SUCH_VERSION = Rule(
    "no-such-policy-version",
    "その版の案は、その日までに記録されていません。先に案を記録してください。",
    "No such version had been drafted by that day; record the draft first.",
)
APPROVED_ALREADY = Rule(
    "policy-approved-already",
    "この版はすでに決裁されています。内容を変えるときは新しい版にしてください。",
    "This version is approved already; what changes is a new version.",
)
ANOTHER_IN_FORCE = Rule(
    "another-policy-in-force",
    "その日に別の版が適用されています。先にその版の適用の終わりを記録してください。",
    "Another version is in force on that day; record first that it ceased.",
)
NOT_IN_FORCE = Rule(
    "policy-not-in-force",
    "その版はその日に適用されていません。版と日付を確かめてください。",
    "That version is not in force on that day; check version and day.",
)
PLAN_APPROVED_ALREADY = Rule(
    "outreach-plan-approved-already",
    "この年度の広報計画はすでに記録されています。項目の追加、移動、取りやめを記録してください。",
    "The outreach plan of this year is recorded already; add, move or drop its items.",
)
BEFORE_APPROVAL = Rule(
    "before-outreach-plan",
    "広報計画の決裁より前の日付です。日付を確かめてください。",
    "The day lies before the approval of the plan; check the day.",
)
ADDED_ALREADY = Rule(
    "plan-item-added-already",
    "この番号の項目はすでに計画にあります。別の番号を付けてください。",
    "The plan has an item of this number already; give another number.",
)
OUTSIDE_YEAR = Rule(
    "plan-item-outside-year",
    "予定日が計画の年度の外です。翌年度に移すときは、取りやめて翌年度の計画に加えてください。",
    "The planned day is outside the plan's fiscal year; drop it and add it to the other year.",
)
MOVED_LATER = Rule(
    "plan-item-moved-later",
    "その日かその後に、この項目の予定の変更が記録されています。日付を確かめるか、先にその変更を"
    "取り消してください。",
    "The item is moved on that day or a later one; check the day, or void that entry first.",
)
NO_SUCH_ITEM = Rule(
    "no-such-plan-item",
    "その番号の項目は、その日の計画にありません。番号と日付を確かめてください。",
    "The plan has no such item on that day; check number and day.",
)
