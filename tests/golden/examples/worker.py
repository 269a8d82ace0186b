"""One example of every event of the area worker."""

from typing import Any

from domain.worker import events as worker
from tests.given import day, sealed
from tests.golden.examples.shared import (
    EVIDENCE,
    ONE,
    OTHER,
    example,
)

SKILL: dict[str, Any] = {
    "skill": "data-entry",
    "framework": "dss",
    "framework_version": "1.2",
    "level": 3,
}

EXAMPLES = (
    example(
        worker.WorkerRegistered,
        person_id=ONE,
        number="W-001",
        name=sealed("name"),
        kana=sealed("kana"),
        birth_date=sealed("birth date"),
        contact=sealed("contact"),
        municipality="203246",
    ),
    example(worker.NameChanged, name=sealed("new name"), kana=sealed("new kana")),
    example(worker.ContactChanged, contact=sealed("new contact")),
    example(worker.WorkerMoved, municipality="202177"),
    example(worker.WorkerLeft, last_day=day("2024-09-30")),
    example(worker.WorkerReturned),
    example(worker.SkillClaimed, **SKILL),
    example(
        worker.SkillAssessed,
        **SKILL,
        assessor=OTHER,
        method=worker.Method.WORK_SAMPLE,
        evidence=EVIDENCE,
    ),
    example(worker.SkillWithdrawn, skill="data-entry", framework="dss"),
    example(
        worker.SkillEndorsed, skill="data-entry", framework="dss", endorser=OTHER, evidence=EVIDENCE
    ),
    example(
        worker.SkillFrameworkRemapped,
        skill="data-entry",
        framework="dss",
        framework_version="1.2",
        to_skill="data-handling",
        to_version="2.0",
        to_level=3,
    ),
    example(worker.SkillCorrected, corrects=2, now={"level": 4, "evidence": None}),
    example(worker.RegistrationCorrected, corrects=1, now={"effective_on": "2024-04-01"}),
    example(worker.WorkerEntryVoided, voids=2),
)
