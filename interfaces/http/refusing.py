"""How an exception becomes a problem: every refusal is said in one form, in one place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import psycopg
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from application.asking.moments import NotAMoment
from application.asking.query import Behind, CursorUnread, DayNotAsked, OtherVersion, Stopped
from application.decision import NotFound
from application.documents.order_form.answer import NoTerms
from application.evidence.desk import NoKey, SigningRefused
from application.evidence.difference import WrongOrder
from application.evidence.drawing import NoFrame
from application.evidence.files import FileDamaged, FileErased, NoFile
from application.evidence.moved import NoSuchEvent
from application.evidence.note import NoteUnread
from application.evidence.proofs import NoSuchSize, OfAnotherRecord
from application.evidence.reading import NotThisDesk
from application.evidence.trail import TrailSealed
from application.execute import Stale
from application.plain import plain
from application.ports import Indigestible, KeyReused, StreamMoved, Unavailable
from domain.base.rule import RuleBroken
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import UnknownConsortium
from interfaces.http.malformed import Malformed, Where, places

RETRY_AFTER_SECONDS = 1
logger = structlog.get_logger()

Language = Literal["ja", "en"]


def preferred(request: Request) -> Language:
    """Give the language that the caller would rather read; Japanese unless English comes first."""
    weights = {"ja": 0.0, "en": 0.0}
    for part in request.headers.get("Accept-Language", "").lower().split(","):
        tag, _, weight = part.strip().partition(";q=")
        language = tag.partition("-")[0]
        if language in weights:
            weights[language] = max(weights[language], _weight(weight))
    return "en" if weights["en"] > weights["ja"] else "ja"


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def problem(
    request: Request,
    outcome: problems.Outcome,
    *,
    about: Mapping[str, object] | None = None,
    errors: Sequence[Where] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Give a problem as a response."""
    language = preferred(request)
    body = problems.Problem(
        type=f"urn:ayumi:problem:{outcome.code}",
        title=outcome.en if language == "en" else outcome.ja,
        title_ja=outcome.ja,
        title_en=outcome.en,
        status=outcome.status,
        code=outcome.code,
        about={name: _text(value) for name, value in (about or {}).items()},
        errors=list(errors),
    )
    later = outcome.status == problems.UNAVAILABLE.status
    retry = {"Retry-After": str(RETRY_AFTER_SECONDS)} if later else {}
    return JSONResponse(
        body.model_dump(exclude_defaults=True),
        outcome.status,
        headers={
            "Content-Language": language,
            "Vary": "Accept-Language",
            **retry,
            **(headers or {}),
        },
        media_type=problems.MEDIA_TYPE,
    )


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


Told = Callable[[Any], tuple[problems.Outcome, dict[str, Any]]]

MOMENT = Label(
    "日付（2024-10-01）、時差を付けた時刻（2024-10-01T09:00:00+09:00）、"
    "または最後の位置までの位置を入れてください。",
    "Give a day (2024-10-01), a time with its offset (2024-10-01T09:00:00+09:00), "
    "or a position up to the last.",
)
EVENT = Label(
    "1 から記録の最後までの、一覧に示される事実の位置を入れてください。",
    "Give the position of an event that lists show, from 1 to the last of the record.",
)
RECORD = Label(
    "その位置の事実は、この記録のものではありません。記録に示される位置を入れてください。",
    "The event at that position is not of this record; give a position that the record shows.",
)
SIZE = Label(
    "記録の最後の位置までの件数を入れてください。size は position 以上、to は from 以上です。",
    "Give a size up to the log's last position; size is at least position, and to at least from.",
)
NOTE = Where(
    where="body.note",
    ja="署名された記録確定点（c2sp.org/tlog-checkpoint）ではありません。",
    en="It is not a signed checkpoint (c2sp.org/tlog-checkpoint).",
)
ORDER = Where(
    where="query.from",
    ja="from は to より後の時点です。入れ替えてください。",
    en="The moment in from comes after the one in to; turn them round.",
)
FRAME = Where(
    where="query.figure",
    ja="figure（指標）か topics（一覧に示される事実の種類）の一方を入れてください。"
    "メンタリングとキャリア支援は抽出しません。"
    "fiscal_year は figure とだけ使えます。",
    en="Give either figure or topics (kinds of events that lists show, but not of mentoring or"
    " career support);"
    " fiscal_year goes with figure.",
)
CURSOR = Where(
    where="query.cursor",
    ja="この一覧の next_cursor をそのまま入れてください。",
    en="Give a next_cursor of this list, unchanged.",
)


