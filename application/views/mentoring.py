"""Mentoring coordinated (メンタリングの状況): how many pairs meet, which goals were reached?

Counts by municipality, and no pair: who met whom how often is nobody's business but theirs and
their coordinator's, who finds the days of each pair among the mentorships.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few
from application.viewing.levels import READS, by_person, rose
from application.viewing.mentors import PAIR_EVENTS, Pair, pairs
from application.viewing.view import Asks, Facts, Line, View
from domain.base.fields import Municipality
from domain.base.words import Label
from domain.mentorship import events as e

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
MET = (e.SessionPlanned, e.SessionHeld, e.SessionMissed, e.SessionCancelled)
GOALS = (e.GoalSet, e.GoalReviewed)


class MentoringAsks(Asks):
    """After how many weeks without a session a pair counts as quiet: the coordinator says."""

    quiet_weeks: Annotated[
        int, Field(ge=1, le=52), Label("間が空いたとみなす週数", "quiet after weeks", "6")
    ]


@rowclass
class MentoringRow:
    """One municipality; sessions and goals are those of all its mentorships up to the day.

    `quiet` counts pairs that met in none of the last weeks and plan no session; `raised` mentees
    of running pairs who rose in a skill since they have a mentor.
    """

    municipality: Municipality
    running: Annotated[int, Label("実施中の組", "pairs running"), PEOPLE]
    due: Annotated[int, Label("記録待ちの面談", "sessions due and not settled")]
    held: Annotated[int, Label("実施した面談", "sessions held")]
    quiet: Annotated[int, Label("間が空いている組", "quiet pairs"), PEOPLE]
    goals_set: Annotated[int, Label("目標", "goals set")]
    goals_reviewed: Annotated[int, Label("振り返った目標", "goals reviewed")]
    goals_reached: Annotated[int, Label("達成した目標", "goals reached")]
    raised: Annotated[
        int, Label("スキルが上がったメンティー", "mentees who rose in a skill"), PEOPLE
    ]
    few: Few = False


@dataclass(slots=True)
class _Course:
    """What is told of one mentorship's sessions and goals."""

    told: Sequence[Recorded] = ()
    planned: dict[int, e.SessionPlanned] = field(default_factory=dict)
    held: list[e.SessionHeld] = field(default_factory=list)
    goals: set[int] = field(default_factory=set)
    reviewed: dict[int, e.GoalResult] = field(default_factory=dict)


def compute(facts: Facts, asks: MentoringAsks) -> Iterator[Line[MentoringRow]]:
    """Add up by the municipality in which the mentee lived when asking for a mentor."""
    courses: dict[str, list[_Course]] = defaultdict(list)
    quiet: dict[str, int] = defaultdict(int)
    running: dict[str, list[Pair]] = defaultdict(list)
    of_stream: dict[UUID, _Course] = {}
    for stream in facts.streams:
        told = facts.in_record(stream)
        if told and isinstance(told[0].event, e.MentorshipRequested):
            of_stream[stream] = _course(told)
            courses[told[0].event.municipality].append(of_stream[stream])
    since = facts.valid_on - asks.quiet_weeks * ONE_WEEK
    for pair in pairs(facts):
        running[pair.municipality].append(pair)
        course = of_stream[pair.mentorship]
        met = max((one.effective_on for one in course.held), default=pair.since)
        plans = any(one.planned_for >= facts.valid_on for one in course.planned.values())
        quiet[pair.municipality] += met < since and not plans
    for municipality, each in sorted(courses.items()):
        pairs_here = running[municipality]
        row = MentoringRow(
            municipality=municipality,
            running=len(pairs_here),
            due=sum(
                one.planned_for <= facts.valid_on for of in each for one in of.planned.values()
            ),
            held=sum(len(of.held) for of in each),
            quiet=quiet[municipality],
            goals_set=sum(len(of.goals) for of in each),
            goals_reviewed=sum(len(of.reviewed) for of in each),
            goals_reached=sum(
                result is e.GoalResult.REACHED for of in each for result in of.reviewed.values()
            ),
            raised=_raised(facts, pairs_here),
        )
        yield Line(row, tuple(fact for of in each for fact in of.told))


def _course(told: Sequence[Recorded]) -> _Course:
    course = _Course(told)
    for one in told:
        match one.event:
            case e.SessionPlanned() as event:
                course.planned[event.session] = event
            case e.SessionHeld() as event:
                course.planned.pop(event.session, None)
                course.held.append(event)
            case e.SessionMissed() | e.SessionCancelled() as event:
                course.planned.pop(event.session, None)
            case e.GoalSet() as event:
                course.goals.add(event.goal)
            case e.GoalReviewed() as event:
                course.reviewed[event.goal] = event.result
    return course


def _raised(facts: Facts, running: Sequence[Pair]) -> int:
    now = by_person(facts, facts.valid_on)
    then = {day: by_person(facts, day) for day in {pair.since - ONE_DAY for pair in running}}
    return sum(
        rose(then[pair.since - ONE_DAY].get(pair.mentee, {}), now.get(pair.mentee, {}))
        for pair in running
    )


MENTORING = View(
    name="mentoring",
    label=Label("メンタリングの状況", "Mentoring coordinated"),
    asks=MentoringAsks,
    row=MentoringRow,
    reads=(*PAIR_EVENTS, *MET, *GOALS, *READS),
    compute=compute,
    names_facts=False,
    totals=(
        "running",
        "due",
        "held",
        "quiet",
        "goals_set",
        "goals_reviewed",
        "goals_reached",
        "raised",
    ),
)
