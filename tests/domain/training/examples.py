"""A course's events and commands, with everything filled in that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.training import commands as c
from domain.training import events as e
from tests.domain.worker.examples import HANAKO, TATESHINA, WORKER
from tests.given import day

GRANT = "grant:dx-r6"
COURSE, ENROLMENT = UUID(int=0xE4), UUID(int=0xE5)
PLAN: dict[str, Any] = {
    "number": "T-1",
    "title": "表計算の基礎",
    "municipality": "joint",
    "audience": "worker",
    "framework": "dss",
    "framework_version": "1.2",
    "curriculum": ("data-entry",),
    "trainer": "架空研修株式会社",
    "line": "2-training",
    "fiscal_year": 2024,
}


def planned(on: str = "2024-06-01", **fields: object) -> e.TrainingPlanned:
    """Workers are to be taught."""
    common = {"effective_on": on, "programme": GRANT}
    return e.TrainingPlanned.model_validate(common | PLAN | fields)


def scheduled(on: str, session: int, planned_for: str) -> e.TrainingScheduled:
    """A session is to be held."""
    return e.TrainingScheduled(
        effective_on=day(on),
        programme=GRANT,
        session=session,
        planned_for=day(planned_for),
        minutes=120,
    )


def held(on: str, session: int = 1) -> e.TrainingHeld:
    """It was."""
    return e.TrainingHeld(effective_on=day(on), programme=GRANT, session=session, minutes=110)


def called_off(on: str, session: int = 1) -> e.SessionCalledOff:
    """It was not."""
    return e.SessionCalledOff(effective_on=day(on), programme=GRANT, session=session)


def cancelled(on: str) -> e.TrainingCancelled:
    """There is no more of it."""
    return e.TrainingCancelled(effective_on=day(on), programme=GRANT)


def _counted(on: str, **fields: object) -> dict[str, Any]:
    course = {"training_id": COURSE, "training_number": "T-1", "audience": "worker"}
    who = {"person_id": HANAKO, "municipality": TATESHINA}
    return {"effective_on": on, "programme": GRANT} | course | who | fields


def enrolled(on: str = "2024-06-10", **fields: object) -> e.Enrolled:
    """Hanako wants to learn."""
    return e.Enrolled.model_validate(_counted(on, **fields))


def attended(on: str, session: int = 1, **fields: object) -> e.TrainingAttended:
    """She was there."""
    return e.TrainingAttended.model_validate(_counted(on, session=session, **fields))


def completed(on: str, **fields: object) -> e.TrainingCompleted:
    """She has learnt it."""
    return e.TrainingCompleted.model_validate(_counted(on, **fields))


def withdrawn(on: str, **fields: object) -> e.TrainingWithdrawn:
    """She no longer takes part."""
    return e.TrainingWithdrawn.model_validate(_counted(on, **fields))


def plan(on: str = "2024-06-01", /, **fields: object) -> c.PlanTraining:
    """Plan it."""
    common = {"effective_on": on, "programme": GRANT}
    return c.PlanTraining.model_validate(common | PLAN | fields)


def schedule(on: str, session: int, planned_for: str) -> c.ScheduleTraining:
    """Schedule a session."""
    return c.ScheduleTraining(
        effective_on=day(on),
        training_id=COURSE,
        session=session,
        planned_for=day(planned_for),
        minutes=120,
    )


def hold(on: str, session: int = 1) -> c.HoldTraining:
    """Hold it."""
    return c.HoldTraining(effective_on=day(on), training_id=COURSE, session=session, minutes=110)


def call_off(on: str, session: int = 1) -> c.CallOffSession:
    """Call it off."""
    return c.CallOffSession(effective_on=day(on), training_id=COURSE, session=session)


def cancel(on: str) -> c.CancelTraining:
    """Cancel the course."""
    return c.CancelTraining(effective_on=day(on), training_id=COURSE)


def correct(version: int, **now: object) -> c.CorrectTraining:
    """Correct what was recorded of the course."""
    return c.CorrectTraining(
        effective_on=day("2025-01-10"), training_id=COURSE, version=version, now=now
    )


def void(version: int) -> c.VoidTraining:
    """Take back what was recorded of the course."""
    return c.VoidTraining(effective_on=day("2025-01-10"), training_id=COURSE, version=version)


def enrol(
    on: str = "2024-06-10", *, worker: UUID | None = WORKER, person: UUID = HANAKO
) -> c.Enrol:
    """Enrol Hanako."""
    return c.Enrol(effective_on=day(on), training_id=COURSE, worker_id=worker, person_id=person)


def attend(on: str, session: int = 1, course: UUID = COURSE) -> c.AttendTraining:
    """Let her be there."""
    return c.AttendTraining(
        effective_on=day(on), enrolment_id=ENROLMENT, training_id=course, session=session
    )


def complete(on: str) -> c.CompleteTraining:
    """Let her complete it."""
    return c.CompleteTraining(effective_on=day(on), enrolment_id=ENROLMENT, before=40, after=75)


def withdraw(on: str) -> c.WithdrawFromTraining:
    """Let her take part no longer."""
    return c.WithdrawFromTraining(effective_on=day(on), enrolment_id=ENROLMENT)


def correct_enrolment(version: int, **now: object) -> c.CorrectEnrolment:
    """Correct what was recorded of her part."""
    return c.CorrectEnrolment(
        effective_on=day("2025-01-10"), enrolment_id=ENROLMENT, version=version, now=now
    )


def void_enrolment(version: int) -> c.VoidEnrolment:
    """Take back what was recorded of her part."""
    return c.VoidEnrolment(effective_on=day("2025-01-10"), enrolment_id=ENROLMENT, version=version)
