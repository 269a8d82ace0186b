"""Service contracts (業務委託契約): concluded, amended, renewed, and with which day they ended."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.contract import commands as c
from domain.contract import events as e

KIND = journal_kind(
    "contracts",
    Label("業務委託契約", "Service contracts"),
    of=("programme", "number"),
    step=Label("異動", "what happened"),
    on=("on", "日付", "on this day", "契約日"),
    steps=(
        Step(c.ConcludeContract, e.ContractConcluded, Label("締結", "concluded"), once=True),
        Step(c.AmendContract, e.ContractAmended, Label("変更", "amended")),
        Step(c.RenewContract, e.ContractRenewed, Label("更新", "renewed")),
        Step(c.EndContract, e.ContractEnded, Label("終了", "ended"), once=True),
    ),
    aliases={"number": ("番号",), "municipality": ("自治体コード", "市町村コード")},
)
