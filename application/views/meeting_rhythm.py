"""The rhythm of meetings (定例会議): planned, moved, held or not, and which teams came?

A moved or missed meeting is shown for what it is. What was planned stands beside what was.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.view import Asks, Facts, Line, View
from domain.base.days import said_on
from domain.base.event import Programme
from domain.base.fields import Evidence
from domain.base.teams import Team
from domain.base.words import Code, Label
from domain.meeting import events as e
from domain.meeting.terms import MeetingNumber, SeriesCode, Shift

Beat = tuple[int, tuple[Team, ...]]


class Stage(Code):
    """What became of a meeting."""

    PLANNED = "planned", "予定", "planned"
    MOVED = "moved", "日程変更・予定", "moved, still to come"
    HELD = "held", "開催", "held"
    HELD_MOVED = "held-moved", "日程を変えて開催", "held on another day"
    NOT_HELD = "not-held", "不開催", "not held"
    NOTHING_RECORDED = "nothing-recorded", "予定日を過ぎ記録なし", "past, and nothing recorded"


class MeetingRhythmAsks(Asks):
    """Of which programme's meetings, and of which series; all of them if none is given."""

    programme: Programme | None = None
    series: SeriesCode | None = None


@rowclass
class MeetingRhythmRow:
    """One meeting; the interval is counted from the last one that was held before it.

    A team is missing that the series expected and nobody represented.
    """

    series: Annotated[str, Label("定例会議", "series")]
    number: MeetingNumber
    planned_for: Annotated[date, Label("当初の予定日", "first planned for")]
    moved_to: Annotated[date | None, Label("変更後の予定日", "moved to")]
    reason: Annotated[Shift | None, Label("変更・不開催の事情", "reason")]
    held_on: Annotated[date | None, Label("開催日", "held on")]
    stage: Annotated[Stage, Label("状況", "what became of it")]
    interval_days: Annotated[int | None, Label("前回からの日数", "days since the one before")]
    planned_interval: Annotated[int | None, Label("予定の間隔（日）", "planned interval")]
    represented: Annotated[tuple[Team, ...], Label("出席したチーム", "teams represented")]
    missing: Annotated[tuple[Team, ...], Label("代表のいないチーム", "teams not represented")]
    decisions: Annotated[int, Label("決定", "decisions")]
    actions: Annotated[int, Label("宿題", "actions")]
    evidence: Evidence | None = None


def compute(facts: Facts, asks: MeetingRhythmAsks) -> Iterator[Line[MeetingRhythmRow]]:
    """Give the meetings of each series in the order of their numbers."""
    for series, history in sorted(
        facts.streams.items(), key=lambda one: (one[1][0].event.effective_on, one[0])
    ):
        opened = history[0].event
        wanted = isinstance(opened, e.SeriesPlanned) and (
            asks.series in {None, opened.code} and asks.programme in {None, opened.programme}
        )
        if isinstance(opened, e.SeriesPlanned) and wanted:
            yield from _meetings(facts, series, opened.name, _rhythms(facts, series))


def _rhythms(facts: Facts, series: UUID) -> list[tuple[date, Beat]]:
    return [
        (one.event.effective_on, (one.event.interval_days, one.event.expects))
        for one in facts.in_record(series)
        if isinstance(one.event, e.SeriesPlanned | e.RhythmChanged)
    ]


def _meetings(
    facts: Facts, series: UUID, name: str, rhythms: list[tuple[date, Beat]]
) -> Iterator[Line[MeetingRhythmRow]]:
    before: date | None = None
    found = [
        (scheduled, facts.in_record(fact.stream))
        for scheduled, fact in facts.of(e.MeetingScheduled)
        if scheduled.series_id == series
    ]
    for scheduled, told in sorted(found, key=lambda one: one[0].number):
        row = _row(facts.valid_on, name, scheduled, told, rhythms, before)
        before = row.held_on or before
        yield Line(row, tuple(told))


def _row(  # noqa: PLR0913, PLR0917 - all that one meeting is seen against
    today: date,
    name: str,
    scheduled: e.MeetingScheduled,
    told: Sequence[Recorded],
    rhythms: list[tuple[date, Beat]],
    before: date | None,
) -> MeetingRhythmRow:
    events = [one.event for one in told]
    moves = [event for event in events if isinstance(event, e.MeetingMoved)]
    missed = [event for event in events if isinstance(event, e.MeetingNotHeld)]
    shifted: list[e.MeetingMoved | e.MeetingNotHeld] = [*moves, *missed]
    held = next((event for event in events if isinstance(event, e.MeetingHeld)), None)
    planned_for = moves[-1].planned_for if moves else scheduled.planned_for
    held_on = held.effective_on if held else None
    interval, expects = said_on(rhythms, held_on or planned_for) or (None, ())
    came = {one.team for one in held.represented} if held else set()
    return MeetingRhythmRow(
        series=name,
        number=scheduled.number,
        planned_for=scheduled.planned_for,
        moved_to=moves[-1].planned_for if moves else None,
        reason=shifted[-1].reason if shifted else None,
        held_on=held_on,
        stage=_stage(
            today,
            scheduled.planned_for,
            planned_for,
            held_on,
            missed=bool(missed),
        ),
        interval_days=(held_on - before).days if held_on and before else None,
        planned_interval=interval,
        represented=tuple(team for team in Team if team in came),
        missing=tuple(team for team in expects if team not in came) if held else (),
        decisions=sum(isinstance(event, e.DecisionMade) for event in events),
        actions=sum(isinstance(event, e.ActionAssigned) for event in events),
        evidence=held.evidence if held else None,
    )


def _stage(
    today: date,
    first_planned: date,
    planned_for: date,
    held_on: date | None,
    *,
    missed: bool,
) -> Stage:
    if held_on:
        return Stage.HELD if held_on == first_planned else Stage.HELD_MOVED
    if missed:
        return Stage.NOT_HELD
    if planned_for < today:
        return Stage.NOTHING_RECORDED
    return Stage.PLANNED if planned_for == first_planned else Stage.MOVED


MEETING_RHYTHM = View(
    name="meeting-rhythm",
    label=Label("定例会議の開催状況", "Rhythm of the meetings"),
    asks=MeetingRhythmAsks,
    row=MeetingRhythmRow,
    reads=(
        e.SeriesPlanned,
        e.RhythmChanged,
        e.SeriesEnded,
        e.MeetingScheduled,
        e.MeetingMoved,
        e.MeetingHeld,
        e.MeetingNotHeld,
        e.RepresentativeAbsent,
        e.DecisionMade,
        e.ActionAssigned,
    ),
    compute=compute,
    totals=("decisions", "actions"),
)
