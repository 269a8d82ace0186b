"""One example of every event of the area outcome."""

from typing import Any

from domain.outcome import events as outcome
from tests.golden.examples.shared import EVIDENCE, GRANT, example

WHICH: dict[str, Any] = {
    "code": "meetings-held",
    "version": 1,
    "aim": "smooth-running",
    "level": "activity",
}

EXAMPLES = (
    example(
        outcome.IndicatorDefined,
        GRANT,
        **WHICH,
        title="定例会議の開催数",
        definition="年度内に開かれた定例会議の数",
        unit="回",
        basis="事務局案（架空）",
        leads_to="actions-closed",
    ),
    example(outcome.OutcomeMeasured, GRANT, **WHICH, value=20, method="record", evidence=EVIDENCE),
    example(outcome.OutcomeCorrected, GRANT, corrects=2, now={"value": 21}),
    example(outcome.OutcomeVoided, GRANT, voids=2),
)
