"""The mentorship: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, assert_never
from uuid import UUID

from domain.base.command import Seen
from domain.base.days import said_on
from domain.base.event import opened
from domain.base.rule import Rule
from domain.mentorship import commands as c
from domain.mentorship import events as e
from domain.mentorship import rules
from domain.worker.worker import Worker


@dataclass(frozen=True, slots=True)
class Mentorship:
    """One mentorship as far as its rules need it.

    `latest` is the latest day of any entry, `over` the last day of a mentorship that is over.
    Goals and plans are kept with the day on which they were set or planned, sessions with the day
    and whether it was missed. `steps` are the days on which the mentor was decided upon, `astray`
    is the rule that a mended record breaks.
    """

    mentee: UUID
    person_id: UUID
    ordinal: int
    programme: str
    latest: date
    proposed: UUID | None = None
    mentors: tuple[tuple[date, UUID], ...] = ()
    goals: dict[int, date] = field(default_factory=dict)
    planned: dict[int, tuple[date, date]] = field(default_factory=dict)
    settled: dict[int, tuple[date, bool]] = field(default_factory=dict)
    reviewed: tuple[tuple[date, int], ...] = ()
    steps: tuple[date, ...] = ()
    over: date | None = None
    astray: Rule | None = None

    def mentor_on(self, day: date) -> UUID | None:
        """Give the mentor on `day`; its last day belongs to the mentorship."""
        if self.over is not None and day > self.over:
            return None
        return said_on(self.mentors, day)

    def sessions_left(self) -> set[int]:
        """Give the sessions that are planned and neither held nor missed nor cancelled."""
        return self.planned.keys() - self.settled.keys()


def decide_opening(
    mentorship: Mentorship | None, command: c.RequestMentorship, seen: Seen
) -> list[e.MentorshipEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.REQUESTED_ALREADY.require(mentorship is None)
    return [_requested(command, seen)]


def decide(
    mentorship: Mentorship, command: c.MentorshipStep, _seen: Seen
) -> list[e.MentorshipEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    fields = command.carried() | {"programme": mentorship.programme}
    match command:
        case c.ProposeMentor():
            rules.OVER_ALREADY.require(mentorship.over is None)
            rules.HAS_A_MENTOR.require(not mentorship.mentors)
            rules.PROPOSAL_OPEN.require(mentorship.proposed is None)
            rules.OWN_MENTOR.require(command.mentor != mentorship.person_id)
            rules.LATER_ENTRIES.require(day >= mentorship.latest)
            return [e.MentorProposed.model_validate(fields)]
        case c.AcceptProposal() | c.DeclineProposal():
            rules.OVER_ALREADY.require(mentorship.over is None)
            rules.NO_PROPOSAL.require(mentorship.proposed is not None)
            rules.LATER_ENTRIES.require(day >= mentorship.latest)
            if isinstance(command, c.DeclineProposal):
                return [e.ProposalDeclined.model_validate(fields)]
            return [e.ProposalAccepted.model_validate(fields | {"mentor": mentorship.proposed})]
        case c.EndMentorship():
            rules.OVER_ALREADY.require(mentorship.over is None)
            rules.LATER_ENTRIES.require(day >= mentorship.latest)
            rules.SESSIONS_LEFT.require(not mentorship.sessions_left())
            return [e.MentorshipEnded.model_validate(fields)]
        case c.CompleteMentorship():
            rules.OVER_ALREADY.require(mentorship.over is None)
            rules.NOT_RUNNING.require(mentorship.mentors)
            rules.LATER_ENTRIES.require(day >= mentorship.latest)
            rules.SESSIONS_LEFT.require(not mentorship.sessions_left())
            return [e.MentorshipCompleted.model_validate(fields)]
        case _:
            return [_while_running(mentorship, command, fields)]


def _while_running(
    mentorship: Mentorship, command: c.WhileRunning, fields: dict[str, Any]
) -> e.MentorshipEvent:
    day = command.effective_on
    mentor = mentorship.mentor_on(day)
    rules.NOT_RUNNING.require(mentor is not None)
    match command:
        case c.SetGoal():
            rules.GOAL_SET_ALREADY.require(command.goal not in mentorship.goals)
            return e.GoalSet.model_validate(fields)
        case c.ReviewGoal():
            rules.GOAL_NOT_SET.require(mentorship.goals.get(command.goal, date.max) <= day)
            return e.GoalReviewed.model_validate(fields)
        case c.PlanSession():
            known = mentorship.planned.keys() | mentorship.settled.keys()
            rules.PLANNED_FOR_THE_PAST.require(command.planned_for >= day)
            rules.NOT_RUNNING.require(mentorship.mentor_on(command.planned_for) is not None)
            rules.PLANNED_ALREADY.require(command.session not in known)
            return e.SessionPlanned.model_validate(fields)
        case c.HoldSession() | c.MissSession() | c.CancelSession():
            planned_on, planned_for = mentorship.planned.get(command.session, (date.max, date.max))
            rules.SESSION_NOT_PLANNED.require(planned_on <= day)
            rules.SESSION_SETTLED.require(command.session not in mentorship.settled)
            if isinstance(command, c.HoldSession):
                return e.SessionHeld.model_validate(fields | {"mentor": mentor})
            if isinstance(command, c.CancelSession):
                return e.SessionCancelled.model_validate(fields)
            rules.NOT_DUE.require(day >= planned_for)
            return e.SessionMissed.model_validate(fields)
        case c.ReassignMentor():
            rules.OWN_MENTOR.require(command.mentor != mentorship.person_id)
            rules.SAME_MENTOR.require(command.mentor != mentor)
            rules.LATER_ENTRIES.require(day >= mentorship.latest)
            return e.MentorReassigned.model_validate(fields)
        case _:
            assert_never(command)


def _requested(command: c.RequestMentorship, seen: Seen) -> e.MentorshipRequested:
    day = command.effective_on
    worker = seen.the(Worker, command.mentee)
    if worker is None or not worker.on_roll(day):
        rules.MENTEE_NOT_ON_ROLL.broken()
    if command.ordinal > 1 or command.before is not None:
        before = seen.the(Mentorship, command.before) if command.before else None
        rules.BEFORE_NOT_OVER.require(
            before is not None
            and (before.mentee, before.ordinal) == (command.mentee, command.ordinal - 1)
            and before.over is not None
            and before.over <= day
        )
    who = {"person_id": worker.person_id, "municipality": worker.lives_in(day)}
    return e.MentorshipRequested.model_validate(command.carried("before") | who)


def evolve(mentorship: Mentorship | None, event: e.MentorshipEvent) -> Mentorship:
    """Fold one effective event into the mentorship."""
    day = event.effective_on
    if isinstance(event, e.MentorshipRequested):
        return Mentorship(event.mentee, event.person_id, event.ordinal, event.programme, day)
    mentorship = opened(mentorship)
    now = replace(mentorship, latest=max(day, mentorship.latest))
    match event:
        case e.MentorProposed():
            astray = now.astray or (rules.PROPOSAL_OPEN if now.proposed or now.mentors else None)
            return replace(now, proposed=event.mentor, steps=(*now.steps, day), astray=astray)
        case e.ProposalAccepted() | e.ProposalDeclined():
            astray = now.astray or (None if now.proposed else rules.NO_PROPOSAL)
            now = replace(now, proposed=None, steps=(*now.steps, day), astray=astray)
            if isinstance(event, e.ProposalDeclined):
                return now
            return replace(now, mentors=(*now.mentors, (day, event.mentor)))
        case e.MentorReassigned():
            mentors = (*now.mentors, (day, event.mentor))
            astray = now.astray or (None if now.mentors else rules.NOT_RUNNING)
            return replace(now, mentors=mentors, steps=(*now.steps, day), astray=astray)
        case e.GoalSet():
            return replace(now, goals=now.goals | {event.goal: day})
        case e.GoalReviewed():
            return replace(now, reviewed=(*now.reviewed, (day, event.goal)))
        case e.SessionPlanned():
            return replace(now, planned=now.planned | {event.session: (day, event.planned_for)})
        case e.SessionHeld() | e.SessionMissed() | e.SessionCancelled():
            missed = isinstance(event, e.SessionMissed)
            return replace(now, settled=now.settled | {event.session: (day, missed)})
        case e.MentorshipCompleted() | e.MentorshipEnded():
            return replace(now, over=day)
        case _:
            assert_never(event)


def sound(mentorship: Mentorship) -> None:
    """Raise the rule that a mended mentorship would break."""
    if mentorship.astray is not None:
        mentorship.astray.broken()
    rules.LATER_ENTRIES.require(list(mentorship.steps) == sorted(mentorship.steps))
    rules.LATER_ENTRIES.require(mentorship.over is None or mentorship.latest <= mentorship.over)
    for day, number in mentorship.reviewed:
        rules.GOAL_NOT_SET.require(mentorship.goals.get(number, date.max) <= day)
    for planned_on, planned_for in mentorship.planned.values():
        rules.PLANNED_FOR_THE_PAST.require(planned_on <= planned_for)
    for number, (day, missed) in mentorship.settled.items():
        planned_on, planned_for = mentorship.planned.get(number, (date.max, date.max))
        rules.SESSION_NOT_PLANNED.require(planned_on <= day)
        rules.NOT_DUE.require(not missed or planned_for <= day)
    days = (*mentorship.goals.values(), *(on for on, _ in mentorship.planned.values()))
    settled = (day for day, _ in mentorship.settled.values())
    rules.NOT_RUNNING.require(all(mentorship.mentor_on(day) for day in (*days, *settled)))
