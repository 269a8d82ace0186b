"""What the record of a publication refuses."""

from domain.base.rule import Rule

PUBLISHED_ALREADY = Rule(
    "published-already",
    "この番号の公表物はすでに記録されています。内容を改めたときは、その変更を記録してください。",
    "A publication with this number is recorded already; record a change if it was changed.",
)
NO_POLICY = Rule(
    "no-outreach-policy-in-force",
    "その日に適用されている広報運用ポリシーがありません。先に決裁を記録するか、"
    "すでに公表したものは事実として記録してください。",
    "No outreach policy is in force on that day; record its approval, or record a fact.",
)
NO_CONSENT = Rule(
    "no-consent-to-be-shown",
    "載せる人の有効な同意がありません。同意を得て記録するか、載せないでください。"
    "すでに公表したものは事実として記録してください。",
    "Someone shown has not consented for that day; record the consent, or record a fact.",
)
WITHDRAWN = Rule(
    "publication-withdrawn",
    "この公表物はその日に取り下げられています。改めて公表したときは別の番号で記録してください。",
    "The publication is taken down on that day; what is published anew has a number of its own.",
)
CHANGED_LATER = Rule(
    "publication-changed-later",
    "その日かその後に、内容の変更が記録されています。日付を確かめるか、先にその変更を"
    "取り消してください。",
    "A change is recorded for that day or a later one; check the day, or void the change first.",
)
BEFORE_PUBLICATION = Rule(
    "before-publication",
    "公表した日より前の日付です。日付を確かめてください。",
    "The day lies before the publication; check the day.",
)
NO_SUCH_ENGAGEMENT = Rule(
    "no-such-inquiry",
    "その案件の引き合いは、その日までに記録されていません。先に引き合いを記録してください。",
    "No inquiry of that engagement was recorded by that day; record the inquiry first.",
)
