"""How types carry the domain's words: a label in Japanese and English, defined once."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True)
class Label:
    """The word for a field, put on its type: the screen's Japanese, the English, and an example.

    A type that carries a label carries it everywhere: into the command's form and API schema,
    the event catalogue, the projection's column comments and the spreadsheet's header.
    """

    ja: str
    en: str
    example: str = ""


class Code(StrEnum):
    """A closed list of codes, each with its Japanese and English word.

    Members are written ``NAME = "value", "日本語", "English"``; the value is what is stored.
    """

    ja: str
    en: str

    def __new__(cls, value: str, ja: str, en: str) -> Self:
        """Make a member whose value is the stored code."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.ja = ja
        member.en = en
        return member
