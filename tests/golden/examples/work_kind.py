"""One example of every event of the area work_kind."""

from domain.work_kind import events as work_kind
from tests.golden.examples.shared import OTHER, example

EXAMPLES = (
    example(
        work_kind.WithholdingSet,
        kind="creative",
        applies="yes",
        decided_by="会計課",
        evidence=OTHER,
    ),
    example(work_kind.WithholdingCorrected, corrects=1, now={"applies": "unknown"}),
    example(work_kind.WithholdingVoided, voids=1),
)
