"""Personal values: plain in a command, sealed in an event, opened only at the edge."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints

SealGroup = Literal["identity", "contact", "note"]


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


Sealed = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), SealedMark()]
"""A reference to a sealed value: the SHA-256, in hex, of a ciphertext kept elsewhere."""
