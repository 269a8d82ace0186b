"""The endpoint of bundles: what an evaluator carries away and checks alone."""

from tempfile import TemporaryFile
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from application.evidence.bundle.question import BundleAsked, Kind
from application.evidence.bundle.refusals import REFUSALS
from application.evidence.exports import export_bundle
from domain.base.event import Programme
from domain.base.values.fiscal_year import parse_fiscal_year
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.handing import NOT_RECORDED, Taker, file_answer, file_described
from interfaces.http.known import only_known
from interfaces.http.malformed import Malformed
from interfaces.http.queries import LARGEST_POSITION, ValidOn
from interfaces.verify_page import verify_page


def bundle_routes() -> APIRouter:
    """Give ``GET /evidence/bundle``."""
    router = APIRouter(
        prefix="/evidence", dependencies=[Depends(only_known)], tags=["証拠 / Evidence"]
    )

    @router.get(
        "/bundle",
        operation_id="evidence.bundle",
        summary="評価者が持ち帰る検証資料 / What an evaluator carries away and checks",
        response_class=StreamingResponse,
        responses={
            **file_described(
                "application/zip",
                "ZIP。形式は docs/bundle.md / a ZIP; docs/bundle.md is its format",
            ),
            **problems.documented(
                problems.NOT_SIGNABLE,
                problems.NO_SIGNING_KEY,
                *problems.codes_of(REFUSALS),
                *NOT_RECORDED,
            ),
        },
    )
    def bundle(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        taker: Taker,
        kind: Annotated[
            Kind,
            Query(
                alias="for",
                description="評価用（仮名は匿名ではない）か公表用か / "
                "for evaluation (a pseudonym is not anonymous) or for publication",
            ),
        ],
        programme: Annotated[
            Programme | None,
            Query(
                description="事業区分。省略すると、ただ一つの交付金事業 / "
                "whose scope; the only grant programme if not given"
            ),
        ] = None,
        valid_on: ValidOn = None,
        fiscal_years: Annotated[
            str | None,
            Query(
                description="年度、コンマ区切り。省略すると基準日の年度まで / "
                "fiscal years with commas between; all up to that of the day if not given",
                examples=["R6", "R6,R7"],
            ),
        ] = None,
        size: Annotated[
            int | None,
            Query(
                ge=1,
                le=LARGEST_POSITION,
                description="署名済みの件数。省略すると、いま署名する / "
                "a size that was signed; signed now if not given",
            ),
        ] = None,
    ) -> StreamingResponse:
        """Sign the log, unless an earlier size is asked for, and give its bundle.

        That it was given is recorded as an export, each time.
        """
        years = _years(fiscal_years)
        asked = BundleAsked(kind, programme, valid_on, years, as_of=size)
        file = TemporaryFile()  # noqa: SIM115 - it is closed once it was sent
        try:
            written, handed = export_bundle(consortium, asked, verify_page(), file, taker)
        except BaseException:
            file.close()
            raise
        name = f"{consortium.name}-{kind}-{written.question.size}.zip"
        return file_answer(handed, name, "application/zip")

    return router


def _years(text: str | None) -> tuple[int, ...]:
    try:
        return tuple(parse_fiscal_year(each) for each in text.split(",")) if text else ()
    except ValueError:
        raise Malformed.at(
            "query.fiscal_years",
            "R6 や 2024 の形の年度を、コンマで区切って入れてください。",
            "Give fiscal years such as R6 or 2024, with commas between.",
        ) from None
