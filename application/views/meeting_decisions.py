"""Decisions (決定) and what followed: from what a meeting decided to the entries that changed."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import changed, rowclass
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.followed import Change
from domain.base.personal import Sealed, SealedMark
from domain.base.words import Label
from domain.meeting import events as e
from domain.meeting.terms import DecisionNumber, MeetingNumber


class MeetingDecisionsAsks(Asks):
    """Of which programme's meetings; of all if none is given."""

    programme: Programme | None = None


@rowclass
class MeetingDecisionRow:
    """One decision and one entry that followed; without one, nothing is recorded to have followed.

    `actions_open` counts what is still to be done of what the decision gave out.
    """

    meeting: MeetingNumber
    decided_on: Annotated[date, Label("決定日", "decided on")]
    decision: DecisionNumber
    subject: Annotated[str | None, Label("件名", "subject")]
    text: Annotated[Sealed | None, SealedMark("note"), Label("内容（非公開）", "text, sealed")]
    touches: Annotated[tuple[UUID, ...], Label("対象の記録", "records it touches")]
    actions: Annotated[int, Label("宿題", "actions")]
    actions_open: Annotated[int, Label("済んでいない宿題", "actions open")]
    carried_out_on: Annotated[date | None, Label("実施日", "carried out on")] = None
    change: Annotated[Change | None, Label("変えたもの", "what it changed")] = None
    record: Annotated[UUID | None, Label("続いた記録", "record that followed")] = None
    record_version: Annotated[int | None, Label("続いた記録の版", "version that followed")] = None


def compute(facts: Facts, asks: MeetingDecisionsAsks) -> Iterator[Line[MeetingDecisionRow]]:
    """Give the decisions in the order of their days, each with all that followed."""
    numbers = {fact.stream: one.number for one, fact in facts.of(e.MeetingScheduled)}
    for decided, fact in facts.of(e.DecisionMade):
        if asks.programme not in {None, decided.programme}:
            continue
        told = facts.in_record(fact.stream)
        settled = {
            one.event.action
            for one in told
            if isinstance(one.event, e.ActionClosed | e.ActionDropped)
        }
        given_out = [
            one.event.action
            for one in told
            if isinstance(one.event, e.ActionAssigned) and one.event.decision == decided.decision
        ]
        row = MeetingDecisionRow(
            meeting=numbers[fact.stream],
            decided_on=decided.effective_on,
            decision=decided.decision,
            subject=decided.subject,
            text=decided.text,
            touches=decided.touches,
            actions=len(given_out),
            actions_open=len(set(given_out) - settled),
        )
        followed = [
            Line(_with(row, one.event), (fact, one))
            for one in told
            if isinstance(one.event, e.DecisionCarriedOut)
            and one.event.decision == decided.decision
        ]
        yield from followed or [Line(row, (fact,))]


def _with(row: MeetingDecisionRow, followed: e.DecisionCarriedOut) -> MeetingDecisionRow:
    return changed(
        row,
        carried_out_on=followed.effective_on,
        change=followed.change,
        record=followed.record,
        record_version=followed.record_version,
    )


MEETING_DECISIONS = View(
    name="meeting-decisions",
    label=Label("会議の決定と、続いた変更", "Decisions and what followed"),
    asks=MeetingDecisionsAsks,
    row=MeetingDecisionRow,
    reads=(
        e.MeetingScheduled,
        e.DecisionMade,
        e.DecisionCarriedOut,
        e.ActionAssigned,
        e.ActionClosed,
        e.ActionDropped,
    ),
    compute=compute,
)
