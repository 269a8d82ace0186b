"""The endpoint of bundles: what an evaluator carries away and checks alone."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Annotated, BinaryIO

from fastapi import APIRouter, Depends, Header, Query
from fastapi.responses import StreamingResponse

from application.evidence.bundle.question import BundleAsked, Kind
from application.evidence.bundle.refusals import REFUSALS
from application.evidence.exports import REFUSALS as NOT_RECORDED
from application.evidence.exports import export_bundle
from application.evidence.reading import Token
from application.recorded import Entry
from domain.base.event import Programme
from domain.base.values.fiscal_year import parse_fiscal_year
from interfaces.http import problems
from interfaces.http.commands import ACTOR
from interfaces.http.consortia import Here
from interfaces.http.files import ANY_BYTES
from interfaces.http.known import only_known
from interfaces.http.malformed import Malformed
from interfaces.http.queries import LARGEST_POSITION, ValidOn
from interfaces.http.trail import HEADER
from interfaces.verify_page import verify_page

PIECE = 1 << 20
UNKNOWN = "unknown"


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
            200: {
                "description": "ZIP。形式は docs/bundle.md / a ZIP; docs/bundle.md is its format",
                "content": {"application/zip": ANY_BYTES},
            },
            **problems.documented(
                problems.NOT_SIGNABLE,
                problems.NO_SIGNING_KEY,
                problems.MOVED,
                *problems.codes_of((*REFUSALS, *NOT_RECORDED)),
            ),
        },
    )
    def bundle(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
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
        actor: Annotated[
            str | None,
            Header(
                alias="Ayumi-Actor",
                pattern=ACTOR,
                description="持ち出す人。省略すると unknown / who takes it; unknown if not given",
            ),
        ] = None,
        token: Annotated[
            str | None,
            Header(
                alias=HEADER,
                description="評価者の鍵。持ち出す人として、その評価を記録する / "
                "the evaluator's token: its evaluation is recorded as who takes it",
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
            written = export_bundle(consortium, asked, verify_page(), file, _by(actor, token))
        except BaseException:
            file.close()
            raise
        name = f"{consortium.name}-{kind}-{written.question.size}.zip"
        headers = {
            "Content-Disposition": f"attachment; filename={name}",
            "Content-Length": str(file.seek(0, 2)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return StreamingResponse(_pieces(file), media_type="application/zip", headers=headers)

    return router


def _by(actor: str | None, token: str | None) -> Entry:
    """Give who takes it: an evaluation, whose token was looked at already, or who they say."""
    if token is not None:
        return Entry(actor=f"evaluation:{Token.read(token).evaluation}", role="evaluator")
    return Entry(actor=actor) if actor else Entry(actor=UNKNOWN, role=UNKNOWN)


def _years(text: str | None) -> tuple[int, ...]:
    try:
        return tuple(parse_fiscal_year(each) for each in text.split(",")) if text else ()
    except ValueError:
        raise Malformed.at(
            "query.fiscal_years",
            "R6 や 2024 の形の年度を、コンマで区切って入れてください。",
            "Give fiscal years such as R6 or 2024, with commas between.",
        ) from None


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece
