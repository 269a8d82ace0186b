"""Series of meetings (定例会議): in which rhythm they are planned, for which teams, until when."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.meeting import commands as c
from domain.meeting import events as e

KIND = journal_kind(
    "meeting-series",
    Label("定例会議", "Series of meetings"),
    of=("programme", "code"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day"),
    steps=(
        Step(c.PlanSeries, e.SeriesPlanned, Label("計画", "planned"), once=True),
        Step(c.ChangeRhythm, e.RhythmChanged, Label("間隔の変更", "rhythm changed")),
        Step(c.EndSeries, e.SeriesEnded, Label("終了", "ended"), once=True),
    ),
    aliases={"code": ("コード",)},
)
