"""An endpoint for every command of the registry, derived from it."""

import re
from copy import copy
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from application.aggregate import Aggregate
from application.execute import execute
from application.recorded import Circumstances, Entry
from application.registry import AGGREGATES
from domain.base.command import Command
from domain.base.marks import marks
from domain.base.words import Label
from interfaces.http import problems
from interfaces.http.consortia import consortium_of


class ReceiptBody(BaseModel):
    """What was written: the stream, its version now, and the log's position."""

    stream: UUID
    version: int
    position: int
    recorded_at: str


def command_routes() -> APIRouter:
    """Give ``POST /<areas>/[<id>/]<command-in-kebab-case>`` for every command."""
    router = APIRouter()
    for aggregate in AGGREGATES.values():
        for command in aggregate.command_types():
            _add(router, aggregate, command)
    return router


def kebab(command: type[Command]) -> str:
    """Give a command's name as it stands in addresses: AssessSkill is assess-skill."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", command.__name__).lower()


def _add(router: APIRouter, aggregate: Aggregate, command: type[Command]) -> None:
    target = f"/{{{command.TARGET}}}" if command.TARGET else ""
    router.add_api_route(
        f"/{aggregate.area}{target}/{kebab(command)}",
        _endpoint(command),
        methods=["POST"],
        status_code=200 if command.TARGET else 201,
        response_model=ReceiptBody,
        operation_id=f"{aggregate.name}.{kebab(command)}",
        summary=f"{command.LABEL.ja} / {command.LABEL.en}",
        description=command.__doc__,
        tags=[f"{aggregate.label.ja} / {aggregate.label.en}"],
        responses=problems.documented(
            (404, [problems.NOT_FOUND]),
            (409, [*command.REFUSALS, problems.MOVED]),
            *([(412, [problems.STALE]), (428, [problems.PRECONDITION])] if command.TARGET else []),
            (422, [problems.MALFORMED, problems.KEY_REUSED]),
            (503, [problems.UNAVAILABLE]),
        ),
    )


def _body(command: type[Command]) -> type[BaseModel]:
    """Give what a request for this command holds: all its fields but the one in the address."""
    fields: dict[str, Any] = {}
    for name, info in command.model_fields.items():
        if name == command.TARGET:
            continue
        (label,) = marks(info, Label)[:1] or [Label(name, name)]
        info = copy(info)  # noqa: PLW2901 - the command keeps its own
        info.title = f"{label.ja} / {label.en}"
        info.examples = [label.example] if label.example else None
        fields[name] = (info.annotation, info)
    fields["entry"] = (Circumstances, Circumstances())
    return create_model(
        f"{command.__name__}Body",
        __config__=ConfigDict(extra="forbid"),
        __doc__=command.__doc__,
        **fields,
    )


def _endpoint(command: type[Command]) -> Any:  # noqa: ANN401 - an endpoint's type is its own
    Body = _body(command)  # noqa: N806 - a class

    def run(
        request: Request,
        response: Response,
        body: BaseModel,
        headers: tuple[str, str],
        stream: UUID | None,
        expected: int | None,
    ) -> ReceiptBody:
        consortium = consortium_of(request)
        given = body.model_dump(exclude_unset=True, exclude={"entry"})
        entry_given = body.model_dump(include={"entry"})["entry"]
        actor, key = headers
        try:
            asked = command.model_validate(
                given | ({command.TARGET: stream} if command.TARGET else {})
            )
            entry = Entry.model_validate(entry_given | {"actor": actor})
        except ValidationError as error:
            raise RequestValidationError(error.errors()) from error
        receipt = execute(
            consortium.log, consortium.vault, asked, entry, key=key, expected=expected
        )
        response.headers["ETag"] = f'"{receipt.version}"'
        response.headers["Ayumi-Position"] = str(receipt.position)
        return ReceiptBody(
            stream=receipt.stream,
            version=receipt.version,
            position=receipt.position,
            recorded_at=receipt.recorded_at.isoformat(),
        )

    Actor = Annotated[  # noqa: N806
        str, Header(alias="Ayumi-Actor", pattern=r"^[A-Za-z0-9._:-]{1,64}$")
    ]
    Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=200)]  # noqa: N806

    if command.TARGET is None:

        def opens(
            request: Request,
            response: Response,
            body: Body,  # type: ignore[valid-type]
            actor: Actor,
            key: Key,
        ) -> ReceiptBody:
            return run(request, response, body, (actor, key), None, None)

        return opens

    def acts(  # noqa: PLR0913, PLR0917 - the parts of one request
        request: Request,
        response: Response,
        stream: Annotated[UUID, Path(alias=command.TARGET)],
        body: Body,  # type: ignore[valid-type]
        actor: Actor,
        key: Key,
        if_match: Annotated[str | None, Header(alias="If-Match")] = None,
    ) -> ReceiptBody:
        return run(request, response, body, (actor, key), stream, _version(if_match))

    return acts


def _version(if_match: str | None) -> int:
    if if_match is None:
        raise problems.PreconditionMissing
    if not (found := re.fullmatch(r'"([0-9]{1,9})"', if_match.strip())):
        raise RequestValidationError(
            [{"loc": ("header", "If-Match"), "msg": 'give one version in quotes, such as "3"'}]
        )
    return int(found[1])
