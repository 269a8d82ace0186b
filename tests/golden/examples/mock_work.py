"""One example of every event of the area mock_work."""

from domain.mock_work import events as mock_work
from tests.given import day
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

PLAN = {
    "number": "M-2024-01",
    "title": "議事録の作成",
    "municipality": "joint",
    "framework": "dss",
    "framework_version": "1.2",
    "skills": ("data-entry",),
    "capacity": 5,
    "first_day": day("2024-10-07"),
    "last_day": day("2024-10-31"),
    "criteria": "誤記が1000字に3か所以内",
    "reward": 3000,
}
COUNTED = {
    "task_id": ONE,
    "task_number": "M-2024-01",
    "worker_id": OTHER,
    "person_id": ONE,
    "municipality": "203246",
}

EXAMPLES = (
    example(mock_work.MockTaskPlanned, GRANT, **PLAN),
    example(mock_work.MockTaskOpened, GRANT),
    example(mock_work.MockTaskClosed, GRANT),
    example(mock_work.MockTaskCancelled, GRANT),
    example(mock_work.MockTaskCorrected, GRANT, corrects=1, now={"capacity": 6}),
    example(mock_work.MockTaskVoided, GRANT, voids=3),
    example(mock_work.MockTaskJoined, GRANT, **COUNTED),
    example(mock_work.SupportGiven, GRANT, **COUNTED, kind="review", minutes=30, supporter=OTHER),
    example(
        mock_work.MockTaskCompleted,
        GRANT,
        **COUNTED,
        result="passed",
        paid=3000,
        use="practice",
        evidence=EVIDENCE,
    ),
    example(mock_work.MockTaskDropped, GRANT, **COUNTED),
    example(mock_work.ParticipationCorrected, GRANT, corrects=3, now={"paid": 0}),
    example(mock_work.ParticipationVoided, GRANT, voids=2),
)
