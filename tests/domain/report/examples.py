"""An issued document's events and commands, with everything that a test does not speak of."""

from typing import Any
from uuid import UUID

from domain.report import commands as c
from domain.report import events as e
from tests.given import day

GRANT = "grant:dx-r6"
REPORT, OTHER = UUID(int=0x91), UUID(int=0x92)
DOCUMENT: dict[str, Any] = {
    "issuer": "203246",
    "number": "6架企第14号",
    "kind": "ministry-report",
    "title": "令和6年度 中間報告（架空）",
    "addressee": "架空省",
}
HIRES: dict[str, Any] = {
    "programme": GRANT,
    "figure": "kpi1",
    "fiscal_year": 2024,
    "taken_on": "2024-12-31",
    "at_position": 40,
    "definition_version": 1,
    "value": 7,
    "breakdown": ({"by": ("203246",), "value": 4}, {"by": ("202126",), "value": 3}),
    "place": "p.3 表1",
}


def issued(on: str = "2025-01-14", **other: object) -> e.ReportIssued:
    """A document was handed in."""
    return e.ReportIssued.model_validate(
        {"effective_on": on, "programme": GRANT} | DOCUMENT | other
    )


def stated(on: str = "2025-01-14", **other: object) -> e.FigureStated:
    """It states seven new hires."""
    return e.FigureStated.model_validate({"effective_on": on} | HIRES | other)


def replaced(on: str = "2025-03-03", by: UUID = OTHER) -> e.ReportReplaced:
    """Another took its place."""
    return e.ReportReplaced(effective_on=day(on), programme=GRANT, replaced_by=by)


def withdrawn(on: str = "2025-03-03") -> e.ReportWithdrawn:
    """It was withdrawn."""
    return e.ReportWithdrawn(effective_on=day(on), programme=GRANT)


def corrected(on: str, version: int, **now: object) -> e.ReportCorrected:
    """The paper says otherwise."""
    return e.ReportCorrected(effective_on=day(on), programme=GRANT, corrects=version, now=now)


def voided(on: str, version: int) -> e.ReportEntryVoided:
    """An entry never held."""
    return e.ReportEntryVoided(effective_on=day(on), programme=GRANT, voids=version)


def issue(on: str = "2025-01-14", **other: object) -> c.IssueReport:
    """Record a document."""
    return c.IssueReport.model_validate({"effective_on": on, "programme": GRANT} | DOCUMENT | other)


def state(on: str = "2025-01-14", **other: object) -> c.StateFigure:
    """Record what it states."""
    return c.StateFigure.model_validate({"effective_on": on, "report_id": REPORT} | HIRES | other)


def replace(on: str = "2025-03-03", by: UUID = OTHER) -> c.ReplaceReport:
    """Record that another took its place."""
    return c.ReplaceReport(effective_on=day(on), report_id=REPORT, replaced_by=by)


def withdraw(on: str = "2025-03-03") -> c.WithdrawReport:
    """Record that it was withdrawn."""
    return c.WithdrawReport(effective_on=day(on), report_id=REPORT)


def correct(version: int, on: str = "2025-06-01", **now: object) -> c.CorrectReport:
    """Put an entry right."""
    return c.CorrectReport(effective_on=day(on), report_id=REPORT, version=version, now=now)


def void(version: int, on: str = "2025-06-01") -> c.VoidReportEntry:
    """Take an entry back."""
    return c.VoidReportEntry(effective_on=day(on), report_id=REPORT, version=version)
