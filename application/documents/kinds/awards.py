"""Grant awards (交付金の手続): of each municipality and year, from application to repayment."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.award import commands as c
from domain.award import events as e
from domain.base.words import Label

KIND = journal_kind(
    "awards",
    Label("交付金の手続", "Grant awards"),
    of=("programme", "municipality", "fiscal_year"),
    step=Label("手続", "step"),
    on=("done_on", "日付", "done on", "手続の日"),
    steps=(
        Step(c.ApplyForGrant, e.GrantApplied, Label("交付申請", "application"), once=True),
        Step(c.DecideGrant, e.GrantDecided, Label("交付決定", "decision"), once=True),
        Step(c.AmendDecision, e.GrantDecisionAmended, Label("変更交付決定", "amendment")),
        Step(c.AdvanceGrant, e.GrantAdvanced, Label("概算払", "advance")),
        Step(c.ReportPerformance, e.PerformanceReported, Label("実績報告", "report"), once=True),
        Step(c.FixGrant, e.GrantFixed, Label("額の確定", "amount fixed"), once=True),
        Step(c.SettleGrant, e.GrantSettled, Label("精算払", "settlement")),
        Step(c.RepayGrant, e.GrantRepaid, Label("返還", "repayment")),
    ),
    beside={"plan_id": lambda place, row: place.id_of("plan", row["programme"])},
    aliases={"fiscal_year": ("会計年度",), "municipality": ("自治体コード", "市町村コード")},
    scope=("programme", "fiscal_year"),
)
