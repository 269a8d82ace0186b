"""Mock work (模擬業務): planned with its criteria and reward, opened, closed or cancelled."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.mock_work import commands as c
from domain.mock_work import events as e

KIND = journal_kind(
    "mock-tasks",
    Label("模擬業務", "Mock work"),
    of=("number",),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.PlanMockTask, e.MockTaskPlanned, Label("企画", "planned"), once=True),
        Step(c.OpenMockTask, e.MockTaskOpened, Label("募集開始", "opened"), once=True),
        Step(c.CloseMockTask, e.MockTaskClosed, Label("募集終了", "closed"), once=True),
        Step(c.CancelMockTask, e.MockTaskCancelled, Label("中止", "cancelled"), once=True),
    ),
    aliases={"number": ("番号",), "municipality": ("自治体コード", "市町村コード")},
)
