"""What the record of an asset refuses."""

from domain.base.fields import UNLESS_A_FACT
from domain.base.rule import Rule

ACQUIRED_ALREADY = Rule(
    "asset-acquired-already",
    "この番号の備品はこの市町村ですでに登録されています。別の番号を付けてください。",
    "This municipality has an asset of this number already; give another number.",
)
BEFORE_ACQUISITION = Rule(
    "asset-before-acquisition",
    "備品を取得した日より前の日付です。日付を確かめてください。",
    "The day lies before the asset was bought; check it.",
)
GONE = Rule(
    "asset-gone",
    "この備品はその日にはすでに亡失または処分されています。",
    "The asset had been lost or disposed of by that day.",
)
LENT_ALREADY = Rule(
    "asset-lent-already",
    "この備品はその日に貸し付けられています。先に返却を記録してください。",
    "The asset is lent on that day; record its return first.",
)
NOT_LENT = Rule(
    "asset-not-lent",
    "この備品はその日に貸し付けられていません。",
    "The asset is not lent on that day.",
)
STOCK_TAKEN_ALREADY = Rule(
    "asset-stock-taken-already",
    "この年度の棚卸しはすでに記録されています。誤りなら訂正してください。",
    "The stock-taking of this fiscal year is recorded already; correct it if it was wrong.",
)
DISPOSAL_LIMITED = Rule(
    "asset-disposal-limited",
    "交付金で取得した備品の処分制限期間内です。財産処分の承認番号を入れてください。"
    f"{UNLESS_A_FACT.ja}",
    "The asset was bought from a grant and its disposal is limited within its useful life: give the"
    f" number of the approval. {UNLESS_A_FACT.en}",
)
THRESHOLDS_AS_BEFORE = Rule(
    "asset-thresholds-as-before",
    "その日の基準と同じです。",
    "These are the thresholds of that day already.",
)
