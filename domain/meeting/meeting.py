"""The meeting: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.base.followed import require_followed
from domain.base.teams import Team
from domain.consortium.membership import Membership
from domain.meeting import commands as c
from domain.meeting import events as e
from domain.meeting import rules
from domain.meeting.series import Series

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as far as its rules need it.

    `held` and `missed` are the days on which it was recorded as held or not held; more than one
    can only be brought about by mending. Decisions and actions go by number with their days,
    `followed` and `settled` are the days on which something came of them.
    """

    programme: str
    scheduled_on: date
    planned: tuple[tuple[date, date], ...]
    held: tuple[date, ...] = ()
    missed: tuple[date, ...] = ()
    teams: frozenset[Team] = frozenset()
    private_present: bool | None = None
    absent: tuple[tuple[date, Team], ...] = ()
    decisions: dict[int, date] = field(default_factory=dict)
    followed: tuple[tuple[date, int], ...] = ()
    actions: dict[int, tuple[date, date, int | None]] = field(default_factory=dict)
    settled: tuple[tuple[date, int], ...] = ()

    def held_by(self, day: date) -> bool:
        """Say whether it had been held by `day`."""
        return min(self.held, default=NEVER) <= day

    def decided_by(self, decision: int, day: date) -> bool:
        """Say whether a decision had been made by `day`."""
        return self.decisions.get(decision, NEVER) <= day

    def assigned_by(self, action: int, day: date) -> bool:
        """Say whether an action had been assigned by `day`."""
        return self.actions.get(action, (NEVER,))[0] <= day


