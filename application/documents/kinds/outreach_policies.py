"""Outreach policies (広報運用ポリシー): each version drafted, approved, and ceased."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.outreach import commands as c
from domain.outreach import events as e

_VERSION = ("version",)
KIND = journal_kind(
    "outreach-policies",
    Label("広報運用ポリシー", "Outreach policies"),
    of=("programme",),
    step=Label("手続", "step"),
    on=("holds_from", "日付", "on", "適用日"),
    steps=(
        Step(c.DraftPolicy, e.PolicyDrafted, Label("案", "draft"), by=_VERSION, once=True),
        Step(c.ApprovePolicy, e.PolicyApproved, Label("決裁", "approval"), by=_VERSION, once=True),
        Step(
            c.SupersedePolicy,
            e.PolicySuperseded,
            Label("適用の終わり", "ceased"),
            by=_VERSION,
            once=True,
        ),
    ),
)
