"""Why a bundle is not made: nothing is put into one that its own reader would find wrong."""

from domain.base.rule import Rule

PROGRAMME_NOT_SAID = Rule(
    "bundle-programme-not-said",
    "どの事業の書類か決まりません。事業区分を指定してください（例: grant:dx-r6）。",
    "Say which programme the bundle is about, such as grant:dx-r6.",
)
PROGRAMME_UNKNOWN = Rule(
    "bundle-programme-unknown",
    "この事業の記録は一件もありません。事業区分を確かめてください。",
    "Nothing is recorded of this programme; look at how it is written.",
)
YEARS_NOT_SAID = Rule(
    "bundle-years-not-said",
    "基準日までに始まる年度が計画にありません。年度を指定してください（例: R6）。",
    "The plan has no fiscal year that begins by that day; say which years, such as R6.",
)
TOO_MANY_YEARS = Rule(
    "bundle-too-many-years",
    "年度が200を超えています。基準日を確かめるか、年度を指定してください（例: R6）。",
    "More than 200 fiscal years are asked for; look at the day, or say which years, such as R6.",
)
SIZE_NOT_SIGNED = Rule(
    "bundle-size-not-signed",
    "この件数の記録は署名されていません。署名のある件数を指定してください。",
    "The record of this size is not signed; give a size that is.",
)
PREVIOUS_UNREAD = Rule(
    "bundle-previous-unread",
    "前の記録確定点として渡されたものは、この記録の鍵で署名されたものではありません。",
    "What was given as the earlier checkpoint is none, or was not signed with this record's key.",
)
PREVIOUS_NOT_CONTINUED = Rule(
    "bundle-previous-not-continued",
    "この記録は、前の記録確定点の続きではありません。運用の担当者に知らせてください。",
    "The record does not continue the earlier checkpoint; tell the operator.",
)
RECORD_CHANGED = Rule(
    "bundle-record-changed",
    "記録が、署名したときと違います。運用の担当者に知らせてください。",
    "The record is not what was signed; tell the operator.",
)
FIGURE_NOT_COMPUTED = Rule(
    "bundle-figure-not-computed",
    "指標が計算できません。定義か、数える事実を直してください。",
    "A figure cannot be computed; put its definition or the events that it counts right.",
)
TOO_LARGE = Rule(
    "bundle-too-large",
    "2 GiB を超える資料は作れません。",
    "A bundle of more than 2 GiB cannot be made.",
)
REFUSALS = (
    PROGRAMME_NOT_SAID,
    PROGRAMME_UNKNOWN,
    YEARS_NOT_SAID,
    TOO_MANY_YEARS,
    SIZE_NOT_SIGNED,
    PREVIOUS_UNREAD,
    PREVIOUS_NOT_CONTINUED,
    RECORD_CHANGED,
    FIGURE_NOT_COMPUTED,
    TOO_LARGE,
)
