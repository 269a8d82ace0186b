"""What can be asked to be recorded of an issued document."""

from typing import Annotated
from uuid import UUID

from domain.base.command import Annul, Command, Correct, Reads
from domain.base.event import Programme
from domain.base.mend import MEND_RULES, VOID_RULES
from domain.base.words import Label
from domain.report import rules
from domain.report.events import Document, ReportCorrected, ReportEntryVoided, Statement

ReportId = Annotated[UUID, Label("提出文書", "report")]


class IssueReport(Document, Command):
    """Record a document that was handed in, or an answer that was given; its day is the issue's."""

    LABEL = Label("文書の提出を記録する", "Issue a report")
    REFUSALS = (rules.ISSUED_ALREADY,)

    def opens(self) -> str:
        """One stream for each document number of an office."""
        return f"{self.issuer}|{self.number}"


class OfReport(Command):
    """A command on one issued document."""

    TARGET = "report_id"

    report_id: ReportId


class StateFigure(Statement, OfReport):
    """Record a figure that the document states, as it states it; `programme` is the figure's."""

    LABEL = Label("文書に記載の指標を記録する", "State a figure")
    REFUSALS = (rules.BEFORE_ISSUE, rules.FIGURE_STATED_ALREADY)

    programme: Programme


class ReplaceReport(OfReport):
    """Record that the document was replaced by another one, which is recorded already."""

    LABEL = Label("文書の差替えを記録する", "Replace a report")
    REFUSALS = (
        rules.BEFORE_ISSUE,
        rules.NO_LONGER_STANDS,
        rules.REPLACED_BY_ITSELF,
        rules.REPLACEMENT_DOES_NOT_STAND,
    )

    replaced_by: Annotated[UUID, Reads("report"), Label("差し替え後の文書", "replaced by")]


class WithdrawReport(OfReport):
    """Record that the document was withdrawn."""

    LABEL = Label("文書の撤回を記録する", "Withdraw a report")
    REFUSALS = (rules.BEFORE_ISSUE, rules.NO_LONGER_STANDS)


class CorrectReport(OfReport, Correct):
    """Put right what was recorded of a document, where the paper says otherwise."""

    LABEL = Label("提出文書の記録を訂正する", "Correct a report's entry")
    REFUSALS = (*MEND_RULES, rules.FIGURE_STATED_ALREADY)
    EVENT = ReportCorrected


class VoidReportEntry(OfReport, Annul):
    """Record that an entry of a document never held."""

    LABEL = Label("提出文書の記録を取り消す", "Void a report's entry")
    REFUSALS = (*VOID_RULES, rules.FIGURE_STATED_ALREADY)
    EVENT = ReportEntryVoided


ReportStep = StateFigure | ReplaceReport | WithdrawReport
"""What is decided on a document that was issued."""
ReportCommand = IssueReport | ReportStep | CorrectReport | VoidReportEntry
