"""The order form of a commission: as data, and as a file that can be printed."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from fastapi.responses import JSONResponse, StreamingResponse

from application.documents.files import order_form_file
from application.documents.order_form.answer import order_form
from application.documents.order_form.page import TITLE, file_name
from application.documents.order_form.shape import FilledForm
from application.evidence.exports import hand_over
from application.registry import AGGREGATES
from application.viewing.answer import ViewAsked
from domain.base.titles import both
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.handing import NOT_RECORDED, Taker, file_answer, file_described
from interfaces.http.known import only_known
from interfaces.http.queries import AsOfText, Open, ValidOn
from interfaces.http.shapes import Heading

COMMISSION = AGGREGATES["commission"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CommissionId = Annotated[UUID, Path(description="個別委託 / the commission")]


class OrderFormAnswer(Heading, FilledForm):
    """The order form of a commission; the xlsx says the same."""


def order_form_routes() -> APIRouter:
    """Give ``GET /commissions/<stream>/order-form``, and the same with ``.xlsx``."""
    router = APIRouter(dependencies=[Depends(only_known)])
    address = f"/{COMMISSION.area}/{{stream_id}}/order-form"
    refusals = (problems.NOT_FOUND, problems.NO_TERMS)

    @router.get(
        address,
        operation_id="commission.order-form",
        summary=both(TITLE),
        tags=[both(COMMISSION.label)],
        response_model=OrderFormAnswer,
        responses=problems.documented(*refusals),
    )
    def as_data(
        consortium: Here,
        stream_id: CommissionId,
        valid_on: ValidOn = None,
        as_of_text: AsOfText = None,
        open: Open = False,  # noqa: A002, FBT002 - the parameter's name, and the query's default
    ) -> JSONResponse:
        """Give the 12 items, with what is not recorded and what is undecided said as such."""
        asked = ViewAsked(valid_on, as_of_text, opened=open)
        return JSONResponse(order_form(consortium, stream_id, asked))

    @router.get(
        f"{address}.xlsx",
        operation_id="commission.order-form-xlsx",
        summary=f"{TITLE.ja}の印刷用ファイル / {TITLE.en}, to be printed",
        tags=[both(COMMISSION.label)],
        response_class=StreamingResponse,
        responses={
            **file_described(XLSX, "A4 縦 / A4 upright"),
            **problems.documented(*refusals, *NOT_RECORDED),
        },
    )
    def as_file(  # noqa: PLR0913, PLR0917 - the parts of one question
        consortium: Here,
        taker: Taker,
        stream_id: CommissionId,
        valid_on: ValidOn = None,
        as_of_text: AsOfText = None,
        open: Open = False,  # noqa: A002, FBT002 - the parameter's name, and the query's default
    ) -> StreamingResponse:
        """Give the same form as an xlsx; that it was given is recorded as an export, each time."""
        answer = order_form(consortium, stream_id, ViewAsked(valid_on, as_of_text, opened=open))
        handed = hand_over(consortium, order_form_file(consortium, answer, opened=open), taker)
        return file_answer(handed, file_name(answer), XLSX)

    return router
