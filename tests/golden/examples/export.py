"""One example of every event of the area export."""

from domain.export import events as export
from tests.given import sealed
from tests.golden.examples.shared import GRANT, example

EXAMPLES = (
    example(
        export.ExportMade,
        GRANT,
        kind="view",
        sha256=sealed("view"),
        size=48213,
        log_size=1200,
        what="payment-list",
        asked="month=2024-10&open=true",
        rows=12,
    ),
    example(export.ExportCorrected, GRANT, corrects=1, now={"size": 48214}),
    example(export.ExportVoided, GRANT, voids=1),
)
