"""Personal values: plain in a command, sealed in an event, opened only at the edge.

Free text in an event is either sealed or says why it may stand open.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints

SealGroup = Literal["identity", "contact", "note", "file"]


@dataclass(frozen=True, slots=True)
class Personal:
    """Marks a command's field as personal.

    `execute` seals it under the key of the command's person before any event exists.
    """

    group: SealGroup


@dataclass(frozen=True, slots=True)
class SealedMark:
    """Says of an event's field that it holds a sealed value's reference, of which group."""

    group: SealGroup = "identity"


@dataclass(frozen=True, slots=True)
class Public:
    """Says of an event's free text, which is not sealed, why it can name no private person."""

    why: str


Sealed = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), SealedMark()]
"""A reference to a sealed value: the SHA-256, in hex, of a ciphertext kept elsewhere."""