def _at(word: str, wrong: Label) -> Where:
    return Where(where=f"query.{word}", ja=wrong.ja, en=wrong.en)


def _which(error: Indigestible) -> dict[str, object]:
    known = {"position": error.position, "topic": error.topic}
    return {name: value for name, value in known.items() if value is not None}


# What went wrong, and how it is told. A message that came with it stays inside.
_TOLD: dict[type[Exception], Told] = {
    UnknownConsortium: lambda _: (problems.NO_CONSORTIUM, {}),
    NotFound: lambda _: (problems.NOT_FOUND, {}),
    NotThisDesk: lambda _: (
        problems.NOT_THIS_DESK,
        {"headers": {"WWW-Authenticate": "Ayumi-Evaluation"}},
    ),
    TrailSealed: lambda error: (problems.TRAIL_SEALED, {"about": plain(error.why)}),
    NoFile: lambda _: (problems.NO_FILE, {}),
    NoTerms: lambda _: (problems.NO_TERMS, {}),
    FileErased: lambda _: (problems.FILE_ERASED, {}),
    FileDamaged: lambda _: (problems.FILE_DAMAGED, {}),
    RuleBroken: lambda error: (problems.Outcome.of(error.rule), {"about": error.where}),
    # Why is for the operator: it names files of the machine.
    SigningRefused: lambda _: (problems.NOT_SIGNABLE, {}),
    NoKey: lambda _: (problems.NO_SIGNING_KEY, {}),
    StreamMoved: lambda error: (problems.MOVED, {"about": {"streams": sorted(error.streams)}}),
    Stale: lambda error: (problems.STALE, {"about": {"version": error.version}}),
    Malformed: lambda error: (problems.MALFORMED, {"errors": error.places}),
    RequestValidationError: lambda error: (problems.MALFORMED, {"errors": places(error.errors())}),
    NotAMoment: lambda error: (problems.MALFORMED, {"errors": [_at(error.word, MOMENT)]}),
    NoSuchEvent: lambda _: (problems.MALFORMED, {"errors": [_at("position", EVENT)]}),
    OfAnotherRecord: lambda _: (problems.MALFORMED, {"errors": [_at("stream", RECORD)]}),
    NoSuchSize: lambda error: (problems.MALFORMED, {"errors": [_at(error.word, SIZE)]}),
    NoFrame: lambda _: (problems.MALFORMED, {"errors": [FRAME]}),
    NoteUnread: lambda _: (problems.MALFORMED, {"errors": [NOTE]}),
    WrongOrder: lambda _: (problems.MALFORMED, {"errors": [ORDER]}),
    CursorUnread: lambda _: (problems.MALFORMED, {"errors": [CURSOR]}),
    KeyReused: lambda _: (problems.KEY_REUSED, {}),
    DayNotAsked: lambda _: (problems.NO_DAY, {}),
    problems.PreconditionMissing: lambda _: (problems.PRECONDITION, {}),
    OtherVersion: lambda error: (problems.OTHER_VERSION, {"about": {"version": error.version}}),
    Stopped: lambda error: (
        problems.STOPPED,
        {"about": {"position": error.position, "failed_at": error.failed_at}},
    ),
    Behind: lambda error: (problems.BEHIND, {"about": {"position": error.position}}),
    Unavailable: lambda _: (problems.UNAVAILABLE, {}),
    Indigestible: lambda error: (problems.UNREADABLE, {"about": _which(error)}),
    # The pool of the readers says it itself.
    psycopg.OperationalError: lambda _: (problems.UNAVAILABLE, {}),
    Exception: lambda _: (problems.INTERNAL, {}),
}
_BY_STATUS: Mapping[int, problems.Outcome] = {
    404: problems.NO_ADDRESS,
    405: problems.METHOD,
    400: problems.MALFORMED,
}


def answer_problems(app: FastAPI) -> None:
    """Give every error its problem."""
    for kind, told in _TOLD.items():
        app.add_exception_handler(kind, _handler(told))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        outcome = _BY_STATUS.get(error.status_code, problems.INTERNAL)
        return problem(request, outcome, headers=error.headers)


def _handler(told: Told) -> Any:  # noqa: ANN401 - starlette's handler type
    async def handler(request: Request, error: Exception) -> JSONResponse:
        outcome, said = told(error)
        if outcome.status >= problems.INTERNAL.status:
            # The class alone: a message may hold what was sent.
            logger.error(
                "request_failed",
                code=outcome.code,
                path=request.scope["route"].path if "route" in request.scope else None,
                error=type(error).__name__,
            )
        return problem(request, outcome, **said)

    return handler
