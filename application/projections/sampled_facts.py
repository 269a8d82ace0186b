"""Sampled facts (抽出した事実): which facts did an evaluator draw, and what was found of each?"""

from datetime import date
from typing import Annotated
from uuid import UUID

from application.projecting.projection import Projection, Rows, Time, changed, rowclass
from application.recorded import Recorded
from domain.base.event import Programme
from domain.base.words import Code, Label
from domain.evaluation import events as e
from domain.evaluation.commands import EvaluationId
from domain.evaluation.draw import Seed


class Examined(Code):
    """What was found of a sampled fact, or that nobody has looked at it."""

    NOT_EXAMINED = "not-examined", "未確認", "not examined"
    SEEN = "seen", "確認した", "seen"
    DOUBTED = "doubted", "疑義あり", "doubted"
    WITHOUT_EVIDENCE = "without-evidence", "証拠なし", "without evidence"


EXAMINED = {each.value: each for each in Examined}


@rowclass
class SampledFactRow:
    """One fact of one draw; draws of an evaluation are counted from 1, as are facts of a draw."""

    evaluation_id: EvaluationId
    programme: Programme
    evaluation: e.EvaluationNumber
    draw: Annotated[int, Label("抽出の回", "which draw")]
    seed: Seed
    order: Annotated[int, Label("抽出の順", "order in the draw")]
    fact_position: e.Position
    fact: Annotated[UUID, Label("記録", "record")]
    fact_version: e.Version
    finding: Annotated[Examined, Label("所見の区分", "finding")] = Examined.NOT_EXAMINED
    examined_on: Annotated[date | None, Label("確認日", "examined on")] = None
    note: e.SealedNote | None = None


def fold(rows: Rows[SampledFactRow], recorded: Recorded) -> None:
    """Put one row for each fact of each draw."""
    event, about = recorded.event, rows.about
    match event:
        case e.EvaluationOpened():
            about["number"] = event.number
        case e.SampleDrawn():
            draw = about["draws"] = about.get("draws", 0) + 1
            for order, each in enumerate(event.facts, start=1):
                row = SampledFactRow(
                    evaluation_id=recorded.stream,
                    programme=event.programme,
                    evaluation=about["number"],
                    draw=draw,
                    seed=event.seed,
                    order=order,
                    fact_position=each.position,
                    fact=each.fact,
                    fact_version=each.fact_version,
                )
                # What was examined before it was drawn has been examined.
                found = about.get(_name(each.fact, each.fact_version))
                rows.put(_key(row), _with(row, found) if found else row)
        case e.FactExamined():
            about[_name(event.fact, event.fact_version)] = event
            for key, row in rows.items():
                if (row.fact, row.fact_version) == (event.fact, event.fact_version):
                    rows.put(key, _with(row, event))
        case _:
            pass


def _key(row: SampledFactRow) -> str:
    return f"{row.programme}|{row.evaluation}|{row.draw:03}|{row.order:03}"


def _name(fact: UUID, version: int) -> str:
    return f"{fact}|{version}"


def _with(row: SampledFactRow, found: e.FactExamined) -> SampledFactRow:
    finding = EXAMINED[found.finding.value]
    return changed(row, finding=finding, examined_on=found.effective_on, note=found.note)


SAMPLED_FACTS = Projection(
    name="sampled_facts",
    version=1,
    time=Time.ASSERTION,
    label=Label("抽出した事実", "Sampled facts"),
    row=SampledFactRow,
    reads=(e.EvaluationOpened, e.SampleDrawn, e.FactExamined),
    fold=fold,
    filters=("finding",),
)
