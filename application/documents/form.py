"""What a printed form holds, whatever it looks like: who writes to whom, and numbered items."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.base.words import Label

Tone = Literal["plain", "missing", "open"]
"""Whether a row says something, says that nothing is recorded, or that it is not decided yet."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a section: its label, and what stands beside it."""

    label: Label
    text: Label
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class FormSection:
    """Rows under one heading; `number` is empty where the form does not number them."""

    number: str
    heading: Label
    rows: Sequence[FormRow]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: title, numbers and days, addressee, sender, items, and what to know of it.

    `reference` stands at the head, `notes` at the end and `footer` on each page: of which record
    and position it is.
    """

    title: Label
    reference: Sequence[FormRow]
    addressee: str
    sender: Sequence[str]
    opening: Label
    sections: Sequence[FormSection]
    notes: Sequence[Label]
    footer: str


def printed(text: Label) -> str:
    """Write words in both languages, once where they are the same."""
    return text.ja if text.ja == text.en else f"{text.ja} / {text.en}"
