"""Leads (商談): what may become an order, how far it is, and what comes next."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    MUNICIPALITY_NAME,
    PROGRAMME,
    CannotSay,
    Column,
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    differing,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_client, settle_municipality
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.event import COMMON
from domain.base.words import Label
from domain.client.commands import RegisterClient
from domain.engagement.commands import ReceiveInquiry
from domain.lead import commands as c
from domain.lead import events as e

_OPENING = ("client_number", "title", "origin", "municipality", "programme", "opened_on")
_JUDGED = ("likelihood",)
_NEXT = ("step", "due_day")

COLUMNS = (
    column_of(c.OpenLead, "number", "番号", required=True),
    column_of(RegisterClient, "number", "取引先番号", name="client_number"),
    column_of(c.OpenLead, "title", "件名", "相談内容"),
    column_of(c.OpenLead, "origin", "経路"),
    column_of(c.OpenLead, "municipality", "自治体コード", "市町村コード"),
    MUNICIPALITY_NAME,
    PROGRAMME,
    day_of(c.OpenLead, "opened_on", "開始日", "opened on", "初回接触日"),
    day_of(c.MeetClient, "met_on", "面談日", "met on", "最終面談日"),
    column_of(c.MeetClient, "form"),
    day_of(c.SendProposal, "proposed_on", "提案日", "proposed on"),
    column_of(
        c.SendProposal, "amount", "提案金額", name="proposed",
        label=Label("提案額（円）", "proposed in yen"),
    ),
    Column("said_on", date, Label("見込み・次の行動の更新日", "said on"), aliases=("更新日",)),
    column_of(c.JudgeLikelihood, "likelihood", "確度"),
    column_of(c.PlanNextStep, "step"),
    column_of(c.PlanNextStep, "due_day"),
    day_of(c.WinLead, "won_on", "受注日", "won on"),
    column_of(ReceiveInquiry, "number", "受注番号", name="engagement_number"),
    day_of(c.LoseLead, "lost_on", "失注日", "lost on"),
    column_of(c.LoseLead, "reason"),
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every lead as far as it is; what was said in its meetings stands on no sheet."""
    return collect(consortium, "lead", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.LeadOpened():
                row |= event.model_dump(include={"number", "title", "municipality"})
                client = directory.numbers.get(event.client_id, str(event.client_id))
                row |= {"client_number": client, "programme": event.programme}
                row |= {"origin": event.origin, "opened_on": day}
            case e.MeetingHeld():
                row |= {"met_on": day, "form": event.form}
            case e.ProposalSent():
                row |= {"proposed_on": day, "proposed": event.amount}
            case e.LikelihoodJudged():
                row |= {"said_on": day, "likelihood": event.likelihood}
            case e.NextStepPlanned():
                row |= {"said_on": day, "step": event.step, "due_day": event.due_day}
            case e.LeadWon():
                row |= {"won_on": day, "engagement_number": event.engagement_number}
            case e.LeadLost():
                row |= {"lost_on": day, "reason": event.reason}
    yield row["number"], Known(row, {"lead_id": stream})


def settle(place: Place, row: dict[str, Any], _record: Record) -> str:
    """A lead is known by its number."""
    if place.programme != COMMON:
        row.setdefault("programme", place.programme)
    settle_municipality(row)
    number: str = row["number"]
    return number


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Give the steps that a row says and the record does not, each on its own day."""
    if known is None:
        need(row, *_OPENING)
        client_id = known_client(record, row["client_number"], "client_number")
        opening = ask(c.OpenLead, row, row["opened_on"], row["programme"], client_id=client_id)
        return [opening, *_steps(place, row, {}, place.id_of("lead", row["number"]))]
    was = known.row
    refuse_changes(row, was, c.CorrectLead, *_OPENING)
    return _steps(place, row, was, known.about["lead_id"])


def _steps(place: Place, row: Row, was: Row, lead_id: UUID) -> list[Command]:
    on = {"programme": row.get("programme", was.get("programme")), "lead_id": lead_id}
    made: list[Command] = []
    if _later(row, was, "met_on", "form"):
        made.append(ask(c.MeetClient, row, row["met_on"], **on))
    if _later(row, was, "proposed_on", "proposed"):
        made.append(ask(c.SendProposal, row, row["proposed_on"], **on, amount=row["proposed"]))
    judged = any(differing(row, was, *_JUDGED))
    planned = any(differing(row, was, *_NEXT))
    if judged or planned:
        need(row, "said_on")
        _require_later(row, was, "said_on")
    if judged:
        made.append(ask(c.JudgeLikelihood, row, row["said_on"], **on))
    if planned:
        need(row, *_NEXT)
        made.append(ask(c.PlanNextStep, row, row["said_on"], **on))
    if new_day(row, was, "won_on"):
        need(row, "engagement_number")
        engagement_id = place.id_of("engagement", row["engagement_number"])
        made.append(ask(c.WinLead, {}, row["won_on"], **on, engagement_id=engagement_id))
    else:
        refuse_changes(row, was, c.VoidLeadEntry, "won_on", "engagement_number")
    if new_day(row, was, "lost_on"):
        need(row, "reason")
        made.append(ask(c.LoseLead, row, row["lost_on"], **on))
    else:
        refuse_changes(row, was, c.CorrectLead, "lost_on", "reason")
    return made


def _later(row: Row, was: Row, day: str, what: str) -> bool:
    """Say whether a row says a later one of something that happens more than once."""
    if not any(differing(row, was, day, what)):
        return False
    need(row, day, what)
    _require_later(row, was, day)
    return True


def _require_later(row: Row, was: Row, day: str) -> None:
    if day in was and row[day] < was[day]:
        raise CannotSay(
            day,
            f"記録では「{was[day]}」です。それより前のことは、取込では記録しません。"
            " / the record says so of a later day",
        )


KIND = Kind(
    name="leads",
    label=Label("商談", "Leads"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(
        c.OpenLead,
        c.MeetClient,
        c.SendProposal,
        c.PlanNextStep,
        c.JudgeLikelihood,
        c.WinLead,
        c.LoseLead,
    ),
    scope=("programme",),
)
