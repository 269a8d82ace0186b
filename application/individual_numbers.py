"""Individual numbers stop at the door: a text that holds what looks like one is asked about."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Literal

from pydantic import BaseModel

from domain.base.command import Command
from domain.base.rule import Rule
from domain.base.values.individual_number import holds_individual_number

Confirmed = Literal["not-an-individual-number"]
NOT_ONE: Confirmed = "not-an-individual-number"
LOOKS_LIKE_ONE = Rule(
    "looks-like-individual-number",
    "個人番号（マイナンバー）に見える12桁の数字があります。個人番号は記録できません。"
    "取り除くか、別の番号であればそのことを確認して送ってください。",
    "Twelve digits look like an individual number (My Number), which is never recorded: take them"
    " out or, if it is another number, confirm that.",
)


def ask_about_numbers(
    command: Command,
    beside: Mapping[str, object],
    confirms: frozenset[Confirmed] = frozenset(),
) -> None:
    """Raise the rule if a text looks like one; it names the field and never the number.

    `beside` is what is said beside the command, by its fields: who enters it, for whom, and why.
    """
    if NOT_ONE in confirms:
        return
    for field, text in (*_texts("", dict(command)), *_texts("", beside)):
        if holds_individual_number(text):
            LOOKS_LIKE_ONE.broken(field=field)


def _texts(field: str, value: object) -> Iterator[tuple[str, str]]:
    """Give every text within a value; a field within a field is named after the outer one."""
    match value:
        case Enum():
            return
        case str():
            yield field, value
        case BaseModel():
            yield from _texts(field, dict(value))
        case Mapping():
            for name, inner in value.items():
                yield from _texts(f"{field}.{name}" if field else str(name), inner)
        case list() | tuple() | set() | frozenset():
            for inner in value:
                yield from _texts(field, inner)
        case _:
            return
