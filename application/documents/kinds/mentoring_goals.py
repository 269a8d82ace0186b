"""Goals of mentorships (メンタリングの目標): what is aimed at, and what became of it."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.mentorship import commands as c
from domain.mentorship import events as e

KIND = journal_kind(
    "mentoring-goals",
    Label("メンタリングの目標", "Goals of mentorships"),
    of=("mentee", "ordinal"),
    opening=c.RequestMentorship,
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.SetGoal, e.GoalSet, Label("目標", "goal"), by=("goal",), once=True),
        Step(c.ReviewGoal, e.GoalReviewed, Label("振り返り", "review"), by=("goal",)),
    ),
    called={"text": Label("目標の内容", "what is aimed at")},
)
