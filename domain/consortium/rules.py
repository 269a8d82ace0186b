"""What the consortium's record and its members' records refuse."""

from domain.base.rule import Rule

FORMED_ALREADY = Rule(
    "consortium-formed-already",
    "コンソーシアムの設立はすでに記録されています。",
    "The forming of the consortium is recorded already.",
)
NOT_FORMED = Rule(
    "consortium-not-formed",
    "その日にはコンソーシアムがまだ設立されていません。",
    "The consortium is not formed yet on that day.",
)
SAME_NAME = Rule(
    "consortium-same-name",
    "その日の名称と同じです。",
    "That is the consortium's name on that day already.",
)
VERSION_CONCLUDED_ALREADY = Rule(
    "agreement-version-concluded-already",
    "この版の協定書はすでに記録されています。",
    "This version of the agreement is recorded already.",
)
VERSIONS_OUT_OF_ORDER = Rule(
    "agreement-versions-out-of-order",
    "協定書の版の順と日付の順が合いません。",
    "The versions of the agreement would not follow one another in the order of their days.",
)
VERSION_UNKNOWN = Rule(
    "agreement-version-unknown",
    "改定前の版の協定書が、その日までに記録されていないか、改定後の版より新しい版です。",
    "The version amended is not recorded by that day, or is not earlier than the new one.",
)
CODE_OF_ANOTHER_KIND = Rule(
    "member-code-of-another-kind",
    "市町村に都道府県のコード、または都道府県に市町村のコードが書かれています。",
    "A municipality has the code of a prefecture, or a prefecture that of a municipality.",
)
NAME_OF_ANOTHER = Rule(
    "member-name-of-another",
    "市町村コードと名称が合いません。どちらかが誤っています。",
    "The municipality code and the name do not belong together; one of them is wrong.",
)
NAME_UNCONFIRMED = Rule(
    "member-name-unconfirmed",
    "この市町村コードは手元の一覧にありません。公式の一覧で名称と照合し、確認済みとしてください。",
    "This municipality code is not in our list; compare it with the official one and confirm it.",
)
INVITED_ALREADY = Rule(
    "member-invited-already",
    "すでに招かれていて、まだ返事がありません。",
    "An invitation is waiting for its answer already.",
)
NOT_INVITED = Rule(
    "member-not-invited",
    "その日に返事を待っている招きはありません。",
    "No invitation is waiting for an answer on that day.",
)
LATER_INVITATION = Rule(
    "member-later-invitation",
    "加入の後に、呼びかけまたは見送りの記録があります。日付を確かめてください。",
    "An invitation or its declining is recorded for a day after the joining; check the days.",
)
JOINED_BEFORE = Rule(
    "member-joined-before",
    "加入はすでに記録されています。日付の誤りは訂正し、脱退後に戻ったときは再加入を記録してください。",
    "A joining is recorded already; correct its day, or record a rejoining after a leaving.",
)
MEMBER_ALREADY = Rule(
    "member-already",
    "その日にはすでに構成員です。",
    "They are a member on that day already.",
)
NEVER_JOINED = Rule(
    "member-never-joined",
    "その日より前に加入と脱退の記録がありません。加入として記録してください。",
    "No joining and leaving is recorded before that day; record a joining.",
)
NOT_A_MEMBER = Rule(
    "not-a-member",
    "その日には構成員ではありません。加入日と最終日を確かめてください。",
    "They are not a member on that day; check the days of joining and leaving.",
)
LEAVING_RECORDED = Rule(
    "member-leaving-recorded",
    "その日を最終日とする脱退はすでに記録されています。",
    "A leaving with this last day is recorded already.",
)
SHARED_ALREADY = Rule(
    "cost-shared-already",
    "この構成員のこの年度の負担はすでに記録されています。額が変わったときは訂正してください。",
    "This member's share of that fiscal year is recorded already; if it changed, correct it.",
)
NEVER_A_MEMBER = Rule(
    "cost-shared-by-no-member",
    "この年度に一日も構成員ではありません。年度か加入日を確かめてください。",
    "They are not a member on any day of that fiscal year; check the year or the joining.",
)
