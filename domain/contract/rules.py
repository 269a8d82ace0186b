"""What the records of service contracts and of their hours refuse."""

from domain.base.rule import Rule

CONCLUDED_ALREADY = Rule(
    "contract-concluded-already",
    "この番号の契約はすでに記録されています。内容が変わったときは変更契約として記録してください。",
    "A contract with this number is recorded already; if it changed, record an amendment.",
)
NEEDS_PROGRAMME = Rule(
    "contract-needs-programme",
    "契約がどの事業に属するか（交付金事業か、市町村の独自事業か）を入れてください。",
    "Say which programme the contract belongs to: a grant project or a municipality's own.",
)
ENDS_BEFORE_IT_BEGINS = Rule(
    "contract-ends-before-it-begins",
    "契約期間の末日が初日より前です。期間を確かめてください。",
    "The last day of the contract lies before its first; check the period.",
)
ENDED = Rule(
    "contract-ended",
    "この契約は終了が記録されています。続けるときは新しい契約として記録してください。",
    "This contract is recorded as ended; if work goes on, record a new contract.",
)
NOT_IN_FORCE = Rule(
    "contract-not-in-force",
    "その日はこの契約の期間に入っていません。日付か契約期間を確かめてください。",
    "The contract is not in force on that day; check the day or the contract's period.",
)
RENEWS_BEFORE_THE_END = Rule(
    "contract-renews-before-the-end",
    "更新後の初日が、更新前の末日の翌日より前です。期間中の変更は変更契約として記録してください。",
    "The renewal would begin before the old period is over; record an amendment instead.",
)
NOTICE_AFTER_THE_END = Rule(
    "contract-notice-after-the-end",
    "予告の日が、終了の日より後です。日付を確かめてください。",
    "The notice would have been given after the end; check the days.",
)
HOURS_OUTSIDE = Rule(
    "contract-hours-outside",
    "申告済みの時間が契約期間の外になります。先にその日の時間を確かめるか、日付を確かめてください。",
    "Hours that are declared would lie outside the contract; check those hours, or the day.",
)
DECLARED_ALREADY = Rule(
    "hours-declared-already",
    "この日の時間はすでに申告されています。違っていたときは訂正してください。",
    "Hours are declared for this day already; if they are wrong, correct them.",
)
NOT_BY_THE_HOUR = Rule(
    "hours-not-by-the-hour",
    "この契約は時間で定めた契約ではありません。",
    "This contract is not one by the hour.",
)
BEYOND_THE_DAY = Rule(
    "hours-beyond-the-day",
    "契約の人数では一日に収まらない時間です。分で入れているか確かめてください。",
    "More than all heads of the contract have in a day; check that it is in minutes.",
)
NOTHING_TO_APPROVE = Rule(
    "hours-nothing-to-approve",
    "その日までの申告はすべて承認されているか、申告がありません。",
    "All that is declared up to that day is approved, or nothing is declared.",
)
APPROVED_BEFORE_WORKED = Rule(
    "hours-approved-before-worked",
    "承認の日より後の時間は承認できません。",
    "Hours of a day that lies after the approval cannot be approved.",
)
