"""Career aims (キャリア目標): what a worker aims at, and what became of it; the text is sealed."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.career import commands as c
from domain.career import events as e

KIND = journal_kind(
    "career-aims",
    Label("キャリア目標", "Career aims"),
    of=("worker_id",),
    opening=c.BeginCareerSupport,
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.SetCareerAim, e.CareerAimSet, Label("目標", "aim"), by=("aim",), once=True),
        Step(c.ReviewCareerAim, e.CareerAimReviewed, Label("振り返り", "review"), by=("aim",)),
    ),
)
