"""Trainings (研修): courses as planned, and each session as scheduled, held or called off."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.training import commands as c
from domain.training import events as e

_SESSION = ("session",)
KIND = journal_kind(
    "trainings",
    Label("研修", "Trainings"),
    of=("number",),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day", "実施日"),
    steps=(
        Step(c.PlanTraining, e.TrainingPlanned, Label("企画", "planned"), once=True),
        Step(c.ScheduleTraining, e.TrainingScheduled, Label("予定", "scheduled"), by=_SESSION),
        Step(c.HoldTraining, e.TrainingHeld, Label("実施", "held"), by=_SESSION, once=True),
        Step(
            c.CallOffSession, e.SessionCalledOff, Label("回の取りやめ", "session called off"),
            by=_SESSION, once=True,
        ),
        Step(c.CancelTraining, e.TrainingCancelled, Label("研修の中止", "cancelled"), once=True),
    ),
    aliases={"number": ("番号",), "municipality": ("自治体コード", "市町村コード")},
)  # fmt: skip
