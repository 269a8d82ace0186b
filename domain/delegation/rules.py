"""What the records of delegations and of assistance refuse."""

from domain.base.rule import Rule

DELEGATED_ALREADY = Rule(
    "delegation-number-used",
    "この決裁番号の委任はすでに記録されています。別の番号を付けてください。",
    "A delegation with this approval number is recorded already; give another number.",
)
TO_ONESELF = Rule(
    "delegation-to-oneself",
    "自分自身には委任できません。受任者を確かめてください。",
    "Nobody delegates to himself; check the delegate.",
)
ENDS_BEFORE_IT_BEGINS = Rule(
    "delegation-ends-before-it-begins",
    "最終日が委任の初日より前です。最終日を確かめてください。",
    "The last day lies before the first; check the last day.",
)
NOT_IN_FORCE = Rule(
    "delegation-not-in-force",
    "その日にはこの委任は有効ではありません。日付を確かめてください。",
    "This delegation is not in force on that day; check the day.",
)
LOGGED_ALREADY = Rule(
    "assistance-logged-already",
    "その日のその内容の補佐はすでに記録されています。合計が違うときは訂正してください。",
    "Assistance of this kind on this day is logged already; correct it if its total is wrong.",
)
MORE_THAN_A_DAY = Rule(
    "assistance-more-than-a-day",
    "その日の補佐の合計が24時間を超えます。分数を確かめてください。",
    "The assistance of that day would add up to more than 24 hours; check the minutes.",
)
