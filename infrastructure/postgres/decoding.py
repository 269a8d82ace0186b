"""Reading stored states quickly: what the log's own writer has validated is not validated again.

Types, required fields and unknown fields are checked; patterns and ranges are not. The result is
what the models' own validation would give, which a test holds every kind of event to.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin
from uuid import UUID

import msgspec
from pydantic import BaseModel

from application.ports import Indigestible, Unread
from application.recorded import Provenance, Recorded
from application.registry import EVENT_OF_TOPIC
from domain.base.event import Event
from domain.base.titles import type_of

M = TypeVar("M", bound=BaseModel)


def decode(topic: str, state: bytes) -> tuple[Event, Provenance]:
    """Read the event and its provenance from a stored state; raises `Indigestible`."""
    read = _reader(topic)
    try:
        return read(state)
    except (msgspec.MsgspecError, ValueError) as error:
        raise Indigestible(f"{topic}: {error}", topic) from error


def entry(  # noqa: PLR0913, PLR0917 - the columns of the log
    stream: UUID, version: int, topic: str, state: bytes, position: int, recorded_at: datetime
) -> Recorded | Unread:
    """Read one event of the log, or say why this version cannot."""
    try:
        event, by = decode(topic, state)
    except Indigestible as found:
        return Unread(stream, version, topic, position, Indigestible(found.why, topic, position))
    return Recorded(stream, version, event, by, position, recorded_at)


@cache
def _reader(topic: str) -> Callable[[bytes], tuple[Event, Provenance]]:
    event_type = EVENT_OF_TOPIC.get(topic)
    if event_type is None:
        raise Indigestible(f"{topic} is no kind of event that this version knows", topic)
    fields = [("v", Literal[1]), ("by", _shape(Provenance)), ("event", _shape(event_type))]
    stored = msgspec.defstruct("Stored", fields, forbid_unknown_fields=True)
    read = msgspec.json.Decoder(stored, dec_hook=_validated).decode
    event, provenance = _maker(event_type), _maker(Provenance)

    def both(state: bytes) -> tuple[Event, Provenance]:
        found: Any = read(state)
        return event(found.event), provenance(found.by)

    return both


def _shape(model: type[BaseModel]) -> type[msgspec.Struct]:
    """Give the fields of a model with plain types; absent is what it is to the model."""
    fields: list[Any] = [
        (name, _plain(type_of(info)))
        if info.is_required()
        else (name, _plain(type_of(info)), info.get_default(call_default_factory=True))
        for name, info in model.model_fields.items()
    ]
    return msgspec.defstruct(model.__name__, fields, forbid_unknown_fields=True, kw_only=True)


def _maker(model: type[M]) -> Callable[[msgspec.Struct], M]:
    """Give how an instance of a frozen model is made of its fields without validating them."""
    new, names, set_ = model.__new__, set(model.model_fields), object.__setattr__
    fields_of = msgspec.structs.asdict

    def make(fields: msgspec.Struct) -> M:
        made = new(model)
        set_(made, "__dict__", fields_of(fields))
        set_(made, "__pydantic_fields_set__", names)
        set_(made, "__pydantic_extra__", None)
        set_(made, "__pydantic_private__", None)
        return made

    return make


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - any type form
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(annotation.__origin__)
    arguments = get_args(annotation)
    if origin in {Union, UnionType}:
        kinds = [_plain(each) for each in arguments]
        if str in kinds:
            kinds = [each for each in kinds if get_origin(each) is not Literal]
        return Union[tuple(kinds)]  # noqa: UP007 - made of what was found
    if origin in {tuple, list, dict}:
        return origin[tuple(each if each is ... else _plain(each) for each in arguments)]
    return annotation


def _validated(kind: type[Any], value: Any) -> Any:  # noqa: ANN401 - a field's type and value
    """Read a group of fields within an event; such groups are few and small."""
    return kind.model_validate(value)
