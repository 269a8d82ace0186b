"""What the record of an employment refuses."""

from domain.base.rule import Rule

BEGAN_ALREADY = Rule(
    "employment-began-already",
    "この人のこの通し番号の就業はすでに記録されています。次の番号で記録してください。",
    "An employment of this person with this ordinal is recorded already; take the next one.",
)
ENDED_ALREADY = Rule(
    "employment-ended-already",
    "この就業の終了はすでに記録されています。",
    "The end of this employment is recorded already.",
)
ENDS_BEFORE_BEGIN = Rule(
    "employment-ends-before-begin",
    "終了日が開始日より前です。",
    "It would end before the day on which it began.",
)
