"""Mentorships (メンタリング): who is mentored by whom, since when and until when."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from application.documents.directory import Directory
from application.documents.kind import (
    Kind,
    Place,
    ask,
    column_of,
    day_of,
    need,
    new_day,
    refuse_changes,
)
from application.documents.record import Known, Record, Row, collect
from application.documents.references import known_worker, meet, settle_person
from application.recorded import Recorded
from application.service import Consortium
from domain.base.command import Command
from domain.base.fields import Number
from domain.base.words import Label
from domain.mentorship import commands as c
from domain.mentorship import events as e
from domain.worker.commands import RegisterWorker

_STEPS: dict[str, type[c.OfMentorship]] = {
    "accepted_on": c.AcceptProposal,
    "completed_on": c.CompleteMentorship,
    "ended_on": c.EndMentorship,
}

COLUMNS = (
    column_of(RegisterWorker, "number", "番号", "メンティー番号", name="worker_number",
              required=True),
    column_of(c.RequestMentorship, "ordinal"),
    day_of(c.RequestMentorship, "requested_on", "希望日", "requested on", "申込日"),
    column_of(c.ProposeMentor, "mentor", "メンター番号", annotation=Number),
    column_of(c.ProposeMentor, "reasons", "理由"),
    day_of(c.ProposeMentor, "proposed_on", "提案日", "proposed on"),
    day_of(c.AcceptProposal, "accepted_on", "開始日", "running from", "決定日"),
    day_of(c.CompleteMentorship, "completed_on", "完了日", "completed on"),
    day_of(c.EndMentorship, "ended_on", "終了日", "ended on"),
    column_of(c.EndMentorship, "reason"),
)  # fmt: skip


def recorded(consortium: Consortium, _place: Place) -> Record:
    """Give every mentorship as far as it is."""
    return collect(consortium, "mentorship", _fold)


def _fold(
    stream: UUID, holds: Sequence[Recorded], directory: Directory
) -> Iterator[tuple[str, Known]]:
    row: dict[str, Any] = {}
    for recorded in holds:
        event, day = recorded.event, recorded.event.effective_on
        match event:
            case e.MentorshipRequested():
                number = directory.numbers[event.mentee]
                row |= {"worker_number": number, "ordinal": event.ordinal, "requested_on": day}
            case e.MentorProposed():
                said = {"mentor": event.mentor, "reasons": event.reasons, "proposed_on": day}
                row |= said
            case e.ProposalDeclined():
                for name in ("mentor", "reasons", "proposed_on"):
                    row.pop(name, None)
            case e.ProposalAccepted():
                row["accepted_on"] = day
            case e.MentorReassigned():
                row["mentor"] = event.mentor
            case e.MentorshipCompleted():
                row["completed_on"] = day
            case e.MentorshipEnded():
                row |= {"ended_on": day, "reason": event.reason}
    yield _key(row), Known(row, stream)


def _key(row: Row) -> str:
    return f"{row['worker_number']}|{row['ordinal']:02}"


def settle(place: Place, row: dict[str, Any], record: Record) -> str:
    """A mentorship is known by its mentee and ordinal; without one it is the first."""
    row.setdefault("ordinal", 1)
    key = _key(row)
    settle_person(place, row, record, "mentor")
    return key


def commands(place: Place, row: Row, known: Known | None, record: Record) -> list[Command]:
    """Request, propose, accept, complete or end, each on its own day."""
    worker_id = known_worker(record, row)
    made: list[Command] = []
    if known is None:
        need(row, "requested_on")
        before = row["ordinal"] - 1
        request = ask(
            c.RequestMentorship,
            row,
            row["requested_on"],
            place.programme,
            mentee=worker_id,
            before=place.id_of("mentorship", f"{worker_id}|{before}") if before else None,
        )
        was: Row = {}
        mentorship_id = place.id_of("mentorship", request.opens())
        made.append(request)
    else:
        was, mentorship_id = known.row, known.about
        refuse_changes(row, was, c.CorrectMentorship, "requested_on")
    on: dict[str, Any] = {"programme": place.programme, "mentorship_id": mentorship_id}
    if new_day(row, was, "proposed_on"):
        need(row, "mentor", "reasons")
        meet(place, row, record, "mentor", "メンター")
        made.append(ask(c.ProposeMentor, row, row["proposed_on"], **on))
    else:
        if "mentor" in row and "mentor" not in was:
            need(row, "proposed_on")
        refuse_changes(row, was, c.ReassignMentor, "mentor")
        refuse_changes(row, was, c.CorrectMentorship, "reasons", "proposed_on")
    for name, command in _STEPS.items():
        if new_day(row, was, name):
            if name == "ended_on":
                need(row, "reason")
            made.append(ask(command, row, row[name], **on))
        else:
            refuse_changes(row, was, c.CorrectMentorship, name)
    if not new_day(row, was, "ended_on"):
        refuse_changes(row, was, c.CorrectMentorship, "reason")
    return made


KIND = Kind(
    name="mentorships",
    label=Label("メンタリング", "Mentorships"),
    columns=COLUMNS,
    recorded=recorded,
    settle=settle,
    commands=commands,
    asks_for=(
        c.RequestMentorship,
        c.ProposeMentor,
        c.AcceptProposal,
        c.CompleteMentorship,
        c.EndMentorship,
    ),
)
