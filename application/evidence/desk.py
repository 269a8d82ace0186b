"""What signing needs of the outside: a key, a memory that no database holds, a place for notes."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import NamedTuple, Protocol

from application.evidence.checkpoint import Checkpoint, Signed
from application.evidence.note import Signature, Verifier
from application.evidence.timestamps import Timestamp
from application.refused import Refused
from domain.base.words import Label

NO_KEY = Label(
    "署名鍵がないので、この記録には署名していません。"
    "AYUMI_SIGNING_DIR を設定し、ayumi key new で鍵を作ってください。",
    "This record is not signed: there is no key. Set AYUMI_SIGNING_DIR and make one with"
    " ayumi key new.",
)


class SigningRefused(Refused):
    """Nothing was signed."""


class NoKey(SigningRefused):
    """There is no key to sign with."""

    def __init__(self) -> None:
        """Say how to make one."""
        super().__init__(NO_KEY)


class MemoryLost(SigningRefused):
    """What the desk's key signed last is gone, so nothing can be held to it."""


class SigningKey(Protocol):
    """A private key; it may sign under several names."""

    def sign(self, name: str, text: str) -> Signature:
        """Sign the text of a note under a name."""

    def verifier(self, name: str) -> Verifier:
        """Give the public key under a name."""


class Desk(Protocol):
    """The signer's desk for one log: its key, and what it signed last.

    It lies outside the database, so that who restores or changes that does not change this.
    """

    def create_key(self) -> SigningKey:
        """Make a key; raises `SigningRefused` if there is one."""

    def key(self) -> SigningKey | None:
        """Give the key, None if there is none.

        Raises `SigningRefused` if others than its owner can read it.
        """

    def alone(self) -> AbstractContextManager[None]:
        """Wait until nobody else signs at this desk, and keep others out."""

    def last(self) -> Signed | None:
        """Give what was signed last; None before the first time.

        Raises `MemoryLost` where it is gone, and `SigningRefused` where it cannot be read.
        """

    def remember(self, signed: Signed) -> None:
        """Remember what is signed last, for good, before anybody else gets to see it."""

    def begin_anew(self) -> None:
        """Forget what was signed last of a simulated log that is no more; the key stays.

        What was signed of any other log is not forgotten.
        """


class LastKept(NamedTuple):
    """When something was last kept of each kind; None before the first."""

    signed_at: datetime | None
    cosigned_at: datetime | None


class Checkpoints(Protocol):
    """Where all checkpoints of a log are kept for its readers, and what others say of them."""

    def keep(self, signed: Signed) -> Signed:
        """Add one, unless it is there already; give it with all witnesses' signatures of it."""

    def cosign(self, checkpoint: Checkpoint, signature: Signature) -> None:
        """Add a witness's signature of a checkpoint; the first of each witness stays."""

    def stamp(self, checkpoint: Checkpoint, timestamp: Timestamp) -> None:
        """Add an authority's timestamp of a checkpoint; the first stays."""

    def timestamp(self, checkpoint: Checkpoint) -> Timestamp | None:
        """Give the timestamp of a checkpoint; None if there is none."""

    def latest(self, size: int | None = None) -> Signed | None:
        """Give the one signed last, or the one signed last of this size; None if there is none.

        The log's own signatures are followed by those of witnesses, in the order of their names.
        Raises `SigningRefused` where what was kept cannot be read.
        """

    def last_kept(self) -> LastKept:
        """Give when something was kept last."""

    def beside(self, size: int) -> list[int]:
        """Give the sizes nearest to this one, below and above, that the last epoch has kept."""
