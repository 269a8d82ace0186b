"""Hours (時間の申告): how long a team worked on each day in all, and what was approved.

Nobody's start, end or presence is asked for.
"""

from application.documents.journal import journal_kind
from application.documents.record import Row
from application.documents.steps import Step
from domain.base.words import Label
from domain.contract import commands as c
from domain.contract import events as e


def _month(row: Row) -> str:
    """Give the key of the month that a row is about, as the commands do."""
    return f"{row['contract_id']}|{row.get('until', row['worked_on']):%Y-%m}"


KIND = journal_kind(
    "hours",
    Label("時間の申告", "Hours"),
    of=("contract_id",),
    key=_month,
    step=Label("記録の種類", "kind of entry"),
    on=("worked_on", "日付", "on this day", "業務日"),
    steps=(
        Step(
            c.DeclareHours, e.HoursDeclared, Label("申告", "declared"),
            by=("worked_on",), once=True,
        ),
        Step(c.ApproveHours, e.HoursApproved, Label("承認", "approved"), by=("until",)),
    ),
    called={"approver": Label("承認者の番号", "number of the approver")},
    aliases={"minutes": ("時間",)},
)  # fmt: skip
