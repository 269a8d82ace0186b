"""Activities (活動): what was begun under which name, and what was stopped for which reason."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.activity import commands as c
from domain.activity import events as e
from domain.base.words import Label

KIND = journal_kind(
    "activities",
    Label("活動", "Activities"),
    of=("programme", "code"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.StartActivity, e.ActivityStarted, Label("開始", "started"), once=True),
        Step(c.StopActivity, e.ActivityStopped, Label("停止", "stopped"), once=True),
    ),
    aliases={"code": ("コード",)},
)
