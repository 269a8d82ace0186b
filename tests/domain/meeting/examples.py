"""Events and commands of meetings, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.base.event import Event
from domain.meeting import commands as c
from domain.meeting import events as e
from tests.given import day, sealed

GRANT = "grant:dx-r6"
SERIES, MEETING = UUID(int=0x31), UUID(int=0x32)
HANAKO, JIRO = UUID(int=0xA1), UUID(int=0xA2)
MINUTES, PLAN = UUID(int=0x33), UUID(int=0x34)
ALL_TEAMS = ("worker-management", "client-communication", "outreach")
RHYTHM: dict[str, Any] = {"interval_days": 14, "expects": ALL_TEAMS}
THE_SERIES: dict[str, Any] = {"code": "three-teams", "name": "三業務定例会議", **RHYTHM}
OUTREACH = {"assignee": "team", "assignee_code": "outreach"}
TWO_CAME: dict[str, Any] = {
    "represented": [
        {"team": "worker-management", "person_id": HANAKO},
        {"team": "outreach", "person_id": JIRO},
    ],
    "others": 2,
    "organisations": ("202126",),
    "evidence": MINUTES,
}


def _common(on: str, **fields: object) -> dict[str, Any]:
    return {"effective_on": on, "programme": GRANT, **fields}


def begun(on: str = "2024-05-01") -> e.SeriesPlanned:
    """Every two weeks from that day on."""
    return e.SeriesPlanned.model_validate(_common(on) | THE_SERIES)


def rhythm(on: str, days: int = 28) -> e.RhythmChanged:
    """From that day on at another interval."""
    return e.RhythmChanged.model_validate(_common(on, interval_days=days, expects=ALL_TEAMS))


def over(on: str) -> e.SeriesEnded:
    """That was the last day."""
    return e.SeriesEnded(effective_on=day(on), programme=GRANT)


def plan(on: str = "2024-05-01") -> c.PlanSeries:
    """Plan the series."""
    return c.PlanSeries.model_validate(_common(on) | THE_SERIES)


def change(on: str, days: int = 28) -> c.ChangeRhythm:
    """Change its interval."""
    fields = {"series_id": SERIES, "interval_days": days, "expects": ALL_TEAMS}
    return c.ChangeRhythm.model_validate({"effective_on": on, **fields})


def end(on: str) -> c.EndSeries:
    """End it."""
    return c.EndSeries(effective_on=day(on), series_id=SERIES)


def correct_series(version: int, **now: object) -> c.CorrectSeries:
    """Correct an entry of the series."""
    on = day("2025-06-01")
    return c.CorrectSeries(effective_on=on, series_id=SERIES, version=version, now=now)


def void_series(version: int) -> c.VoidSeriesEntry:
    """Void an entry of the series."""
    return c.VoidSeriesEntry(effective_on=day("2025-06-01"), series_id=SERIES, version=version)


def scheduled(
    on: str = "2024-05-01", planned_for: str = "2024-05-15", number: int = 1
) -> e.MeetingScheduled:
    """A meeting is planned."""
    fields = {"series_id": SERIES, "number": number, "planned_for": planned_for}
    return e.MeetingScheduled.model_validate(_common(on, **fields))


def moved(on: str, planned_for: str, reason: str = "obon") -> e.MeetingMoved:
    """It is to be on another day."""
    return e.MeetingMoved.model_validate(_common(on, planned_for=planned_for, reason=reason))


def held(on: str = "2024-05-15", **came: object) -> e.MeetingHeld:
    """It was held; two of the teams were represented unless told otherwise."""
    return e.MeetingHeld.model_validate(_common(on) | TWO_CAME | came)


def missed(on: str, reason: str = "new-year") -> e.MeetingNotHeld:
    """It was not held."""
    return e.MeetingNotHeld.model_validate(_common(on, reason=reason))


def absent(on: str, team: str = "client-communication") -> e.RepresentativeAbsent:
    """Nobody came for a team."""
    return e.RepresentativeAbsent.model_validate(_common(on, team=team))


def decided(on: str, decision: int = 1, *, private_present: bool | None = None) -> e.DecisionMade:
    """Something was decided."""
    fields = {"decision": decision, "subject": "納品前の確認を二人で行う", "touches": (PLAN,)}
    fields |= {"text": sealed("text"), "private_present": private_present}
    return e.DecisionMade.model_validate(_common(on, **fields))


def carried_out(on: str, decision: int = 1) -> e.DecisionCarriedOut:
    """It came true in the plan."""
    fields = {"change": "plan", "record": PLAN, "record_version": 2}
    return e.DecisionCarriedOut.model_validate(_common(on, decision=decision, **fields))


def assigned(
    on: str, action: int = 1, due: str = "2024-05-29", decision: int | None = None
) -> e.ActionAssigned:
    """A team has something to do."""
    fields = {"action": action, "decision": decision, "due": due}
    of = {**OUTREACH, "person_id": JIRO, "subject": "手順書の案を作る"}
    return e.ActionAssigned.model_validate(_common(on, **fields, **of))


def done(on: str, action: int = 1) -> e.ActionClosed:
    """It was done."""
    return e.ActionClosed.model_validate(_common(on, action=action))


def dropped(on: str, action: int = 1) -> e.ActionDropped:
    """It is no longer to be done."""
    return e.ActionDropped.model_validate(_common(on, action=action, reason="not-needed"))


def voided(version: int) -> e.MeetingEntryVoided:
    """An entry of the meeting never held."""
    return e.MeetingEntryVoided(effective_on=day("2025-06-01"), programme=GRANT, voids=version)


def corrected(version: int, **now: object) -> e.MeetingCorrected:
    """An entry of the meeting was wrong."""
    on = day("2025-06-01")
    return e.MeetingCorrected(effective_on=on, programme=GRANT, corrects=version, now=now)


def schedule(
    on: str = "2024-05-01", planned_for: str = "2024-05-15", number: int = 1
) -> c.ScheduleMeeting:
    """Plan a meeting."""
    fields = {"series_id": SERIES, "number": number, "planned_for": planned_for}
    return c.ScheduleMeeting.model_validate({"effective_on": on, **fields})


def move(on: str, planned_for: str) -> c.MoveMeeting:
    """Move it, for Obon."""
    fields = {"meeting_id": MEETING, "planned_for": planned_for, "reason": "obon"}
    return c.MoveMeeting.model_validate({"effective_on": on, **fields})


def hold(on: str = "2024-05-15", **came: object) -> c.HoldMeeting:
    """Hold it; two of the teams are represented unless told otherwise."""
    of = {"effective_on": on, "meeting_id": MEETING}
    return c.HoldMeeting.model_validate(of | TWO_CAME | came)


def miss(on: str) -> c.MissMeeting:
    """Do not hold it."""
    fields = {"meeting_id": MEETING, "reason": "new-year"}
    return c.MissMeeting.model_validate({"effective_on": on, **fields})


def note_absence(on: str, team: str = "client-communication") -> c.NoteAbsence:
    """Nobody comes for a team."""
    fields = {"meeting_id": MEETING, "team": team}
    return c.NoteAbsence.model_validate({"effective_on": on, **fields})


def decide(on: str, decision: int = 1) -> c.MakeDecision:
    """Decide something; its text is sealed by the time a command is decided."""
    fields = {"decision": decision, "subject": "納品前の確認を二人で行う", "touches": (PLAN,)}
    of = {"meeting_id": MEETING, "text": sealed("text")}
    return c.MakeDecision.model_validate({"effective_on": on, **fields, **of})


def carry_out(on: str, decision: int = 1) -> c.CarryOutDecision:
    """Name the entry by which it came true."""
    fields = {"change": "plan", "record": PLAN, "record_version": 2, "decision": decision}
    return c.CarryOutDecision.model_validate({"effective_on": on, "meeting_id": MEETING, **fields})


def assign(
    on: str, action: int = 1, due: str = "2024-05-29", decision: int | None = None
) -> c.AssignAction:
    """Give a team something to do."""
    fields = {"action": action, "decision": decision, "due": due, "meeting_id": MEETING}
    of = {**OUTREACH, "person_id": JIRO, "subject": "手順書の案を作る"}
    return c.AssignAction.model_validate({"effective_on": on, **fields, **of})


def close(on: str, action: int = 1) -> c.CloseAction:
    """Say that it was done."""
    return c.CloseAction(effective_on=day(on), meeting_id=MEETING, action=action)


def drop(on: str, action: int = 1) -> c.DropAction:
    """Say that it is no longer to be done."""
    fields = {"meeting_id": MEETING, "action": action, "reason": "not-needed"}
    return c.DropAction.model_validate({"effective_on": on, **fields})


def correct(version: int, **now: object) -> c.CorrectMeeting:
    """Correct an entry of the meeting."""
    on = day("2025-06-01")
    return c.CorrectMeeting(effective_on=on, meeting_id=MEETING, version=version, now=now)


def void(version: int) -> c.VoidMeetingEntry:
    """Void an entry of the meeting."""
    return c.VoidMeetingEntry(effective_on=day("2025-06-01"), meeting_id=MEETING, version=version)


LIFE: tuple[Event, ...] = (
    scheduled("2024-05-01", "2024-05-15"),
    moved("2024-05-10", "2024-05-16"),
    held("2024-05-16"),
    absent("2024-05-16"),
    decided("2024-05-16"),
    assigned("2024-05-16", due="2024-05-30", decision=1),
    done("2024-05-29"),
    carried_out("2024-06-03"),
)
"""Moved by a day, held by two teams of three, and what was decided came true in the plan."""
