"""Advisers (アドバイザー): engaged for so many sessions, what was advised, and what was adopted.

Which entry of another record came of advice, no sheet knows: it is entered by itself.
"""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.advice import commands as c
from domain.advice import events as e
from domain.base.words import Label

_ADVICE = ("advice",)
KIND = journal_kind(
    "advisers",
    Label("アドバイザー", "Advisers"),
    of=("programme", "number"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day", "実施日"),
    steps=(
        Step(c.EngageAdviser, e.AdviserEngaged, Label("委嘱", "engaged"), once=True),
        Step(
            c.HoldAdviceSession, e.AdviceSessionHeld, Label("助言の実施", "session"),
            by=("session",), once=True,
        ),
        Step(c.GiveAdvice, e.AdviceGiven, Label("助言", "advice"), by=_ADVICE, once=True),
        Step(c.AdoptAdvice, e.AdviceAdopted, Label("採用", "adopted"), by=_ADVICE, once=True),
        Step(c.DeclineAdvice, e.AdviceDeclined, Label("不採用", "declined"), by=_ADVICE, once=True),
        Step(c.EndAdviser, e.AdviserEnded, Label("終了", "ended"), once=True),
    ),
    aliases={"number": ("番号",), "minutes": ("時間",)},
)  # fmt: skip
