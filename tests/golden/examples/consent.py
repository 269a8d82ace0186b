"""One example of every event of the area consent."""

from typing import Any

from domain.consent import events as e
from tests.golden.examples.shared import EVIDENCE, ONE, example

ABOUT: dict[str, Any] = {"person_id": ONE, "purpose": "publicity", "scope": "photo"}

EXAMPLES = (
    example(
        e.ConsentGiven,
        **ABOUT,
        wording="publicity-consent",
        wording_version="1",
        evidence=EVIDENCE,
    ),
    example(e.ConsentWithdrawn, **ABOUT, evidence=EVIDENCE),
    example(e.ConsentCorrected, corrects=1, now={"wording_version": "2"}),
    example(e.ConsentEntryVoided, voids=2),
)
