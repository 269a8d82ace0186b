"""One example of every event of the area employment."""

from domain.employment import events as employment
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, example

WORK = {
    "person_id": ONE,
    "ordinal": 1,
    "form": "employed",
    "employer_kind": "corporation",
    "employer": "7123456789012",
    "municipality": "203246",
}

EXAMPLES = (
    example(employment.EmploymentBegan, GRANT, **WORK, evidence=EVIDENCE),
    example(employment.EmploymentEnded, GRANT, **WORK),
    example(employment.EmploymentCorrected, GRANT, corrects=1, now={"form": "commissioned"}),
    example(employment.EmploymentVoided, GRANT, voids=2),
)
