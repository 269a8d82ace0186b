"""What a reading trail is made of, and what keeping one needs of the outside."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

SECRET_BYTES = 32
FIRST = "0" * 64
"""What the first entry names as the one before it."""


class NotThisDesk(Exception):  # noqa: N818 - an outcome
    """The token is none, or opens no reading trail that is open here."""


@dataclass(frozen=True, slots=True)
class Token:
    """What an evaluator shows with each request: which evaluation, and a secret."""

    evaluation: UUID
    secret: bytes

    @classmethod
    def new(cls, evaluation: UUID) -> "Token":
        """Make one that nobody can guess."""
        return cls(evaluation, secrets.token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, text: str) -> "Token":
        """Read one; raises `NotThisDesk`."""
        evaluation, _, secret = text.partition(".")
        try:
            found = cls(UUID(evaluation), urlsafe_b64decode(secret + "=" * (-len(secret) % 4)))
        except ValueError:
            raise NotThisDesk from None
        # Only as it was written: one token has one form.
        if found.written() != text or len(found.secret) != SECRET_BYTES:
            raise NotThisDesk
        return found

    def written(self) -> str:
        """Write it as text."""
        return f"{self.evaluation}.{urlsafe_b64encode(self.secret).decode().rstrip('=')}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One request of the evaluator: when it was answered, what was asked, and the status."""

    at: datetime
    method: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an entry stands in its trail, and the SHA-256 of its ciphertext in hex."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The readings of a trail in their order, each with its place.

    `broken_at` is the first number that is missing, or is not what the entry after it says.
    """

    readings: Sequence[tuple[Kept, Reading]]
    broken_at: int | None = None


class Trails(Protocol):
    """Where reading trails are kept, in ciphertext."""

    def key(self, token: Token) -> str:
        """Give the key that follows from a token, in hex."""

    def add(self, evaluation: UUID, key: str, method: str, path: str, status: int) -> Kept:
        """Add a reading at the end; raises `Unavailable` if it cannot be kept."""

    def read(self, evaluation: UUID, key: str) -> Trail:
        """Give what a key opens."""
