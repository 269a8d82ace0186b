"""Invented career support and employments (架空): counts of the one, facts of the other."""

from typing import Any

from application.demo.members import COMPANY
from application.demo.plan_r6_r8 import GRANT
from application.demo.teller import CLERKS, Teller
from application.recorded import Reason
from domain.career import commands as c
from domain.employment import commands as k

# Worker, consultations (day, kind, minutes), aim set, reviews of it (day, result).
CAREERS = (
    ("W-002", (("2024-06-05", "skills", 45), ("2024-09-11", "work", 30),
               ("2025-01-22", "contract", 40)), "2024-06-05", (("2025-01-22", "reached"),)),
    ("W-005", (("2024-08-07", "work", 60), ("2024-11-13", "independence", 45)),
     "2024-08-07", (("2024-11-13", "under-way"),)),
    ("W-008", (("2024-10-16", "skills", 50),), None, ()),
    ("W-010", (("2025-02-05", "work", 45), ("2025-06-11", "work", 30)),
     "2025-02-05", (("2025-06-11", "changed"),)),
    ("W-014", (("2026-05-13", "skills", 45), ("2026-10-14", "contract", 30)),
     "2026-05-13", (("2026-10-14", "under-way"),)),
)  # fmt: skip
# Person, ordinal, form, kind of employer, employer, municipality, began, entered, ended.
EMPLOYMENTS = (
    ("W-001", 1, "commissioned", "municipality", "203246", "203246",
     "2024-08-01", "2024-08-05", "2025-03-31"),
    ("W-001", 2, "employed", "corporation", COMPANY, "203246",
     "2025-04-01", "2025-04-11", None),
    ("W-003", 1, "own-business", "none", None, "203246", "2024-10-01", "2024-10-08", None),
    ("W-004", 1, "employed", "corporation", COMPANY, "202126", "2024-10-15", "2024-10-18", None),
    ("W-005", 1, "employed", "municipality", "202126", "202126",
     "2024-11-11", "2024-11-15", None),
    ("W-006", 1, "employed", "corporation", COMPANY, "202126",
     "2024-11-18", "2024-11-22", "2024-12-20"),
    ("W-009", 1, "employed", "municipality", "203246", "203246",
     "2024-12-16", "2025-01-08", None),
    ("W-010", 1, "employed", "corporation", COMPANY, "203246", "2025-03-03", "2025-03-07", None),
)  # fmt: skip
WRONG_FORM, FOUND_ON, REALLY = "W-009", "2025-02-10", "commissioned"
"""What was entered as a contract of employment was one for commissioned work."""


def tell(teller: Teller) -> None:
    """Tell of consultations and aims, and of who began and ended to work in which form."""
    for worker, consultations, aim_set, reviews in CAREERS:
        _career(teller, worker, consultations, aim_set, reviews)
    for person, ordinal, form, kind, employer, place, began, entered, ended in EMPLOYMENTS:
        teller.tell(
            k.BeginEmployment, began, entered=entered, by=CLERKS[place], programme=GRANT,
            person_id=teller.person(person), ordinal=ordinal, form=form, employer_kind=kind,
            employer=employer, municipality=place,
        )  # fmt: skip
        if ended:
            employment = _employment(teller, person, ordinal)
            teller.tell(k.EndEmployment, ended, by=CLERKS[place], employment_id=employment)
    teller.tell(
        k.CorrectEmployment, FOUND_ON, by=CLERKS["203246"], reason=Reason.MISTAKE,
        employment_id=_employment(teller, WRONG_FORM, 1), version=1, now={"form": REALLY},
    )  # fmt: skip


def _career(
    teller: Teller,
    worker: str,
    consultations: tuple[tuple[str, str, int], ...],
    aim_set: str | None,
    reviews: tuple[tuple[str, str], ...],
) -> None:
    resident = teller.worker(worker)
    teller.tell(c.BeginCareerSupport, consultations[0][0], programme=GRANT, worker_id=resident)
    of: dict[str, Any] = {"career_id": teller.id_of("career", str(resident))}
    for number, (on, kind, minutes) in enumerate(consultations, start=1):
        teller.tell(
            c.HoldConsultation, on, consultation=number, kind=kind, minutes=minutes,
            content="（架空）話した内容は本人と担当者だけが読みます", **of,
        )  # fmt: skip
    if aim_set:
        teller.tell(c.SetCareerAim, aim_set, aim=1, text="（架空）月に二件を一人で終える", **of)
    for on, result in reviews:
        teller.tell(c.ReviewCareerAim, on, aim=1, result=result, **of)


def _employment(teller: Teller, person: str, ordinal: int) -> object:
    return teller.id_of("employment", f"{teller.person(person)}|{ordinal}")
