"""Support in mock work (模擬業務での支援): on which days, with what, how long, and by whom."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.mock_work import commands as c
from domain.mock_work import events as e

KIND = journal_kind(
    "mock-supports",
    Label("模擬業務での支援", "Support in mock work"),
    of=("task_id", "worker_id"),
    opening=c.JoinMockTask,
    step=Label("記録の種類", "kind of entry"),
    on=("given_on", "支援日", "given on", "日付"),
    steps=(Step(c.GiveSupport, e.SupportGiven, Label("支援", "support"), by=("kind",)),),
    called={"supporter": Label("支援者の番号", "number of the supporter")},
)
