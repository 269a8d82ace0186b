"""What became of skills (スキルの経過): endorsed, withdrawn, or carried over to another version."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.worker import commands as c
from domain.worker import events as e

_SKILL = ("framework", "skill")
KIND = journal_kind(
    "skill-steps",
    Label("スキルの経過", "What became of skills"),
    of=("number",),
    opening=c.RegisterWorker,
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.EndorseSkill, e.SkillEndorsed, Label("裏づけ", "endorsed"), by=_SKILL),
        Step(
            c.RemapSkill,
            e.SkillFrameworkRemapped,
            Label("標準の版の移行", "carried over"),
            by=_SKILL,
        ),
        Step(c.WithdrawSkill, e.SkillWithdrawn, Label("取り下げ", "withdrawn"), by=_SKILL),
    ),
    called={"endorser": Label("裏づけた人の番号", "number of the endorser")},
    aliases={"number": ("番号",)},
)
