"""The endpoint of samples: what a seed draws, without recording it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from application.evidence.drawing import SampleAsked
from application.evidence.sample import answer_sample
from application.evidence.told import Told
from domain.base.event import EffectiveOn
from domain.base.figure import FigureCode
from domain.base.titles import TITLED
from domain.base.words import Label
from domain.evaluation.draw import Seed
from domain.evaluation.events import LARGEST_SAMPLE, FrameDigest, FrameSize, Sample
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.figures import OfYear, Scope
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText, ValidOn
from interfaces.http.shapes import Heading


class Frame(BaseModel):
    """What a sample is drawn from: how many facts, and the SHA-256 of their positions.

    Of the positions in ascending order, each as a decimal number that ends with LF.
    """

    model_config = TITLED

    size: FrameSize
    sha256: FrameDigest


class DrawCommand(Sample):
    """The body that records exactly this sample."""

    effective_on: EffectiveOn


class SampleAnswer(Heading):
    """What a seed draws, in the order of the draw, and the command that would record it."""

    frame: Annotated[Frame, Label("母集団", "drawn from")]
    drawn: Annotated[list[Told], Label("抽出した事実", "facts drawn")]
    command: Annotated[DrawCommand, Field(title="記録する命令 / command to record it")]


def sample_routes() -> APIRouter:
    """Give ``GET /evidence/sample``."""
    router = APIRouter(prefix="/evidence", dependencies=[Depends(only_known)])

    @router.get(
        "/sample",
        operation_id="evidence.sample",
        summary="種による抽出（記録しない） / A sample by a seed, without recording it",
        tags=["証拠 / Evidence"],
        response_model=SampleAnswer,
        responses=problems.documented(problems.NOT_SIGNABLE),
    )
    def sample(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        seed: Annotated[Seed, Query(description="評価者が選ぶ種 / a seed of the evaluator's own")],
        size: Annotated[
            int, Query(ge=1, le=LARGEST_SAMPLE, description="抽出する件数 / how many to draw")
        ],
        programme: Scope,
        figure: Annotated[
            FigureCode | None,
            Query(description="抽出元の指標 / from the facts of this figure", examples=["kpi1"]),
        ] = None,
        fiscal_year: OfYear = None,
        topics: Annotated[
            str | None,
            Query(
                description="抽出元の事実の種類。コンマで区切る / from all facts of these kinds, "
                "separated by commas; instead of a figure",
                examples=["expenditure.paid,fact.counted"],
            ),
        ] = None,
        valid_on: ValidOn = None,
        as_of: AsOfText = None,
    ) -> JSONResponse:
        """Draw; the same seed draws the same of the same facts, whoever asks and however often."""
        kinds = tuple(dict.fromkeys(topics.split(","))) if topics else ()
        asked = SampleAsked(seed, size, programme, figure, fiscal_year, kinds, valid_on, as_of)
        return JSONResponse(answer_sample(consortium, asked))

    return router
