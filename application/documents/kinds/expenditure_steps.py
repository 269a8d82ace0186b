"""Steps of expenditures (支出の経過): inspected, ordered, paid, returned, each in a row of its own.

The commitment stands on the sheet of expenditures, with the sums of what was paid and returned.
"""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.expenditure import commands as c
from domain.expenditure import events as e

KIND = journal_kind(
    "expenditure-steps",
    Label("支出の経過", "Steps of expenditures"),
    of=("programme", "municipality", "fiscal_year", "number"),
    opening=c.CommitExpenditure,
    step=Label("手続", "step"),
    on=("done_on", "日付", "done on", "手続の日"),
    steps=(
        Step(c.InspectExpenditure, e.ExpenditureInspected, Label("検収", "inspection")),
        Step(
            c.OrderPayment,
            e.PaymentOrdered,
            Label("支出命令", "payment order"),
            by=("order_number",),
        ),
        Step(c.PayExpenditure, e.ExpenditurePaid, Label("支出", "payment")),
        Step(c.ReturnExpenditure, e.ExpenditureReturned, Label("戻入", "return")),
        Step(
            c.CancelCommitment,
            e.CommitmentCancelled,
            Label("負担行為の取消し", "cancellation of the commitment"),
        ),
    ),
    aliases={
        "fiscal_year": ("会計年度",),
        "municipality": ("自治体コード", "市町村コード"),
        "number": ("番号", "伝票番号"),
    },
    scope=("programme", "fiscal_year", "municipality"),
)
