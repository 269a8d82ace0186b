"""What the record of a municipality's grant refuses: what cannot be.

What is merely irregular, such as a grant received above the fixed amount, is a matter to check.
"""

from domain.base.rule import Rule

APPLIED_ALREADY = Rule(
    "grant-applied-already",
    "この市町村・年度の交付申請はすでに記録されています。誤りは訂正してください。",
    "The application of this municipality and year is recorded already; correct it if wrong.",
)
NOT_IN_THE_PLAN = Rule(
    "award-not-in-the-plan",
    "実施計画の申請者・期間にない市町村・年度です。先に実施計画の変更を記録してください。",
    "The plan has no such applicant or fiscal year; record an amendment of the plan first.",
)
DECIDED_ALREADY = Rule(
    "grant-decided-already",
    "交付決定はすでに記録されています。変更は「変更交付決定」で記録してください。",
    "The grant decision is recorded already; record a change as an amended decision.",
)
NOT_DECIDED = Rule(
    "grant-not-decided",
    "その日までに交付決定がありません。先に交付決定を記録してください。",
    "No grant had been decided by that day; record the decision first.",
)
REPORTED_ALREADY = Rule(
    "performance-reported-already",
    "実績報告はすでに記録されています。誤りは訂正してください。",
    "The performance report is recorded already; correct it if it is wrong.",
)
NOT_REPORTED = Rule(
    "performance-not-reported",
    "その日までに実績報告がありません。先に実績報告を記録してください。",
    "No performance had been reported by that day; record the report first.",
)
FIXED_ALREADY = Rule(
    "grant-fixed-already",
    "額の確定はすでに記録されています。誤りは訂正してください。",
    "The fixed amount is recorded already; correct it if it is wrong.",
)
NOT_FIXED = Rule(
    "grant-not-fixed",
    "その日までに額の確定がありません。先に額の確定を記録してください。",
    "The amount had not been fixed by that day; record that first.",
)
BEFORE_THE_APPLICATION = Rule(
    "before-the-application",
    "交付申請の日より前の日付です。日付を確かめてください。",
    "That day is before the application; check the days.",
)
ADVANCE_ABOVE_DECISION = Rule(
    "advance-above-decision",
    "概算払の合計が交付決定額を超えます。額を確かめてください。",
    "The advances would exceed the grant decided; check the amounts.",
)
FIXED_ABOVE_DECISION = Rule(
    "fixed-above-decision",
    "確定額が交付決定額を超えます。先に変更交付決定を記録してください。",
    "The fixed amount would exceed the grant decided; record an amended decision first.",
)
SETTLED_ABOVE_FIXED = Rule(
    "settled-above-fixed",
    "概算払と精算払の合計が確定額を超えます。額を確かめてください。",
    "Advances and settlement would exceed the fixed amount; check the amounts.",
)
REPAID_ABOVE_RECEIVED = Rule(
    "repaid-above-received",
    "返還の合計が受領額を超えます。額を確かめてください。",
    "More would be paid back than was received; check the amounts.",
)
