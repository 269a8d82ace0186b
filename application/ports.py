"""What the application needs of the outside, and how that can fail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, Protocol
from uuid import UUID

from application.recorded import Recorded

Clock = Literal["server", "simulated"]


@dataclass(frozen=True, slots=True)
class SealedValue:
    """A personal value encrypted under its person's key; events hold only `digest`."""

    digest: str
    subject: UUID
    group: str
    nonce: bytes
    ciphertext: bytes


@dataclass(frozen=True, slots=True)
class Append:
    """All that one decision writes, and all that it relied on.

    `expected` holds the versions of every stream read or written, `relied` the streams only read,
    `dependents` how many streams were known to rely on one. `at` is the time of a simulated log.
    """

    key: str
    fingerprint: bytes
    stream: UUID
    version: int
    expected: Mapping[UUID, int]
    relied: frozenset[UUID] = frozenset()
    dependents: Mapping[UUID, int] = field(default_factory=dict)
    sealed: Sequence[SealedValue] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to a command: its stream, that stream's version, and the log's position."""

    stream: UUID
    version: int
    position: int
    recorded_at: datetime


class Leaf(NamedTuple):
    """All that a leaf is made of, and the leaf as the log keeps it."""

    position: int
    stream: UUID
    version: int
    topic: str
    state: bytes
    scope: str
    recorded_at: datetime
    leaf: bytes


class StreamMoved(Exception):  # noqa: N818 - an outcome, named for what happened
    """A stream that the decision read or wrote has moved meanwhile."""

    def __init__(self, streams: frozenset[UUID]) -> None:
        """Keep which streams moved."""
        super().__init__(f"moved: {', '.join(sorted(map(str, streams)))}")
        self.streams = streams


class KeyReused(Exception):  # noqa: N818
    """The idempotency key was used before, for something else."""


class Unavailable(Exception):  # noqa: N818
    """The log could not be reached or locked in time; nothing is known to be written."""


class ClockRefused(Exception):  # noqa: N818
    """A time was given to a log that keeps its own, or one before the log's last."""


class Indigestible(Exception):  # noqa: N818
    """What the log holds cannot be read by this version; it stays as it is, and nobody guesses.

    `topic` is the kind of the event, `position` its place in the log, None where only its state
    was at hand.
    """

    def __init__(self, why: str, topic: str, position: int | None = None) -> None:
        """Keep which event it is."""
        super().__init__(why if position is None else f"position {position}: {why}")
        self.why = why
        self.topic = topic
        self.position = position


class Unread(NamedTuple):
    """What is known of an event that this version cannot read, and why it cannot."""

    stream: UUID
    version: int
    topic: str
    position: int
    why: Indigestible


class Log(Protocol):
    """The log of one consortium."""

    origin: str
    namespace: UUID
    clock: Clock

    def read(self, stream: UUID) -> list[Recorded]:
        """Give the stream's events in the order of their versions; empty if there are none."""

    def dependents(self, stream: UUID) -> list[UUID]:
        """Give the streams whose decisions have relied on this one."""

    def answered(self, key: str, fingerprint: bytes) -> Receipt | None:
        """Give the first answer under this key; raises `KeyReused` if it was for something else."""

    def append(self, events: Sequence[Recorded], append: Append) -> Receipt:
        """Write all of it in one transaction, or nothing."""

    def last(self) -> tuple[int, datetime]:
        """Give the last position and its time."""

    def position_at(self, at: datetime) -> int:
        """Give the position up to which everything was recorded by `at`; 0 if nothing was."""

    def time_of(self, position: int) -> datetime | None:
        """Give when this position was recorded; None for position 0."""

    def events(
        self,
        *,
        after: int = 0,
        upto: int | None = None,
        topics: Sequence[str] | None = None,
        streams: Sequence[UUID] | None = None,
    ) -> Iterator[Recorded]:
        """Give events in the order of their positions, `after` excluded and `upto` included.

        Raises `Indigestible` at the first that this version cannot read.
        """

    def entries(
        self,
        *,
        after: int = 0,
        upto: int | None = None,
        topics: Sequence[str] | None = None,
        streams: Sequence[UUID] | None = None,
    ) -> Iterator[Recorded | Unread]:
        """Give events as `events` does, and what is known of those that cannot be read."""

    def leaves(self, *, after: int = 0, upto: int | None = None) -> Iterator[Leaf]:
        """Give events as their leaves are made of them, in the order of their positions."""

    def leaf_hashes(self, stretch: range) -> Iterator[bytes]:
        """Give the leaves that the log keeps, by their indexes: position 1 has index 0."""

    def altered(self, upto: int) -> int | None:
        """Give the first position up to here at which an event is not what its leaf says."""


class Vault(Protocol):
    """Seals and opens personal values."""

    def seal(self, subject: UUID, group: str, text: str) -> SealedValue:
        """Encrypt a value under its subject's key for this group."""

    def open(self, digests: Sequence[str]) -> dict[str, str]:
        """Give the plain values of those digests that can still be opened."""

    def fingerprint(self, content: bytes) -> bytes:
        """Give a keyed digest, so that no one can guess a personal value from it."""
