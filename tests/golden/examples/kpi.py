"""One example of every event of the area kpi."""

from domain.kpi import events as kpi
from tests.golden.examples.shared import EVIDENCE, GRANT, ONE, example

EXAMPLES = (
    example(
        kpi.FactCounted,
        GRANT,
        kpi="kpi1",
        subject=ONE,
        fiscal_year=2024,
        municipality="joint",
        pillar="3",
        evidence=EVIDENCE,
        after_closing="overlooked",
    ),
    example(kpi.KpiYearClosed, GRANT, kpi="kpi1", fiscal_year=2024, evidence=EVIDENCE),
    example(kpi.KpiYearReopened, GRANT, voids=1),
    example(kpi.FactCorrected, GRANT, corrects=1, now={"municipality": "203246"}),
    example(kpi.FactVoided, GRANT, voids=1),
)
