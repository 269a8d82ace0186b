"""One example of every event of the area career."""

from domain.career import events as career
from tests.given import sealed
from tests.golden.examples.shared import GRANT, ONE, OTHER, example

COUNTED = {"worker_id": ONE, "person_id": OTHER, "municipality": "203246"}

EXAMPLES = (
    example(career.CareerSupportBegun, GRANT, **COUNTED),
    example(
        career.CareerConsultationHeld,
        GRANT,
        **COUNTED,
        consultation=1,
        kind="skills",
        minutes=45,
        content=sealed("content"),
    ),
    example(career.CareerAimSet, GRANT, **COUNTED, aim=1, text=sealed("aim")),
    example(career.CareerAimReviewed, GRANT, **COUNTED, aim=1, result="reached"),
    example(career.CareerCorrected, GRANT, corrects=4, now={"result": "changed"}),
    example(career.CareerVoided, GRANT, voids=2),
)
