"""What the definition of a figure refuses."""

from domain.base.rule import Rule

NOT_THE_NEXT_VERSION = Rule(
    "definition-not-next-version",
    "定義の版は、いまの版の次の番号にしてください。",
    "A definition's version must be the one after the present.",
)
UNKNOWN_FIELDS = Rule(
    "definition-unknown-fields",
    "定義が、存在しない事実または項目か、一覧のように一つの値でない項目を数えようとしています。",
    "The definition counts events or fields that do not exist, or a field that holds a list.",
)
WITHDRAWN_ALREADY = Rule(
    "definition-withdrawn-already",
    "この定義はすでに取り下げられています。",
    "This definition is withdrawn already.",
)
