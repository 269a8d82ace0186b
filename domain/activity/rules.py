"""What the record of an activity refuses."""

from domain.base.rule import Rule

RUNNING_ALREADY = Rule(
    "activity-running-already",
    "この活動はその日にすでに行われています。",
    "This activity runs already on that day.",
)
NOT_RUNNING = Rule(
    "activity-not-running",
    "この活動はその日に行われていません。",
    "This activity does not run on that day.",
)
