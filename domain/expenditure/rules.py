"""What an expenditure refuses."""

from domain.base.rule import Rule

COMMITTED_ALREADY = Rule(
    "expenditure-committed-already",
    "この番号の支出負担行為はすでに記録されています。",
    "A commitment with this number is recorded already.",
)
MORE_THAN_COMMITTED = Rule(
    "more-than-committed",
    "支出の合計が負担行為額を超えます。先に変更の負担行為を記録してください。",
    "The payments would exceed what was committed; commit the difference first.",
)
MORE_THAN_PAID = Rule(
    "more-than-paid",
    "戻入の合計が支出額を超えます。",
    "The returns would exceed what was paid.",
)
