"""Made-up courses of workers and mentors, those who took part, and who was qualified by them."""

from datetime import date
from typing import Any
from uuid import UUID

from domain.base.values.fiscal_year import fiscal_year_of
from domain.mentor import commands as m
from domain.mentor.events import Grounds
from domain.training import commands as c
from domain.training import events as e
from tests.made_up.agenda import Life
from tests.made_up.calendar import FIRST
from tests.made_up.desk import Desk
from tests.made_up.places import GRANT
from tests.made_up.residents import Resident, Residents
from tests.made_up.skills import FRAMEWORK, SKILLS
from tests.made_up.stream import Stream

GROUNDS = tuple(Grounds)
Trainee = tuple[Resident, Stream]


def requirement(desk: Desk) -> Life:
    """Lay down that mentors have to be qualified, take it back, and lay it down again."""
    said: dict[str, Any] = {"required": True, "wording": "架空の定め"}
    when = desk.today
    rule = desk.open(m.SetMentorRequirement, when, **said)
    assert rule is not None
    for required in (False, True):
        when = desk.today + desk.chance.days(30, 90)
        yield when
        desk.must(rule, m.SetMentorRequirement, when, **said | {"required": required})
    desk.must(rule, m.VoidMentorRequirement, desk.today, version=3)


class Courses:
    """The courses that the office plans."""

    def __init__(self, desk: Desk, residents: Residents) -> None:
        """Begin with none."""
        self._desk = desk
        self._residents = residents
        self._planned = 0
        self._qualified: dict[UUID, Stream] = {}

    def plan(self) -> Life:
        """Plan a course, hold its sessions, and see who completes it."""
        desk, chance = self._desk, self._desk.chance
        when = desk.happened(FIRST)
        plan = self._plan(when)
        course = desk.begin(c.PlanTraining, plan)
        if chance.comes(0.08):
            when += chance.days(5, 20)
            yield when
            desk.must(course, c.CancelTraining, when)
            desk.rest(course)
            return
        when += chance.days(2, 10)
        yield when
        trainees = self._enrolled(course, when)
        for session in range(1, chance.randint(2, 4)):
            planned_on, when = when, when + chance.days(5, 15)
            one: dict[str, Any] = {"session": session, "minutes": 120}
            desk.must(course, c.ScheduleTraining, planned_on, planned_for=when, **one)
            yield when
            if chance.comes(0.1):
                desk.must(course, c.CallOffSession, when, session=session)
                continue
            desk.must(course, c.HoldTraining, when, evidence=desk.paper(), **one)
            for _, enrolment in trainees:
                if chance.comes(0.85):
                    desk.must(
                        enrolment, c.AttendTraining, when, course,
                        training_id=course.id, session=session,
                    )  # fmt: skip
        for resident, enrolment in trainees:
            self._ended(plan, resident, enrolment, when)
        desk.rest(course, *(enrolment for _, enrolment in trainees))

    def _plan(self, when: date) -> e.TrainingPlanned:
        chance = self._desk.chance
        self._planned += 1
        return e.TrainingPlanned(
            effective_on=when,
            programme=GRANT,
            number=f"T-{self._planned:05}",
            title="架空の研修",
            municipality="joint",
            audience=chance.choice(tuple(e.Audience)),
            curriculum=tuple(chance.sample(SKILLS, 2)),
            trainer="架空研修株式会社",
            line="2-training",
            fiscal_year=fiscal_year_of(when),
            **FRAMEWORK,
        )

    def _enrolled(self, course: Stream, when: date) -> list[Trainee]:
        trainees: list[Trainee] = []
        asked = [self._residents.anyone() for _ in range(self._desk.chance.randint(2, 8))]
        for resident in dict.fromkeys(asked):
            enrolment = resident and self._desk.open(
                c.Enrol,
                when,
                course,
                resident.stream,
                training_id=course.id,
                person_id=resident.person_id,
                worker_id=resident.stream.id,
            )
            if resident and enrolment:
                trainees.append((resident, enrolment))
        return trainees

    def _ended(
        self, plan: e.TrainingPlanned, resident: Resident, enrolment: Stream, when: date
    ) -> None:
        desk, chance = self._desk, self._desk.chance
        if chance.comes(0.15):
            desk.must(enrolment, c.WithdrawFromTraining, when)
            return
        before = chance.randint(20, 60)
        scores: dict[str, Any] = {"before": before, "after": before + 20}
        desk.must(
            enrolment, c.CompleteTraining, when, evidence=desk.paper(),
            **(scores if chance.comes(0.7) else {}),
        )  # fmt: skip
        if plan.audience is e.Audience.MENTOR:
            self._qualify(resident.person_id, enrolment, when)
        elif chance.comes(0.1):
            desk.must(enrolment, c.VoidEnrolment, desk.today, version=len(enrolment.history))

    def _qualify(self, person: UUID, enrolment: Stream, when: date) -> None:
        desk, chance = self._desk, self._desk.chance
        until = when + chance.days(300, 900) if chance.comes(0.8) else None
        said: dict[str, Any] = {
            "programme": GRANT,
            "person_id": person,
            "valid_until": until,
            "enrolment_id": enrolment.id,
            "evidence": desk.paper(),
        }
        known = self._qualified.get(person)
        if known is not None:
            desk.ask(known, m.QualifyMentor, when, enrolment, **said)
            return
        qualified = desk.open(m.QualifyMentor, when, enrolment, **said)
        if qualified is None:
            return
        self._qualified[person] = qualified
        if chance.comes(0.2):
            ended = when + chance.days(30, 200)
            desk.ask(qualified, m.EndQualification, ended, grounds=chance.choice(GROUNDS))
        if chance.comes(0.15):
            now = {"valid_until": None}
            desk.ask(qualified, m.CorrectQualification, desk.today, version=1, now=now)
        if chance.comes(0.15):
            desk.ask(qualified, m.VoidQualification, desk.today, version=len(qualified.history))
