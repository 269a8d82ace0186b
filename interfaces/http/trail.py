"""The evaluator's reading trail: what carries the token is kept before it is answered.

It is the one place where that happens, for every address of a consortium. What comes without the
header goes straight through.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.evidence.reading import NotThisDesk, Token
from application.evidence.told import Bilingual
from application.evidence.trail import OpenTrail, answer_trail, opened_by
from application.ports import Unavailable
from application.service import Consortium
from domain.base.titles import TITLED
from domain.base.words import Label
from interfaces.http import problems, refusing
from interfaces.http.consortia import Here
from interfaces.http.known import only_known

HEADER = "Ayumi-Evaluation"
ANSWERED = "Ayumi-Reading"
CLOSED = "closed"
Sent = Annotated[
    str | None,
    Header(
        alias=HEADER,
        description="評価者のトークン。机が開いている間、評価者の名での記録に要る / the token: "
        "while a desk is open, what is recorded in the evaluator's name needs it",
    ),
]
_SENT = HEADER.lower().encode()
_PARTS = ("", "api", "v1", "c")


class ReadingTrail:
    """Keeps what comes with a token, and refuses what it cannot keep."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what carries no token costs a look at its headers."""
        token = _token(scope)
        consortium = _consortium(scope) if token is not None else None
        if token is None or consortium is None:
            await self._app(scope, receive, send)
            return
        try:
            trail = await run_in_threadpool(opened_by, consortium, token)
        except NotThisDesk:
            refused = refusing.problem(
                Request(scope), problems.NOT_THIS_DESK, headers={"WWW-Authenticate": HEADER}
            )
            await refused(scope, receive, send)
            return
        except Unavailable:
            await refusing.problem(Request(scope), problems.NOT_KEPT)(scope, receive, send)
            return
        await self._app(scope, receive, _Keeping(consortium, trail, scope, receive, send))


class _Keeping:
    """Sends an answer on once the reading is kept; if it cannot be, sends a refusal instead."""

    def __init__(
        self,
        consortium: Consortium,
        trail: OpenTrail,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self._consortium, self._trail = consortium, trail
        self._scope, self._receive, self._send = scope, receive, send
        self._refused = False

    async def __call__(self, message: Message) -> None:
        if self._refused:
            return
        if message["type"] == "http.response.start":
            try:
                said = await run_in_threadpool(self._keep, message["status"])
            except Unavailable:
                self._refused = True
                refusal = refusing.problem(Request(self._scope), problems.NOT_KEPT)
                await refusal(self._scope, self._receive, self._send)
                return
            MutableHeaders(scope=message)[ANSWERED] = said
        await self._send(message)

    def _keep(self, status: int) -> str:
        trail, scope = self._trail, self._scope
        if trail.closed:
            return CLOSED
        asked = scope["query_string"].decode("latin-1")
        path = "/" + "/".join(scope["path"].split("/")[len(_PARTS) + 1 :])
        kept = self._consortium.trails.add(
            trail.evaluation,
            trail.key,
            scope["method"],
            f"{path}?{asked}" if asked else path,
            status,
        )
        return f"{kept.number} {kept.sha256}"


async def at_the_desk(consortium: Here, token: Sent = None) -> dict[str, str | None]:
    """Give the field of a command that follows from the token; nothing follows from none."""
    return {} if token is None else {"desk_key": consortium.trails.key(Token.read(token))}


async def at_no_desk() -> dict[str, str | None]:
    """Give no field: a token changes nothing about the command."""
    return {}


def _token(scope: Scope) -> str | None:
    if scope["type"] != "http":
        return None
    for name, value in scope["headers"]:
        if name == _SENT:
            sent: str = value.decode("latin-1")
            return sent
    return None


def _consortium(scope: Scope) -> Consortium | None:
    # What no consortium answers reads nothing of one.
    *prefix, name = (*scope["path"].split("/"), *_PARTS)[: len(_PARTS) + 1]
    found: Consortium | None = scope["app"].state.consortia.get(name)
    return found if tuple(prefix) == _PARTS else None


class ReadingTold(BaseModel):
    """One request of the evaluator, and the place of its entry in the trail."""

    model_config = TITLED

    number: Annotated[int, Label("番号", "number")]
    sha256: Annotated[str, Label("項目のSHA-256", "SHA-256 of the entry")]
    at: Annotated[str, Label("日時（UTC）", "when, in UTC")]
    method: Annotated[str, Label("操作", "method", "GET")]
    path: Annotated[str, Label("照会", "what was asked", "/figures/kpi1?fiscal_year=R6")]
    status: Annotated[int, Label("HTTPの状態", "HTTP status", "200")]


class LastReading(BaseModel):
    """The last entry: its number and its SHA-256; 0 and zeros if there is none."""

    model_config = TITLED

    number: Annotated[int, Label("番号", "number")]
    sha256: Annotated[str, Label("項目のSHA-256", "SHA-256 of the entry")]


class TrailAnswer(BaseModel):
    """What an evaluator read, in order; where the trail is broken, it is told up to there."""

    model_config = TITLED

    evaluation: Annotated[UUID, Label("評価", "evaluation")]
    published: Annotated[bool, Label("公表済み", "published")]
    readings: Annotated[list[ReadingTold], Label("閲覧", "readings")]
    last: Annotated[LastReading, Label("最後の閲覧", "last reading")]
    broken_at: Annotated[int | None, Label("壊れている番号", "broken at")]
    notes: Annotated[list[Bilingual], Label("注記", "what to know")]


def trail_routes() -> APIRouter:
    """Give ``GET /evaluations/{evaluation}/trail``."""
    router = APIRouter(dependencies=[Depends(only_known)])

    @router.get(
        "/evaluations/{evaluation}/trail",
        operation_id="evaluation.trail",
        summary="評価者の閲覧の記録 / What the evaluator read",
        tags=["証拠 / Evidence"],
        response_model=TrailAnswer,
        responses=problems.documented(problems.NOT_FOUND, problems.TRAIL_SEALED),
    )
    def trail(
        consortium: Here,
        evaluation: Annotated[UUID, Path(description="評価 / the evaluation")],
        token: Annotated[
            str | None,
            Header(
                alias=HEADER,
                description="評価者の鍵。公表の後は要らない / the evaluator's token; "
                "not needed once the evaluation is published",
            ),
        ] = None,
    ) -> JSONResponse:
        """Give the trail to the evaluator or, once it is published, to everybody."""
        return JSONResponse(answer_trail(consortium, evaluation, token))

    return router
