"""One example of every event of the area advice."""

from domain.advice import events as advice
from tests.given import day, sealed
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

EXAMPLES = (
    example(
        advice.AdviserEngaged,
        GRANT,
        number="A-1",
        person_id=ONE,
        basis="contract",
        contract_id=OTHER,
        sessions_agreed=36,
        first_day=day("2024-05-01"),
        last_day=day("2025-02-28"),
        evidence=EVIDENCE,
    ),
    example(advice.AdviserEnded, GRANT),
    example(
        advice.AdviceSessionHeld,
        GRANT,
        session=1,
        minutes=60,
        evidence=EVIDENCE,
        membership_id=OTHER,
        private_member=True,
    ),
    example(
        advice.AdviceGiven,
        GRANT,
        advice=1,
        session=1,
        topic="clients",
        sentence="見積りの書式を一つにする",
        text=sealed("advice"),
    ),
    example(advice.AdviceAdopted, GRANT, advice=1),
    example(advice.AdviceDeclined, GRANT, advice=2, reason="no-means"),
    example(
        advice.AdviceCarriedOut, GRANT, advice=1, change="plan", record=OTHER, record_version=2
    ),
    example(advice.AdviceCorrected, GRANT, corrects=3, now={"minutes": 90}),
    example(advice.AdviceEntryVoided, GRANT, voids=4),
)
