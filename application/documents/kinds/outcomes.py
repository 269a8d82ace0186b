"""Outcomes (成果の測定): which value an indicator had on which day, and how it was found."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.outcome import commands as c
from domain.outcome import events as e

KIND = journal_kind(
    "outcomes",
    Label("成果の測定", "Outcomes"),
    of=("programme", "code"),
    opening=c.DefineIndicator,
    step=Label("記録の種類", "kind of entry"),
    on=("measured_on", "測定日", "measured on", "基準日"),
    steps=(Step(c.MeasureOutcome, e.OutcomeMeasured, Label("測定", "measured")),),
    aliases={"code": ("コード",)},
)
