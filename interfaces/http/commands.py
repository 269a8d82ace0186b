"""An endpoint for every command of the registry, derived from it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Request, Response
from pydantic import BaseModel, Field, ValidationError
from pydantic.fields import FieldInfo

from application.aggregate import Aggregate
from application.checkable import TOO_LARGE_TO_CHECK
from application.closed_years import CLOSED_YEAR_NEEDS_REASON
from application.execute import execute
from application.individual_numbers import LOOKS_LIKE_ONE, Confirmed
from application.recorded import Circumstances, Entry
from application.recording_day import IN_THE_FUTURE, asks_the_day
from application.registry import AGGREGATES
from domain.base.command import Command, Correct
from domain.base.fields import Text
from domain.base.marks import marks
from domain.base.personal import SealedMark
from domain.base.titles import TITLED, both
from domain.base.words import Label
from domain.evaluation.commands import AtTheDesk
from interfaces.http import problems
from interfaces.http.consortia import Here
from interfaces.http.malformed import Malformed, places
from interfaces.http.shapes import POSITION_HEADER, VERSION_HEADER, field_of, shaped
from interfaces.http.trail import at_no_desk, at_the_desk

ACTOR = r"^[A-Za-z0-9._:-]{1,64}$"
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "見た版。読んだときの ETag / the version you saw: the ETag of what you read",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$'},
    "example": '"3"',
}
LOCATION_HEADER = {
    "Location": {
        "description": "記録のアドレス / where the record is read",
        "required": True,
        "schema": {"type": "string"},
    }
}


class ReceiptBody(BaseModel):
    """What was written: the stream, its version now, and the log's position."""

    model_config = TITLED

    stream: Annotated[UUID, Label("記録", "record")]
    version: Annotated[int, Label("版", "version")]
    position: Annotated[int, Label("位置", "position in the log")]
    recorded_at: Annotated[datetime, Label("記録日時", "recorded at")]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a command, and under which key."""

    actor: str
    key: str
    confirms: frozenset[Confirmed]


@dataclass(frozen=True, slots=True)
class Addressed:
    """Which record a command acts on, at which version; none for a command that opens one."""

    stream: UUID | None = None
    expected: int | None = None


def command_routes() -> APIRouter:
    """Give ``POST /<areas>/[<stream>/]<command-in-kebab-case>`` for every command."""
    router = APIRouter()
    for aggregate in AGGREGATES.values():
        for command in aggregate.command_types():
            _add(router, aggregate, command)
    return router


def address(aggregate: Aggregate, command: type[Command]) -> str:
    """Give where a command is sent, within its consortium."""
    target = "/{stream_id}" if command.TARGET else ""
    return f"/{aggregate.area}{target}/{kebab(command)}"


def kebab(command: type[Command]) -> str:
    """Give a command's name as it stands in addresses: AssessSkill is assess-skill."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", command.__name__).lower()


def _add(router: APIRouter, aggregate: Aggregate, command: type[Command]) -> None:
    on_record = command.TARGET is not None
    answers = problems.documented(
        *problems.codes_of(command.REFUSALS),
        *problems.codes_of([LOOKS_LIKE_ONE, CLOSED_YEAR_NEEDS_REASON, TOO_LARGE_TO_CHECK]),
        *problems.codes_of([IN_THE_FUTURE] if asks_the_day(command) else []),
        problems.NOT_FOUND,
        problems.MOVED,
        problems.KEY_REUSED,
        *((problems.STALE, problems.PRECONDITION) if on_record else ()),
    )
    status = 200 if on_record else 201
    headers = VERSION_HEADER | POSITION_HEADER | ({} if on_record else LOCATION_HEADER)
    written = "記録した。同じ鍵には同じ答えを返す / Recorded; the same key gives this again"
    router.add_api_route(
        address(aggregate, command),
        _endpoint(command),
        methods=["POST"],
        status_code=status,
        response_model=ReceiptBody,
        operation_id=f"{aggregate.name}.{kebab(command)}",
        summary=both(command.LABEL),
        description=command.__doc__,
        tags=[both(aggregate.label)],
        responses={status: {"description": written, "headers": headers}, **answers},
        openapi_extra={"parameters": [IF_MATCH]} if on_record else None,
    )


