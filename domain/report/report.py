"""The issued document: what its record accepts, and what its events make of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from domain.base.command import Seen
from domain.base.event import opened
from domain.report import commands as c
from domain.report import events as e
from domain.report import rules

Stated = tuple[str, str, int | None, date, str | None]
"""What tells the figures of a document apart: figure, programme, year, day, and place."""


@dataclass(frozen=True, slots=True)
class Report:
    """One document: when it was issued, what it states, and when it ceased to stand."""

    programme: str
    issued_on: date
    stated: tuple[Stated, ...] = ()
    ended_on: date | None = None

    def stands_on(self, day: date) -> bool:
        """Say whether it is issued by `day`, and neither replaced nor withdrawn."""
        return self.issued_on <= day and (self.ended_on is None or day < self.ended_on)


def decide_opening(
    report: Report | None, command: c.IssueReport, _seen: Seen
) -> list[e.ReportEvent]:
    """Decide what a command records that opens the stream, or raise the rule that forbids it."""
    rules.ISSUED_ALREADY.require(report is None)
    return [e.ReportIssued.model_validate(command.carried())]


def decide(report: Report, command: c.ReportStep, seen: Seen) -> list[e.ReportEvent]:
    """Decide what a command records, or raise the rule that forbids it."""
    day = command.effective_on
    rules.BEFORE_ISSUE.require(report.issued_on <= day)
    of_report = command.carried() | {"programme": report.programme}
    match command:
        case c.StateFigure():
            # A document may state figures of several programmes.
            stated = e.FigureStated.model_validate(command.carried())
            sound(evolve(report, stated))
            return [stated]
        case c.ReplaceReport():
            rules.NO_LONGER_STANDS.require(report.ended_on is None)
            rules.REPLACED_BY_ITSELF.require(command.replaced_by != command.report_id)
            other = seen.the(Report, command.replaced_by)
            rules.REPLACEMENT_DOES_NOT_STAND.require(other and other.stands_on(day))
            return [e.ReportReplaced.model_validate(of_report)]
        case c.WithdrawReport():
            rules.NO_LONGER_STANDS.require(report.ended_on is None)
            return [e.ReportWithdrawn.model_validate(of_report)]
        case _:
            assert_never(command)


def evolve(report: Report | None, event: e.ReportEvent) -> Report:
    """Fold one effective event into the document."""
    if isinstance(event, e.ReportIssued):
        return Report(event.programme, event.effective_on)
    report = opened(report)
    match event:
        case e.FigureStated():
            return replace(report, stated=(*report.stated, _key(event)))
        case e.ReportReplaced() | e.ReportWithdrawn():
            return replace(report, ended_on=event.effective_on)
        case _:
            assert_never(event)


def sound(report: Report) -> None:
    """Raise the rule that a document breaks: a figure stands twice at one place."""
    rules.FIGURE_STATED_ALREADY.require(len(set(report.stated)) == len(report.stated))


def _key(event: e.FigureStated) -> Stated:
    return (event.figure, event.programme, event.fiscal_year, event.taken_on, event.place)
