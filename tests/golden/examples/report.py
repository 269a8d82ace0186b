"""One example of every event of the area report."""

from domain.report import events as report
from tests.golden.examples.shared import EVIDENCE, GRANT, OTHER, example

EXAMPLES = (
    example(
        report.ReportIssued,
        GRANT,
        issuer="203246",
        number="7架企第31号",
        kind="ministry-report",
        title="令和6年度 実績報告書",
        addressee="架空省",
        evidence=EVIDENCE,
    ),
    example(
        report.FigureStated,
        GRANT,
        figure="kpi1",
        fiscal_year=2024,
        taken_on="2025-03-31",
        at_position=120,
        definition_version=1,
        value=9,
        breakdown=({"by": ("203246",), "value": 9}, {"by": ("152161",)}),
        place="p.3 表1",
    ),
    example(report.ReportReplaced, GRANT, replaced_by=OTHER),
    example(report.ReportWithdrawn, GRANT),
    example(report.ReportCorrected, GRANT, corrects=2, now={"value": 10}),
    example(report.ReportEntryVoided, GRANT, voids=2),
)
