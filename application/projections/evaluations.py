"""Evaluations (評価): which are there, by whom and of which years, and is one published?"""

from datetime import date
from typing import Annotated

from application.projecting.projection import Projection, Rows, Time, changed, rowclass, said_in
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.fields import Evidence, Year
from domain.base.words import Label
from domain.evaluation import events as e
from domain.evaluation.commands import EvaluationId


@rowclass
class EvaluationRow:
    """One evaluation; with `trail_key` everybody can read what the evaluator had read."""

    evaluation_id: EvaluationId
    programme: Programme
    number: e.EvaluationNumber
    kind: Annotated[e.EvaluationKind, Label("評価の種類", "kind of evaluation")]
    evaluator: e.Evaluator
    first_year: Annotated[Year, Label("対象の最初の年度", "first fiscal year")]
    last_year: Annotated[Year, Label("対象の最後の年度", "last fiscal year")]
    opened_on: Annotated[date, Label("開始日", "opened on")]
    desk_opened_on: Annotated[
        date | None, Label("閲覧の記録の開始日", "reading trail opened on")
    ] = None
    published_on: Annotated[date | None, Label("公表日", "published on")] = None
    document: Evidence | None = None
    trail_key: e.TrailKey | None = None
    without_trail_key: e.WithoutTrailKey = False


def fold(rows: Rows[EvaluationRow], recorded: Recorded) -> None:
    """Put one row for each evaluation."""
    event, day = recorded.event, recorded.event.effective_on
    if isinstance(event, e.EvaluationOpened):
        rows.put(
            f"{event.programme}|{event.number}",
            EvaluationRow(
                evaluation_id=recorded.stream,
                programme=event.programme,
                opened_on=day,
                **said_in(event, e.Scope),
            ),
        )
        return
    for key, row in rows.items():
        match event:
            case e.DeskOpened():
                rows.put(key, changed(row, desk_opened_on=day))
            case e.EvaluationPublished():
                rows.put(key, changed(row, published_on=day, **said_in(event, e.Published)))
            case _:
                pass


EVALUATIONS = Projection(
    name="evaluations",
    version=2,
    time=Time.ASSERTION,
    label=Label("評価", "Evaluations"),
    row=EvaluationRow,
    reads=(e.EvaluationOpened, e.DeskOpened, e.EvaluationPublished),
    fold=fold,
)
