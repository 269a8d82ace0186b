"""Every refusal as an RFC 9457 problem: a stable code, both languages, what to do."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from application.execute import NotFound, Stale
from application.moments import NotAMoment
from application.ports import ClockRefused, KeyReused, StreamMoved, Unavailable
from application.projections.query import Behind, CursorUnread, DayNotAsked
from domain.base.rule import Rule, RuleBroken

MEDIA_TYPE = "application/problem+json"


class Where(BaseModel):
    """One place in the request, and what is wrong there. It never repeats what was sent."""

    where: str
    what: str


class Problem(BaseModel):
    """An RFC 9457 problem. `code` is stable; `title` and `title_en` say it for people."""

    type: str
    title: str
    title_en: str
    status: int
    code: str
    detail: str | None = None
    errors: list[Where] = []


class PreconditionMissing(Exception):  # noqa: N818 - an outcome
    """A command on an existing record came without the version that the caller saw."""


MALFORMED = Rule("malformed", "入力の形式が正しくありません。", "The request is malformed.")
KEY_REUSED = Rule(
    "idempotency-key-reused",
    "この Idempotency-Key は別の内容で使われています。新しいキーで送ってください。",
    "This Idempotency-Key was used for something else; send a new one.",
)
NOT_FOUND = Rule("not-found", "その記録はありません。", "There is no such record.")
STALE = Rule(
    "stale",
    "記録が更新されています。読み直してからやり直してください。",
    "The record has moved on; read it again and repeat.",
)
MOVED = Rule(
    "record-moved",
    "判断の元になった記録が同時に変わりました。もう一度送ってください。",
    "A record that this relied on changed at the same time; send it again.",
)
PRECONDITION = Rule(
    "if-match-missing",
    "If-Match に、見た版を入れてください。",
    "Give the version you saw in If-Match.",
)
UNAVAILABLE = Rule(
    "unavailable",
    "記録に届きませんでした。同じ Idempotency-Key で送り直してください。",
    "The log could not be reached in time; send it again with the same Idempotency-Key.",
)
BEHIND = Rule(
    "behind",
    "表示用の集計がまだその時点に達していません。少し待ってください。",
    "The projection has not reached that position yet; wait a moment.",
)
NO_DAY = Rule(
    "valid-on-not-asked",
    "この一覧に基準日の指定はできません。記録時点（as_of）を使ってください。",
    "This list is about the record itself: it has no valid_on; use as_of.",
)
CLOCK = Rule(
    "clock-refused",
    "この記録は外からの時刻を受け付けません。",
    "This log takes no time from outside.",
)


def problem(
    status: int, rule: Rule, detail: str | None = None, errors: Sequence[Where] = ()
) -> JSONResponse:
    """Give a problem as a response."""
    body = Problem(
        type=f"urn:ayumi:problem:{rule.code}",
        title=rule.ja,
        title_en=rule.en,
        status=status,
        code=rule.code,
        detail=detail,
        errors=list(errors),
    )
    headers = {"Retry-After": "1"} if status == 503 else None  # noqa: PLR2004 - its own name
    content = body.model_dump(exclude_none=True)
    return JSONResponse(content, status, headers=headers, media_type=MEDIA_TYPE)


def places(error: RequestValidationError | ValidationError) -> list[Where]:
    """Say where a request is wrong, without what it held: that may be personal."""
    return [
        Where(where=".".join(map(str, one["loc"])) or "body", what=one["msg"])
        for one in error.errors()
    ]


def answer_problems(app: FastAPI) -> None:
    """Give every error its problem."""

    def told(status: int, rule: Rule) -> Any:  # noqa: ANN401 - starlette's handler type
        async def handler(_request: Request, error: Exception) -> JSONResponse:
            return problem(status, rule, str(error) or None)

        return handler

    for kind, status, rule in (
        (NotFound, 404, NOT_FOUND),
        (Stale, 412, STALE),
        (StreamMoved, 409, MOVED),
        (KeyReused, 422, KEY_REUSED),
        (Unavailable, 503, UNAVAILABLE),
        (Behind, 503, BEHIND),
        (PreconditionMissing, 428, PRECONDITION),
        (DayNotAsked, 422, NO_DAY),
        (NotAMoment, 422, MALFORMED),
        (CursorUnread, 422, MALFORMED),
        (ClockRefused, 422, CLOCK),
    ):
        app.add_exception_handler(kind, told(status, rule))

    @app.exception_handler(RuleBroken)
    async def refused(_request: Request, error: RuleBroken) -> JSONResponse:
        where = [Where(where=name, what=str(value)) for name, value in error.where.items()]
        return problem(409, error.rule, errors=where)

    @app.exception_handler(RequestValidationError)
    @app.exception_handler(ValidationError)
    async def malformed(
        _request: Request, error: RequestValidationError | ValidationError
    ) -> JSONResponse:
        return problem(422, MALFORMED, errors=places(error))

    @app.exception_handler(HTTPException)
    async def http(_request: Request, error: HTTPException) -> JSONResponse:
        rule = NOT_FOUND if error.status_code == 404 else Rule("http", "", str(error.detail))  # noqa: PLR2004
        return problem(error.status_code, rule)


def documented(*answers: tuple[int, Sequence[Rule]]) -> dict[int | str, dict[str, Any]]:
    """Give the OpenAPI description of the problems that an endpoint can answer."""
    return {
        status: {
            "model": Problem,
            "description": "\n".join(f"`{rule.code}`: {rule.ja} {rule.en}" for rule in rules),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, rules in answers
    }
