"""What a mentor's qualification refuses."""

from domain.base.rule import Rule

UNTIL_BEFORE_FROM = Rule(
    "mentor-qualified-until-before-from",
    "有効期限が資格を得た日より前です。",
    "The qualification would end before the day on which it was given.",
)
TRAINING_NOT_COMPLETED = Rule(
    "mentor-training-not-completed",
    "その日までに本人が修了したメンター研修ではありません。研修を確かめるか、研修なしで記録してください。",
    "That is no mentor training which this person had completed; check it, or name no training.",
)
NOT_QUALIFIED = Rule(
    "mentor-not-qualified",
    "その日の前日にはメンターの資格がありません。",
    "There is no qualification on the day before that day.",
)
SAID_ALREADY = Rule(
    "mentor-requirement-said-already",
    "その日にはすでに同じ定めが記録されています。",
    "The record says the same for that day already.",
)
