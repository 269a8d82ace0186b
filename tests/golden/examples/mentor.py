"""One example of every event of the area mentor."""

from domain.mentor import events as mentor
from tests.given import day
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

EXAMPLES = (
    example(
        mentor.MentorQualified,
        GRANT,
        person_id=ONE,
        valid_until=day("2026-09-30"),
        evidence=EVIDENCE,
        enrolment_id=OTHER,
        training_number="T-2024-02",
    ),
    example(mentor.MentorQualificationEnded, GRANT, person_id=ONE, grounds="wish"),
    example(mentor.QualificationCorrected, GRANT, corrects=1, now={"valid_until": None}),
    example(mentor.QualificationVoided, GRANT, voids=2),
    example(
        mentor.MentorRequirementSet,
        GRANT,
        required=True,
        wording="新たに担当するメンターは研修を修了していること",
    ),
    example(mentor.RequirementVoided, GRANT, voids=1),
)