def decide_opening(
    meeting: Meeting | None, command: c.ScheduleMeeting, seen: Seen
) -> list[e.MeetingEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.SCHEDULED_ALREADY.require(meeting is None)
    series = seen.the(Series, command.series_id)
    if series is None or not series.runs_on(command.planned_for):
        rules.SERIES_NOT_RUNNING.broken()
    rules.PLANNED_FOR_THE_PAST.require(command.effective_on <= command.planned_for)
    return [e.MeetingScheduled.model_validate(command.carried() | {"programme": series.programme})]


def decide(meeting: Meeting, command: c.MeetingStep, seen: Seen) -> list[e.MeetingEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": meeting.programme}
    match command:
        case c.MoveMeeting():
            _require_open(meeting, day)
            rules.PLANNED_FOR_THE_PAST.require(day <= command.planned_for)
            return [e.MeetingMoved.model_validate(fields)]
        case c.HoldMeeting():
            _require_open(meeting, day)
            present = {"private_present": _private_present(command, seen)}
            return [e.MeetingHeld.model_validate(fields | present)]
        case c.MissMeeting():
            _require_open(meeting, day)
            return [e.MeetingNotHeld.model_validate(fields)]
        case c.CarryOutDecision():
            rules.NO_SUCH_DECISION.require(meeting.decided_by(command.decision, day))
            require_followed(command, seen)
            return [e.DecisionCarriedOut.model_validate(fields)]
        case c.CloseAction() | c.DropAction():
            rules.NO_SUCH_ACTION.require(meeting.assigned_by(command.action, day))
            settled = {action for _, action in meeting.settled}
            rules.ACTION_SETTLED.require(command.action not in settled)
            kind = e.ActionClosed if isinstance(command, c.CloseAction) else e.ActionDropped
            return [kind.model_validate(fields)]
        case _:
            rules.NOT_HELD.require(meeting.held_by(day))
            return [_at_the_meeting(meeting, command, fields)]


def _private_present(command: c.HoldMeeting, seen: Seen) -> bool | None:
    came = list(seen.every(Membership))
    if any(one.private_member_on(command.effective_on) for one in came):
        return True
    # Of an organisation that is not on record nobody knows what it is.
    unknown = set(command.organisations) - {one.code for one in came}
    return None if unknown or not came else False


def _require_open(meeting: Meeting, day: date) -> None:
    rules.SETTLED_ALREADY.require(not (meeting.held or meeting.missed))
    rules.BEFORE_SCHEDULING.require(meeting.scheduled_on <= day)


def _at_the_meeting(
    meeting: Meeting,
    command: c.NoteAbsence | c.MakeDecision | c.AssignAction,
    fields: dict[str, Any],
) -> e.MeetingEvent:
    day = command.effective_on
    match command:
        case c.NoteAbsence():
            rules.TEAM_WAS_REPRESENTED.require(command.team not in meeting.teams)
            noted = {team for _, team in meeting.absent}
            rules.ABSENCE_NOTED_ALREADY.require(command.team not in noted)
            return e.RepresentativeAbsent.model_validate(fields)
        case c.MakeDecision():
            rules.DECISION_MADE_ALREADY.require(command.decision not in meeting.decisions)
            present = {"private_present": meeting.private_present}
            return e.DecisionMade.model_validate(fields | present)
        case c.AssignAction():
            rules.ACTION_ASSIGNED_ALREADY.require(command.action not in meeting.actions)
            if command.decision is not None:
                rules.NO_SUCH_DECISION.require(meeting.decided_by(command.decision, day))
            rules.DUE_BEFORE_ASSIGNED.require(day <= command.due)
            return e.ActionAssigned.model_validate(fields)
        case _:
            assert_never(command)


def evolve(meeting: Meeting | None, event: e.MeetingEvent) -> Meeting:
    """Fold one effective event into the meeting."""
    day = event.effective_on
    if isinstance(event, e.MeetingScheduled):
        return Meeting(event.programme, day, ((day, event.planned_for),))
    now = opened(meeting)
    match event:
        case e.MeetingMoved():
            return replace(now, planned=(*now.planned, (day, event.planned_for)))
        case e.MeetingHeld():
            teams = frozenset(one.team for one in event.represented)
            return replace(
                now,
                held=(*now.held, day),
                teams=now.teams | teams,
                private_present=event.private_present,
            )
        case e.MeetingNotHeld():
            return replace(now, missed=(*now.missed, day))
        case e.RepresentativeAbsent():
            return replace(now, absent=(*now.absent, (day, event.team)))
        case e.DecisionMade():
            return replace(now, decisions=now.decisions | {event.decision: day})
        case e.DecisionCarriedOut():
            return replace(now, followed=(*now.followed, (day, event.decision)))
        case e.ActionAssigned():
            assigned = (day, event.due, event.decision)
            return replace(now, actions=now.actions | {event.action: assigned})
        case e.ActionClosed() | e.ActionDropped():
            return replace(now, settled=(*now.settled, (day, event.action)))
        case _:
            assert_never(event)


def sound(meeting: Meeting) -> None:
    """Raise the rule that a mended meeting would break."""
    for planned_on, planned_for in meeting.planned:
        rules.PLANNED_FOR_THE_PAST.require(planned_on <= planned_for)
    rules.SETTLED_ALREADY.require(len(meeting.held) + len(meeting.missed) <= 1)
    for day, team in meeting.absent:
        rules.NOT_HELD.require(meeting.held_by(day))
        rules.TEAM_WAS_REPRESENTED.require(team not in meeting.teams)
    for day in meeting.decisions.values():
        rules.NOT_HELD.require(meeting.held_by(day))
    for day, decision in meeting.followed:
        rules.NO_SUCH_DECISION.require(meeting.decided_by(decision, day))
    for day, due, of in meeting.actions.values():
        rules.NOT_HELD.require(meeting.held_by(day))
        rules.DUE_BEFORE_ASSIGNED.require(day <= due)
        rules.NO_SUCH_DECISION.require(of is None or meeting.decided_by(of, day))
    for day, action in meeting.settled:
        rules.NO_SUCH_ACTION.require(meeting.assigned_by(action, day))