async def _caller(
    actor: Annotated[
        str,
        Header(
            alias="Ayumi-Actor",
            pattern=ACTOR,
            description="入力者 / who enters it",
        ),
    ],
    key: Annotated[
        str,
        Header(
            alias="Idempotency-Key",
            pattern=r"^[!-~]{1,200}$",
            description="この操作の鍵。送り直しても一度だけ記録される / the key of this command: "
            "however often it is sent, it is recorded once",
        ),
    ],
    confirms: Annotated[
        Confirmed | None,
        Header(
            alias="Ayumi-Confirms",
            description="個人番号に見える数字が別の番号であることの確認 / confirms that digits "
            "that look like an individual number are another number",
        ),
    ] = None,
) -> Caller:
    return Caller(actor, key, frozenset({confirms} if confirms else ()))


async def _opening() -> Addressed:
    return Addressed()


async def _on_record(
    stream_id: Annotated[UUID, Path(description="記録 / the record")],
    # Documented as required; that it is missing has an answer of its own.
    if_match: Annotated[str | None, Header(alias="If-Match", include_in_schema=False)] = None,
) -> Addressed:
    if if_match is None:
        raise problems.PreconditionMissing
    if not (found := re.fullmatch(r'"([0-9]{1,9})"', if_match.strip())):
        raise Malformed.at("header.If-Match", '版を "3" の形で入れてください。', 'Give it as "3".')
    return Addressed(stream_id, int(found[1]))


def _endpoint(command: type[Command]) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    Body = _body(command)  # noqa: N806 - a class
    desk = at_the_desk if issubclass(command, AtTheDesk) else at_no_desk

    # Not async: it waits for the log's one writer.
    def act(  # noqa: PLR0913, PLR0917 - the parts of one request
        request: Request,
        response: Response,
        consortium: Here,
        addressed: Annotated[Addressed, Depends(_on_record if command.TARGET else _opening)],
        caller: Annotated[Caller, Depends(_caller)],
        shown: Annotated[dict[str, str | None], Depends(desk)],
        body: Body,  # type: ignore[valid-type]
    ) -> ReceiptBody:
        asked, entry = _read(command, body, addressed, caller, shown)
        receipt = execute(
            consortium.log,
            consortium.vault,
            asked,
            entry,
            key=caller.key,
            expected=addressed.expected,
            today=consortium.today(),
        )
        response.headers["ETag"] = f'"{receipt.version}"'
        response.headers["Ayumi-Position"] = str(receipt.position)
        if command.TARGET is None:
            area = request.url.path.rpartition("/")[0]
            response.headers["Location"] = f"{area}/{receipt.stream}"
        return ReceiptBody(
            stream=receipt.stream,
            version=receipt.version,
            position=receipt.position,
            recorded_at=receipt.recorded_at,
        )

    return act


def _read(
    command: type[Command],
    body: Any,  # noqa: ANN401 - a model that is made here
    addressed: Addressed,
    caller: Caller,
    shown: dict[str, str | None],
) -> tuple[Command, Entry]:
    given = body.model_dump(mode="json", exclude_unset=True, exclude={"entry"})
    target = {command.TARGET: addressed.stream} if command.TARGET else {}
    try:
        asked = command.model_validate(given | target | shown)
    except ValidationError as error:
        raise Malformed(places(error.errors(), "body")) from error
    return asked, Entry(actor=caller.actor, confirms=caller.confirms, **dict(body.entry))


def _body(command: type[Command]) -> type[BaseModel]:
    """Give what a request for this command holds.

    All its fields but the one in the address and those that follow from a header.
    """
    fields = {
        name: field_of(info, _now(command, info) if name == "now" else None)
        for name, info in command.model_fields.items()
        if name != command.TARGET and not info.exclude
    }
    entry = Annotated[Circumstances, Label("入力の事情", "circumstances of the entry")]
    fields["entry"] = (entry, Field(default_factory=Circumstances))
    return shaped(f"{command.__name__}Body", command.__doc__, fields)


def _now(command: type[Command], info: FieldInfo) -> Any:  # noqa: ANN401 - a type made here
    """Give what a correction may replace: any field of the events that it mends, none required."""
    if not issubclass(command, Correct):
        return None
    fields = {
        # Who corrects a personal value gives it plain, as they gave the one that was wrong.
        name: field_of(mended, _plain(mended), default=None)
        for event in command.EVENT.MENDS
        for name, mended in event.model_fields.items()
    }
    doc = "訂正する項目だけを入れる / Only the fields to be replaced."
    return Annotated[shaped(f"{command.__name__}Now", doc, fields), *marks(info, Label)]


def _plain(info: FieldInfo) -> Any:  # noqa: ANN401 - any type form
    return Annotated[Text, *marks(info, Label)] if marks(info, SealedMark) else None
