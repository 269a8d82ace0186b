"""The endpoint of restatements: which reported figures no longer hold, and why."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from application.evidence.restated import RestatementsAsked, answer_restatements
from application.evidence.restatement import Outcome
from application.evidence.told import Bilingual, Told
from domain.base.event import Programme
from domain.base.figure import Scalar
from domain.base.titles import TITLED
from domain.base.words import Label
from domain.report.events import Addressee, Kind, ReportTitle
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText
from interfaces.http.shapes import FiscalYearAnswer, Heading

Every = Annotated[
    bool,
    Query(
        alias="all",
        description="記録のとおりの値も返す / give the figures that still hold as well",
    ),
]


class LineAnswer(BaseModel):
    """One line of a breakdown: what it is for, in the order of `by`, and its value."""

    model_config = TITLED

    by: Annotated[list[Scalar], Label("区分", "by")]
    value: Annotated[int | None, Label("値", "value")]


class RecordSays(BaseModel):
    """What the record says: a value under a version of the definition, or why there is none."""

    model_config = TITLED

    definition_version: Annotated[int | None, Label("定義の版", "definition version")]
    value: Annotated[int | None, Label("値", "value")]
    why_no_value: Annotated[Bilingual | None, Label("値がない理由", "why it has no value")]
    breakdown: Annotated[list[LineAnswer], Label("内訳", "breakdown")]


class CarriedBy(BaseModel):
    """A document that carries the value, and what the record said when the value was taken.

    `causes` holds the positions of those causes that came after that.
    """

    model_config = TITLED

    report: Annotated[UUID, Label("提出文書", "report")]
    number: Annotated[str, Label("文書番号", "document number")]
    kind: Annotated[Kind, Label("文書の種類", "kind")]
    title: ReportTitle
    addressee: Addressee
    issued_on: Annotated[date, Label("提出日", "issued on")]
    place: Annotated[str | None, Label("記載箇所", "place in the document")]
    position: Annotated[int, Label("記載を入力した位置", "position at which this was recorded")]
    at_position: Annotated[int | None, Label("値を取った記録の位置", "at position")]
    then: Annotated[RecordSays | None, Label("当時の記録", "what the record said then")]
    as_recorded: Annotated[
        Outcome | None, Label("当時の記録との比較", "compared with the record then")
    ]
    why_no_cause: Annotated[
        Bilingual | None, Label("原因を示せない理由", "why no cause can be given")
    ]
    causes: Annotated[list[int], Label("原因の位置", "positions of the causes")]


class CauseTold(Told):
    """An event that makes the difference; `about` says what was corrected or voided."""

    about: Annotated[Bilingual | None, Label("訂正・取消の対象", "what it corrects or voids")]


class ReportedFigure(BaseModel):
    """A value that documents carry, what the record says now, and what made the difference.

    `now` is under the definition that the documents used, `otherwise` under the one in force today
    where that is another version.
    """

    model_config = TITLED

    figure: Annotated[str, Label("指標", "figure", "kpi1")]
    title: Annotated[Bilingual | None, Label("指標の名称", "title")]
    unit: Annotated[Bilingual | None, Label("単位", "unit")]
    programme: Programme
    fiscal_year: Annotated[FiscalYearAnswer | None, Label("年度", "fiscal year")]
    taken_on: Annotated[date, Label("値の基準日", "taken on")]
    definition_version: Annotated[int | None, Label("定義の版", "definition version")]
    by: Annotated[list[str], Label("内訳の区分", "broken down by")]
    outcome: Annotated[Outcome, Label("比較の結果", "outcome")]
    outcome_in_words: Annotated[Bilingual, Label("比較の結果（言葉）", "outcome in words")]
    value: Annotated[int, Label("文書の値", "stated value")]
    breakdown: Annotated[list[LineAnswer], Label("文書の内訳", "stated breakdown")]
    now: Annotated[RecordSays, Label("今の記録", "what the record says now")]
    otherwise: Annotated[
        RecordSays | None, Label("今の定義では", "under the definition in force now")
    ]
    documents: Annotated[list[CarriedBy], Label("載せた文書", "documents that carry it")]
    causes: Annotated[list[CauseTold], Label("違いの原因", "causes")]


class RestatementsAnswer(Heading):
    """Reported figures that no longer hold; how many are stated in all, and how many hold."""

    valid_on: Annotated[date, Label("基準日", "valid on")]
    stated: Annotated[int, Label("文書の指標の数", "figures stated")]
    holding: Annotated[int, Label("記録のとおりの数", "figures that hold")]
    items: Annotated[list[ReportedFigure], Label("指標", "figures")]


def restatement_routes() -> APIRouter:
    """Give ``GET /evidence/restatements``."""
    router = APIRouter(dependencies=[Depends(only_known)])

    @router.get(
        "/evidence/restatements",
        operation_id="evidence.restatements",
        summary="遡及訂正 / Reported figures that no longer hold",
        tags=["証拠 / Evidence"],
        response_model=RestatementsAnswer,
        responses=problems.documented(),
    )
    def restatements(
        consortium: Here,
        as_of: AsOfText = None,
        every: Every = False,  # noqa: FBT002 - the query's default
    ) -> JSONResponse:
        """Give what documents state that stand, what the record says now, and what differs why."""
        return JSONResponse(answer_restatements(consortium, RestatementsAsked(as_of, every)))

    return router
