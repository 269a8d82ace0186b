"""Questions (評価者の質問): what did an evaluator ask, and what is not answered yet?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.words import Label
from domain.evaluation import events as e
from domain.evaluation.commands import EvaluationId


@rowclass
class QuestionRow:
    """One question with its last answer; `answered_on` is the day of the first."""

    evaluation_id: EvaluationId
    programme: Programme
    evaluation: e.EvaluationNumber
    question: e.QuestionNumber
    fact: Annotated[UUID | None, Label("質問の対象の記録", "record asked about")]
    fact_version: e.Version | None
    text: e.SealedQuestion
    asked_on: Annotated[date, Label("質問日", "asked on")]
    answered: Annotated[bool, Label("回答済み", "answered")] = False
    answered_on: Annotated[date | None, Label("回答日", "answered on")] = None
    answer: e.SealedAnswer | None = None
    evidence: Annotated[int, Label("添えた証拠の数", "pieces of evidence given")] = 0


def fold(rows: Rows[QuestionRow], recorded: Recorded) -> None:
    """Put one row for each question."""
    event, about = recorded.event, rows.about
    match event:
        case e.EvaluationOpened():
            about["number"] = event.number
        case e.QuestionAsked():
            row = QuestionRow(
                evaluation_id=recorded.stream,
                programme=event.programme,
                evaluation=about["number"],
                question=event.question,
                fact=event.fact,
                fact_version=event.fact_version,
                text=event.text,
                asked_on=event.effective_on,
            )
            rows.put(f"{row.programme}|{row.evaluation}|{row.question:04}", row)
        case e.QuestionAnswered():
            for key, asked in rows.items():
                if asked.question == event.question:
                    rows.put(key, _with(asked, event))
        case _:
            pass


def _with(row: QuestionRow, event: e.QuestionAnswered) -> QuestionRow:
    return changed(
        row,
        answered=True,
        answered_on=row.answered_on or event.effective_on,
        answer=event.text,
        evidence=row.evidence + len(event.evidence),
    )


QUESTIONS = Projection(
    name="questions",
    version=1,
    time=Time.ASSERTION,
    label=Label("評価者の質問", "Questions of evaluators"),
    row=QuestionRow,
    reads=(e.EvaluationOpened, e.QuestionAsked, e.QuestionAnswered),
    fold=fold,
    filters=("answered",),
)
