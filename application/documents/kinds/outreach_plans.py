"""Outreach plans (広報計画): the year's plan, its items, and which were moved or dropped."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.outreach import commands as c
from domain.outreach import events as e

_ITEM = ("item",)
KIND = journal_kind(
    "outreach-plans",
    Label("広報計画", "Outreach plans"),
    of=("programme", "fiscal_year"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(
            c.ApproveOutreachPlan, e.OutreachPlanApproved, Label("計画の決裁", "plan approved"),
            once=True,
        ),
        Step(c.AddPlanItem, e.PlanItemAdded, Label("項目", "item"), by=_ITEM, once=True),
        Step(c.MovePlanItem, e.PlanItemMoved, Label("予定の移動", "moved"), by=_ITEM),
        Step(c.DropPlanItem, e.PlanItemDropped, Label("取りやめ", "dropped"), by=_ITEM, once=True),
    ),
    aliases={"fiscal_year": ("会計年度",), "municipality": ("自治体コード", "市町村コード")},
    scope=("programme", "fiscal_year"),
)  # fmt: skip
