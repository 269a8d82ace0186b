"""What a file was asked for, as its export says it: codes, numbers, days and ids, never a name."""

import re
from collections.abc import Callable, Container, Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from application.decision import stream_id
from application.plain import plain
from domain.base.fields import NumberOf
from domain.base.marks import marks
from domain.base.values.individual_number import holds_individual_number

WITHHELD = "*"
_PLAIN = re.compile(r"[A-Za-z0-9._:,-]+")
_A_NAME = "架空 花子"
_NARROWED = {"pattern", "format", "enum", "const"}


def asked_for(said: Mapping[str, Any], texts: Container[str] = ()) -> str | None:
    """Give a question as an address has it, in the order of its names; None if nothing was said.

    Of what is among `texts`, and of anything that is no plain code, only that it was said.
    """
    words = {name: _word(value) for name, value in said.items() if value is not None}
    shown = {name: WITHHELD if name in texts else word for name, word in words.items()}
    return "&".join(f"{name}={word}" for name, word in sorted(shown.items())) or None


def names_in(asks: type[BaseModel], said: Mapping[str, Any]) -> set[str]:
    """Give the conditions of a question in which a name may stand.

    They take any text, whatever was said; or they take the number of a thing, and what was said has
    no digit: who does not know the number types the name.
    """
    properties = asks.model_json_schema(mode="serialization").get("properties", {})
    return {
        name
        for name, schema in properties.items()
        for option in schema.get("anyOf", [schema])
        if option.get("type") == "string" and _may_be_name(option, said.get(name))
    }


def _may_be_name(schema: Mapping[str, Any], said: object) -> bool:
    if not schema.keys() & _NARROWED:
        return True
    takes_names = "pattern" in schema and re.fullmatch(schema["pattern"], _A_NAME)
    return bool(takes_names) and not any(each.isdigit() for each in str(said))


def by_ids(
    asks: type[BaseModel],
    said: Mapping[str, Any],
    namespace: UUID,
    is_record: Callable[[UUID], bool],
) -> dict[str, Any]:
    """Give a question in which a person who was named by a number is named by a record's id.

    Where the number alone does not say of which record, or there is no such record, it is withheld:
    what was typed then may be a name, and an id can be tried against names.
    """
    persons = {
        name: mark
        for name, info in asks.model_fields.items()
        if said.get(name) is not None
        for mark in marks(info, NumberOf)
    }
    ids = {name: _id(mark, said, name, namespace) for name, mark in persons.items()}
    known = {name: one if one and is_record(one) else WITHHELD for name, one in ids.items()}
    return {**said, **known}


def _id(mark: NumberOf, said: Mapping[str, Any], name: str, namespace: UUID) -> UUID | None:
    if not mark.in_programme:
        return stream_id(namespace, mark.aggregate, said[name])
    if said.get("programme") is None:
        return None
    return stream_id(namespace, mark.aggregate, f"{said['programme']}|{said[name]}")


def _word(value: Any) -> str:  # noqa: ANN401 - any value of a question
    match plain(value):
        case tuple() as several:
            return ",".join(map(_word, several))
        case bool() as said:
            return str(said).lower()
        case int() as number:
            return str(number)
        case str() as text if _PLAIN.fullmatch(text) and not holds_individual_number(text):
            return text
    return WITHHELD
