"""Reported figures (提出文書の指標): which document states which value of which figure?"""

import json
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.projections.reports import State
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Year
from domain.base.words import Label
from domain.evidence.events import DocumentNumber
from domain.report import commands as c
from domain.report import events as e
from domain.statement.events import Value


@rowclass
class ReportedFigureRow:
    """One figure as a document states it; `state` is the document's.

    `breakdown` holds for each line what it is for, then its value, as JSON.
    """

    report_id: c.ReportId
    number: DocumentNumber
    programme: Programme
    figure: e.Figure
    fiscal_year: Year | None
    taken_on: e.TakenOn
    at_position: e.AtPosition | None
    definition_version: e.DefinitionVersion | None
    value: Value
    breakdown: Annotated[str, Label("内訳", "breakdown", '[["203246", 3]]')]
    place: e.Place | None
    state: Annotated[State, Label("文書の状態", "state of the document")]


def fold(rows: Rows[ReportedFigureRow], recorded: Recorded) -> None:
    """Put one row for each figure that a document states."""
    match event := recorded.event:
        case e.ReportIssued():
            of = {"issuer": event.issuer, "number": event.number}
            rows.about |= of | {"state": State.ISSUED}
        case e.FigureStated():
            number = rows.about["number"]
            lines = [[*line.by, line.value] for line in event.breakdown]
            breakdown = json.dumps(lines, ensure_ascii=False)
            rows.put(
                f"{rows.about['issuer']}|{number}|{recorded.version}",
                ReportedFigureRow(
                    report_id=recorded.stream,
                    number=number,
                    programme=event.programme,
                    state=rows.about["state"],
                    **said_in(event, e.Statement) | {"breakdown": breakdown},
                ),
            )
        case e.ReportReplaced():
            _end(rows, State.REPLACED)
        case e.ReportWithdrawn():
            _end(rows, State.WITHDRAWN)
        case _:
            pass


def _end(rows: Rows[ReportedFigureRow], state: State) -> None:
    rows.about["state"] = state
    for key, row in rows.items():
        rows.put(key, changed(row, state=state))


REPORTED_FIGURES = Projection(
    name="reported_figures",
    version=2,
    time=Time.ASSERTION,
    label=Label("提出文書の指標", "Reported figures"),
    row=ReportedFigureRow,
    reads=(e.ReportIssued, e.FigureStated, e.ReportReplaced, e.ReportWithdrawn),
    fold=fold,
)
