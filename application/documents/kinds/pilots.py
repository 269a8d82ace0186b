"""Pilots (パイロットプロジェクト): begun, ended, what was learnt, which policy they serve."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.pilot import commands as c
from domain.pilot import events as e

KIND = journal_kind(
    "pilots",
    Label("パイロットプロジェクト", "Pilots"),
    of=("programme", "number"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.StartPilot, e.PilotStarted, Label("開始", "begun"), once=True),
        Step(c.RecordLesson, e.LessonRecorded, Label("知見", "lesson"), by=("theme",)),
        Step(
            c.LinkPolicy,
            e.PolicyLinked,
            Label("政策との結び付き", "policy"),
            by=("policy",),
            once=True,
        ),
        Step(c.CompletePilot, e.PilotCompleted, Label("終了", "finished"), once=True),
        Step(c.AbandonPilot, e.PilotAbandoned, Label("中止", "given up"), once=True),
    ),
    aliases={"municipality": ("自治体コード", "市町村コード"), "number": ("番号",)},
)
