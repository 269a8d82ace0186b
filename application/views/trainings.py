"""Training (研修): which courses were held, who completed them, and what did they come to know?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from application.projecting.projection import rowclass
from application.recorded import Recorded
from application.viewing.counts import PEOPLE, Few, per_head, percent
from application.viewing.levels import READS, by_person, rose
from application.viewing.view import Asks, Facts, Line, View
from domain.base.event import Programme
from domain.base.fields import BudgetLine
from domain.base.words import Label
from domain.training import events as e
from domain.worker.levels import Skill

ONE_DAY = timedelta(days=1)
SESSION_EVENTS = (e.TrainingScheduled, e.TrainingHeld, e.SessionCalledOff)
ENROLMENT_EVENTS = (e.Enrolled, e.TrainingAttended, e.TrainingCompleted)


class TrainingsAsks(Asks):
    """Whose scope, and for whom the courses are; both audiences if none is given."""

    programme: Programme
    audience: Annotated[e.Audience | None, Label("対象者", "audience", "worker")] = None


@rowclass
class TrainingRow:
    """One course; counts of people, and nothing of one.

    Shares are in per cent of those who enrolled, scores are means over those who were tested both
    before and after. `raised` counts those who completed it and now stand higher in a skill that
    it taught, and that they held before, than on the day before they enrolled. Within a course each
    person counts once; whoever took part in several counts in each, and so in the totals.
    """

    number: e.TrainingNumber
    title: e.Title
    audience: Annotated[e.Audience, Label("対象者", "audience")]
    line: BudgetLine | None
    cancelled: Annotated[bool, Label("取りやめ", "cancelled")]
    to_come: Annotated[int, Label("これからの回数", "sessions to come")]
    held: Annotated[int, Label("実施した回数", "sessions held")]
    enrolled: Annotated[int, Label("申込者（延べ）", "enrolments"), PEOPLE]
    attendances: Annotated[int, Label("延べ出席", "attendances")]
    taking_part: Annotated[int, Label("受講中の人数", "people taking part"), PEOPLE]
    completed: Annotated[int, Label("修了者（延べ）", "completions"), PEOPLE]
    unattended: Annotated[
        int, Label("うち出席の記録なし（要確認）", "of these without attendance: to check"), PEOPLE
    ]
    completion_rate: Annotated[int | None, Label("修了率（％）", "completed, per cent")]
    tested: Annotated[int, Label("前後の試験を受けた人数", "tested before and after"), PEOPLE]
    before: Annotated[int | None, Label("受講前の平均点", "mean score before")]
    after: Annotated[int | None, Label("受講後の平均点", "mean score after")]
    raised: Annotated[
        int, Label("スキルが上がった修了者（延べ）", "completions that rose in a skill"), PEOPLE
    ]
    few: Few = False


@dataclass(slots=True)
class _People:
    """What is known of those who took part in one course."""

    facts: list[Recorded] = field(default_factory=list)
    withdrawn: int = 0
    since: dict[UUID, Recorded] = field(default_factory=dict)
    attended: list[UUID] = field(default_factory=list)
    completed: dict[UUID, e.TrainingCompleted] = field(default_factory=dict)


def compute(facts: Facts, asks: TrainingsAsks) -> Iterator[Line[TrainingRow]]:
    """Bring each course together with those who took part, in the order of planning."""
    people: dict[UUID, _People] = defaultdict(_People)
    for enrolled, fact in facts.of(e.Enrolled):
        people[enrolled.training_id].since.setdefault(facts.person(enrolled.person_id), fact)
        people[enrolled.training_id].facts.append(fact)
    for attended, fact in facts.of(e.TrainingAttended):
        people[attended.training_id].attended.append(facts.person(attended.person_id))
        people[attended.training_id].facts.append(fact)
    for completed, fact in facts.of(e.TrainingCompleted):
        person = facts.person(completed.person_id)
        people[completed.training_id].completed[person] = completed
        people[completed.training_id].facts.append(fact)
    for withdrawn, _ in facts.of(e.TrainingWithdrawn):
        people[withdrawn.training_id].withdrawn += 1
    for course, fact in facts.of(e.TrainingPlanned):
        if course.programme == asks.programme and asks.audience in {None, course.audience}:
            yield _line(facts, course, fact.stream, people[fact.stream])


def _line(
    facts: Facts, course: e.TrainingPlanned, stream: UUID, people: _People
) -> Line[TrainingRow]:
    told = facts.in_record(stream)
    sessions: dict[int, type] = {
        one.event.session: type(one.event) for one in told if isinstance(one.event, SESSION_EVENTS)
    }
    tests = [
        (one.before, one.after)
        for one in people.completed.values()
        if one.before is not None and one.after is not None
    ]
    cancelled = any(isinstance(one.event, e.TrainingCancelled) for one in told)
    enrolled, completed = len(people.since), len(people.completed)
    row = TrainingRow(
        number=course.number,
        title=course.title,
        audience=course.audience,
        line=course.line,
        cancelled=cancelled,
        to_come=0 if cancelled else sum(kind is e.TrainingScheduled for kind in sessions.values()),
        held=sum(kind is e.TrainingHeld for kind in sessions.values()),
        enrolled=enrolled,
        attendances=len(people.attended),
        taking_part=0 if cancelled else enrolled - completed - people.withdrawn,
        completed=completed,
        unattended=len(people.completed.keys() - set(people.attended)),
        completion_rate=percent(completed, enrolled),
        tested=len(tests),
        before=per_head(sum(before for before, _ in tests), len(tests)),
        after=per_head(sum(after for _, after in tests), len(tests)),
        raised=_raised(facts, course, people),
    )
    return Line(row, (*told, *people.facts))


def _raised(facts: Facts, course: e.TrainingPlanned, people: _People) -> int:
    taught = {
        Skill(course.framework, course.framework_version, skill) for skill in course.curriculum
    }
    now = by_person(facts, facts.valid_on)
    since = {
        person: people.since[person].event.effective_on - ONE_DAY
        for person in people.completed
        if person in people.since
    }
    then = {day: by_person(facts, day) for day in set(since.values())}
    return sum(
        rose(then[day].get(person, {}), now.get(person, {}), among=taught)
        for person, day in since.items()
    )


TRAININGS = View(
    name="trainings",
    label=Label("研修", "Training"),
    asks=TrainingsAsks,
    row=TrainingRow,
    reads=(
        e.TrainingPlanned,
        *SESSION_EVENTS,
        e.TrainingCancelled,
        *ENROLMENT_EVENTS,
        e.TrainingWithdrawn,
        *READS,
    ),
    compute=compute,
    totals=("held", "enrolled", "attendances", "completed", "raised"),
)
