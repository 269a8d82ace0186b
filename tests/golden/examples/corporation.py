"""One example of every event of the area corporation."""

from typing import Any

from domain.corporation import events as corporation
from tests.given import day
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, OTHER, example

NUMBER = "8000000000001"
FROM: dict[str, Any] = {"from_kind": "town", "from_code": "203246"}

EXAMPLES = (
    example(
        corporation.CorporationFounded,
        corporate_number=NUMBER,
        name="一般社団法人立科町振興公社",
        form="association",
        officers=5,
        has_employees=True,
        evidence=EVIDENCE,
    ),
    example(corporation.OfficersChanged, officers=4, has_employees=True, evidence=EVIDENCE),
    example(
        corporation.OperationTransferred,
        GRANT,
        **FROM,
        to_kind="corporation",
        to_code=NUMBER,
        activities=("trial-tateshina",),
        evidence=EVIDENCE,
    ),
    example(corporation.CorporationCorrected, corrects=1, now={"officers": 6}),
    example(corporation.CorporationEntryVoided, voids=2),
    example(
        corporation.ContractNovated,
        GRANT,
        **FROM,
        corporation_id=ONE,
        subject_id=OTHER,
        subject_kind="contract",
        to_code=NUMBER,
        notified_on=day("2024-09-17"),
        evidence=EVIDENCE,
    ),
    example(corporation.NovationCorrected, GRANT, corrects=1, now={"notified_on": "2024-09-18"}),
    example(corporation.NovationVoided, GRANT, voids=1),
)
