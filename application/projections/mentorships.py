"""Mentorships (メンタリング): who is mentored by whom, and how many sessions were there?"""

from datetime import date
from typing import Annotated, Any

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Event, Programme
from domain.base.fields import Municipality
from domain.base.words import Code, Label
from domain.mentorship import events as e


class Stage(Code):
    """How far a mentorship is."""

    REQUESTED = "requested", "希望あり", "requested"
    PROPOSED = "proposed", "提案中", "mentor proposed"
    RUNNING = "running", "実施中", "running"
    COMPLETED = "completed", "完了", "completed"
    ENDED = "ended", "終了", "ended"


STAGES: dict[type[Event], Stage] = {
    e.MentorProposed: Stage.PROPOSED,
    e.ProposalDeclined: Stage.REQUESTED,
    e.ProposalAccepted: Stage.RUNNING,
    e.MentorshipCompleted: Stage.COMPLETED,
    e.MentorshipEnded: Stage.ENDED,
}


@rowclass
class MentorshipRow:
    """One mentorship: counts and days, and nothing of what was said or aimed at.

    `sessions_planned` counts those still to come, `next_planned_for` is the earliest of their days.
    The municipality is where the mentee lived when the mentorship was requested.
    """

    mentorship_id: e.MentorshipId
    programme: Programme
    mentee: e.Mentee
    ordinal: e.Ordinal
    municipality: Municipality
    stage: Annotated[Stage, Label("段階", "stage")]
    mentor: e.Mentor | None = None
    goals_set: Annotated[int, Label("目標数", "goals set")] = 0
    goals_reviewed: Annotated[int, Label("振り返った目標数", "goals reviewed")] = 0
    sessions_planned: Annotated[int, Label("予定の面談数", "sessions planned")] = 0
    sessions_held: Annotated[int, Label("実施した面談数", "sessions held")] = 0
    sessions_missed: Annotated[int, Label("不実施の面談数", "sessions missed")] = 0
    next_planned_for: Annotated[date | None, Label("次回予定日", "next planned for")] = None


def fold(rows: Rows[MentorshipRow], recorded: Recorded) -> None:
    """Put one row for each mentorship."""
    event = recorded.event
    if isinstance(event, e.MentorshipRequested):
        rows.about = {"plans": {}, "reviewed": frozenset()}
        rows.put(
            f"{event.mentee}|{event.ordinal:02}",
            MentorshipRow(
                mentorship_id=recorded.stream,
                programme=event.programme,
                mentee=event.mentee,
                ordinal=event.ordinal,
                municipality=event.municipality,
                stage=Stage.REQUESTED,
            ),
        )
        return
    for key, row in rows.items():
        match event:
            case e.GoalSet():
                now: dict[str, Any] = {"goals_set": row.goals_set + 1}
            case e.GoalReviewed():
                rows.about["reviewed"] |= {event.goal}
                now = {"goals_reviewed": len(rows.about["reviewed"])}
            case e.SessionPlanned() | e.SessionHeld() | e.SessionMissed() | e.SessionCancelled():
                rows.about["plans"] = plans = _plans(rows.about["plans"], event)
                now = _sessions(plans, row, event)
            case _:
                now = {"stage": STAGES.get(type(event), row.stage)}
                if isinstance(event, e.ProposalAccepted | e.MentorReassigned):
                    now["mentor"] = event.mentor
        rows.put(key, changed(row, **now))


_Session = e.SessionPlanned | e.SessionHeld | e.SessionMissed | e.SessionCancelled


def _plans(plans: dict[int, date], event: _Session) -> dict[int, date]:
    others = {session: day for session, day in plans.items() if session != event.session}
    if isinstance(event, e.SessionPlanned):
        return others | {event.session: event.planned_for}
    return others


def _sessions(plans: dict[int, date], row: MentorshipRow, event: _Session) -> dict[str, Any]:
    return {
        "sessions_planned": len(plans),
        "next_planned_for": min(plans.values(), default=None),
        "sessions_held": row.sessions_held + isinstance(event, e.SessionHeld),
        "sessions_missed": row.sessions_missed + isinstance(event, e.SessionMissed),
    }


MENTORSHIPS = Projection(
    name="mentorships",
    version=1,
    time=Time.ASSERTION,
    label=Label("メンタリング", "Mentorships"),
    row=MentorshipRow,
    reads=(
        e.MentorshipRequested,
        e.MentorProposed,
        e.ProposalAccepted,
        e.ProposalDeclined,
        e.GoalSet,
        e.GoalReviewed,
        e.SessionPlanned,
        e.SessionHeld,
        e.SessionMissed,
        e.SessionCancelled,
        e.MentorReassigned,
        e.MentorshipCompleted,
        e.MentorshipEnded,
    ),
    fold=fold,
)
