"""Offsite stays (立科WORK TRIP): which firm was invited, came with how many, and what followed."""

from application.documents.journal import journal_kind
from application.documents.steps import Step
from domain.base.words import Label
from domain.offsite_stay import commands as c
from domain.offsite_stay import events as e

KIND = journal_kind(
    "offsite-stays",
    Label("立科WORK TRIP", "Offsite stays"),
    of=("number",),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day", "初日"),
    steps=(
        Step(c.InviteToStay, e.StayInvited, Label("招待", "invited"), once=True),
        Step(c.HoldStay, e.StayHeld, Label("実施", "held"), once=True),
        Step(c.MakeFollowUp, e.FollowUpMade, Label("フォロー", "follow-up"), by=("kind",)),
        Step(c.CancelStay, e.StayCancelled, Label("中止", "cancelled"), once=True),
    ),
    aliases={"number": ("番号",), "organisation": ("企業名", "団体名")},
)
