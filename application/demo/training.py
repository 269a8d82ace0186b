"""Invented training (架空) of workers and of mentors, and the mentors who were qualified by it."""

from typing import Any

from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import Teller
from application.recorded import Reason
from domain.mentor import commands as m
from domain.training import commands as c

# Number, title, audience, curriculum, budget line, fiscal year, planned, sessions held on.
COURSES = (
    ("T-2024-01", "表計算と自動化の基礎", "worker", ("data-entry", "process-automation"),
     "2-training", "R6", "2024-06-05", ("2024-07-17", "2024-08-21", "2024-09-18")),
    ("T-2024-02", "メンター養成", "mentor", ("communication",),
     "2-training", "R6", "2024-07-01", ("2024-08-28", "2024-09-11")),
    ("T-2024-03", "伝わる文章", "worker", ("web-writing", "transcription"),
     "2-training", "R6", "2024-09-20", ("2024-10-09", "2024-10-30")),
    ("T-2025-01", "デザインの基礎", "worker", ("design",),
     None, None, "2025-06-02", ("2025-06-18", "2025-07-09")),
)  # fmt: skip
CALLED_OFF = ("T-2025-01", 3, "2025-07-30", "2025-07-28")
CANCELLED = ("T-2026-01", "データ分析（架空）", "2026-09-01", "2026-10-20", "2026-10-05")
# Course, person, enrolled, sessions attended, completed ("" withdrew), scores before and after.
ENROLMENTS = (
    ("T-2024-01", "W-001", "2024-06-12", (1, 2, 3), "2024-09-18", 55, 85),
    ("T-2024-01", "W-002", "2024-06-12", (1, 3), "2024-09-18", 40, 70),
    ("T-2024-01", "W-003", "2024-06-14", (1, 2, 3), "2024-09-18", 35, 65),
    ("T-2024-01", "W-004", "2024-06-20", (1, 2, 3), "2024-09-20", 30, 80),
    ("T-2024-01", "W-005", "2024-06-20", (1, 2), "2024-09-20", None, 60),
    ("T-2024-01", "W-006", "2024-07-03", (1,), "", None, None),
    ("T-2024-02", "W-001", "2024-08-05", (1, 2), "2024-09-11", None, None),
    ("T-2024-02", "W-003", "2024-08-05", (1, 2), "2024-09-11", None, None),
    ("T-2024-02", "W-007", "2024-08-19", (1, 2), "2024-09-11", None, None),
    ("T-2024-03", "W-003", "2024-09-25", (1, 2), "2024-10-30", 50, 80),
    ("T-2024-03", "W-002", "2024-09-26", (1, 2), "2024-10-30", 45, 60),
    ("T-2025-01", "W-005", "2025-06-04", (1, 2), "2025-07-09", 60, 90),
    ("T-2025-01", "W-011", "2025-06-05", (1,), None, None, None),
)  # fmt: skip
WITHDREW_ON = "2024-08-02"
TWO_HOURS = 120
# Person, qualified on, valid until.
QUALIFIED = (
    ("W-001", "2024-10-01", "2026-09-30"),
    ("W-003", "2024-10-01", None),
    ("W-007", "2024-10-01", "2026-09-30"),
    ("W-007", "2026-10-01", "2028-09-30"),
)
QUALIFICATION_ENDED = ("W-003", "2025-11-01")
REQUIRED_FROM = "2025-04-01"
WORDING = "（架空）新たに担当するメンターは、メンター養成研修を修了していること"


def tell(teller: Teller) -> None:
    """Tell of courses, of those who took part, and of what was laid down about mentors."""
    for number, title, audience, curriculum, line, year, planned, days in COURSES:
        _plan(
            teller, planned, number=number, title=f"{title}（架空）", audience=audience,
            curriculum=curriculum, line=line, fiscal_year=year,
        )  # fmt: skip
        of: dict[str, Any] = {"training_id": teller.id_of("training", number)}
        for session, on in enumerate(days, start=1):
            one = {"session": session, "minutes": TWO_HOURS, **of}
            teller.tell(c.ScheduleTraining, planned, planned_for=on, **one)
            teller.tell(c.HoldTraining, on, **one)
    number, session, planned_for, off_on = CALLED_OFF
    of = {"training_id": teller.id_of("training", number), "session": session}
    teller.tell(c.ScheduleTraining, "2025-06-02", planned_for=planned_for, minutes=TWO_HOURS, **of)
    teller.tell(c.CallOffSession, off_on, **of)
    number, title, planned, planned_for, off_on = CANCELLED
    of = {"training_id": teller.id_of("training", number)}
    _plan(
        teller, planned, number=number, title=title, audience="worker",
        curriculum=("data-analysis",), line=None, fiscal_year=None,
    )  # fmt: skip
    teller.tell(
        c.ScheduleTraining, planned, session=1, planned_for=planned_for, minutes=TWO_HOURS, **of
    )
    teller.tell(c.CancelTraining, off_on, reason=Reason.DECISION, **of)
    for enrolment in ENROLMENTS:
        _enrolment(teller, *enrolment)
    _mentors(teller)


def _plan(teller: Teller, planned: str, **course: Any) -> None:  # noqa: ANN401 - its fields
    teller.tell(
        c.PlanTraining, planned, programme=GRANT, municipality="joint", framework="dss",
        framework_version="1.2", trainer="架空研修株式会社", **course,
    )  # fmt: skip


def _enrolment(  # noqa: PLR0913, PLR0917 - one row of the table
    teller: Teller,
    number: str,
    person: str,
    enrolled: str,
    attended: tuple[int, ...],
    completed: str | None,
    before: int | None,
    after: int | None,
) -> None:
    training = teller.id_of("training", number)
    teller.tell(
        c.Enrol, enrolled, training_id=training, person_id=teller.person(person),
        worker_id=teller.worker(person),
    )  # fmt: skip
    of: dict[str, Any] = {"enrolment_id": _enrolled(teller, number, person)}
    days = next(row[-1] for row in COURSES if row[0] == number)
    for session in attended:
        teller.tell(
            c.AttendTraining, days[session - 1], training_id=training, session=session, **of
        )
    if completed:
        teller.tell(c.CompleteTraining, completed, before=before, after=after, **of)
    elif completed is not None:
        teller.tell(c.WithdrawFromTraining, WITHDREW_ON, reason=Reason.REQUESTED, **of)


def _mentors(teller: Teller) -> None:
    for person, on, until in QUALIFIED:
        teller.tell(
            m.QualifyMentor, on, programme=GRANT, person_id=teller.person(person),
            valid_until=until, enrolment_id=_enrolled(teller, "T-2024-02", person),
        )  # fmt: skip
    person, ended = QUALIFICATION_ENDED
    teller.tell(
        m.EndQualification, ended, reason=Reason.REQUESTED, grounds="wish",
        qualification_id=teller.id_of("mentor-qualification", str(teller.person(person))),
    )  # fmt: skip
    teller.tell(
        m.SetMentorRequirement, REQUIRED_FROM, reason=Reason.DECISION, required=True,
        wording=WORDING,
    )  # fmt: skip


def _enrolled(teller: Teller, number: str, person: str) -> object:
    training = teller.id_of("training", number)
    return teller.id_of("enrolment", f"{training}|{teller.person(person)}")
