"""What the closing of a year's accounts refuses."""

from domain.base.rule import Rule

CLOSED_ALREADY = Rule(
    "accounts-closed-already",
    "この年度の会計の締めはすでに記録されています。日付の誤りは訂正してください。",
    "The closing of these accounts for this year is recorded already; correct its day if wrong.",
)
CLOSED_TOO_EARLY = Rule(
    "accounts-closed-too-early",
    "市町村の会計は5月31日、法人の会計は年度末より前に締まりません。日付を確かめてください。",
    "A municipality's accounts close on 31 May and a corporation's not before the year's end.",
)
