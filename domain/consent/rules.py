"""What the record of a consent refuses."""

from domain.base.rule import Rule

IN_FORCE_ALREADY = Rule(
    "consent-in-force-already",
    "この同意はその日にすでに有効です。同意文が変わったときは、撤回を記録してから記録してください。",
    "This consent is in force on that day already; if the wording changed, record a withdrawal.",
)
NOT_IN_FORCE = Rule(
    "consent-not-in-force",
    "この同意はその日に有効ではありません。日付を確かめてください。",
    "This consent is not in force on that day; check the day.",
)
