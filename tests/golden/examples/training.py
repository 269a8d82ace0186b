"""One example of every event of the area training."""

from domain.training import events as training
from tests.given import day
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

PLAN = {
    "number": "T-2024-01",
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
COUNTED = {
    "training_id": ONE,
    "training_number": "T-2024-01",
    "audience": "worker",
    "person_id": OTHER,
    "municipality": "203246",
}

EXAMPLES = (
    example(training.TrainingPlanned, GRANT, **PLAN),
    example(
        training.TrainingScheduled, GRANT, session=1, planned_for=day("2024-10-10"), minutes=120
    ),
    example(training.TrainingHeld, GRANT, session=1, minutes=110, evidence=EVIDENCE),
    example(training.SessionCalledOff, GRANT, session=2),
    example(training.TrainingCancelled, GRANT),
    example(training.TrainingCorrected, GRANT, corrects=3, now={"minutes": 120}),
    example(training.TrainingVoided, GRANT, voids=3),
    example(training.Enrolled, GRANT, **COUNTED),
    example(training.TrainingAttended, GRANT, **COUNTED, session=1),
    example(training.TrainingCompleted, GRANT, **COUNTED, before=40, after=75, evidence=EVIDENCE),
    example(training.TrainingWithdrawn, GRANT, **COUNTED),
    example(training.EnrolmentCorrected, GRANT, corrects=3, now={"after": 80}),
    example(training.EnrolmentVoided, GRANT, voids=3),
)
