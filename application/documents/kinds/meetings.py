"""Meetings (会議): scheduled, moved and held, what was decided, and what is to be done until when.

Who represented a team is written as the team and a number: 広報業務：W-1. Which entry of another
record came of a decision, no sheet knows: it is entered by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from application.documents.cells import several
from application.documents.journal import journal_kind
from application.documents.kind import CannotSay, Column, Place, column_of
from application.documents.record import Record
from application.documents.references import meet, person
from application.documents.steps import Step
from domain.base.fields import Text
from domain.base.teams import Team
from domain.base.values.text import search_key
from domain.base.words import Label
from domain.meeting import commands as c
from domain.meeting import events as e
from domain.meeting.terms import Representation

_DECISION, _ACTION = ("decision",), ("action",)


def _settle_represented(place: Place, row: dict[str, Any], record: Record) -> None:
    if "represented" in row:
        row["represented"] = tuple(_represented(place, row["represented"], record))
        who = {"represented": tuple(one.person_id for one in row["represented"])}
        meet(place, who, record, "represented", "出席した代表")


def _represented(place: Place, said: str, record: Record) -> Iterator[Representation]:
    teams = {search_key(way): one for one in Team for way in (one.ja, one.en, one.value)}
    for each in several(said):
        word, _, number = each.replace("：", ":").partition(":")
        team = teams.get(search_key(word))
        if team is None or not number.strip():
            raise CannotSay(
                "represented",
                f"「{each}」が読めません。{Team.OUTREACH.ja}：W-1 の形で、チームと番号を書いて"
                "ください / write a team and a number",
            )
        yield Representation(team=team, person_id=person(place, record, number.strip()))


def _written(represented: Sequence[Representation], numbers: Mapping[UUID, str]) -> str:
    return "、".join(
        f"{one.team.ja}：{numbers.get(one.person_id, str(one.person_id))}" for one in represented
    )


def _ids(records: Sequence[UUID], _numbers: Mapping[UUID, str]) -> str:
    return "、".join(map(str, records))


KIND = journal_kind(
    "meetings",
    Label("会議", "Meetings"),
    of=("series_id", "number"),
    step=Label("記録の種類", "kind of entry"),
    on=("on", "日付", "on this day", "開催日"),
    steps=(
        Step(c.ScheduleMeeting, e.MeetingScheduled, Label("予定", "scheduled"), once=True),
        Step(c.MoveMeeting, e.MeetingMoved, Label("日程の変更", "moved")),
        Step(c.HoldMeeting, e.MeetingHeld, Label("開催", "held"), once=True),
        Step(c.MissMeeting, e.MeetingNotHeld, Label("不開催", "not held"), once=True),
        Step(
            c.NoteAbsence, e.RepresentativeAbsent, Label("代表の欠席", "absence"),
            by=("team",), once=True,
        ),
        Step(c.MakeDecision, e.DecisionMade, Label("決定", "decision"), by=_DECISION, once=True),
        Step(c.AssignAction, e.ActionAssigned, Label("宿題", "action"), by=_ACTION, once=True),
        Step(
            c.CloseAction, e.ActionClosed, Label("宿題の完了", "action closed"),
            by=_ACTION, once=True,
        ),
        Step(
            c.DropAction, e.ActionDropped, Label("宿題の取りやめ", "action dropped"),
            by=_ACTION, once=True,
        ),
    ),
    called={
        "assignee_code": Label("担当", "whose it is"),
        "action_dropped_reason": Label("取りやめの理由", "why it was dropped"),
    },
    also=(
        Column("represented", Text, Label("出席した代表", "represented by"), writes=_written),
        replace(column_of(c.MakeDecision, "touches"), writes=_ids),
    ),
    complete=_settle_represented,
)  # fmt: skip
