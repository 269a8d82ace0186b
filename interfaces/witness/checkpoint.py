"""A signed checkpoint as a witness reads and co-signs it."""

import re
import time
from base64 import b64encode
from collections.abc import Collection, Sequence
from typing import NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from interfaces.verifier.note import WITNESS, Key, Note
from interfaces.verifier.strict import NAME, NUMBER, Malformed, from_base64

HASH_SIZE, LEAST_LINES = 32, 3
NOT_CONTINUED = "not-continued "
_SIZE = re.compile(NUMBER)
_ORIGIN = re.compile(rf"({NAME})/([1-9][0-9]{{0,8}})")
_SAID = re.compile(rf"({NAME}/[1-9][0-9]{{0,8}}) ({NUMBER}) ([A-Za-z0-9+/]{{43}}=)")


class Left(NamedTuple):
    """What a log says of the epoch before, which it does not continue."""

    origin: str
    size: int
    root: str

    @property
    def epoch(self) -> int:
        """Give the number of that epoch."""
        return epoch_of(self.origin)

    def ends_with(self, checkpoint: "Checkpoint") -> bool:
        """Say whether it is this very checkpoint."""
        root = b64encode(checkpoint.root).decode()
        return self == (checkpoint.origin, checkpoint.size, root)

    def holds(self, origin: str, size: int, root: bytes) -> bool:
        """Say whether it can be what was seen of that epoch, or something later."""
        same = self[1:] == (size, b64encode(root).decode())
        return self.origin == origin and (self.size > size or same)


class Checkpoint(NamedTuple):
    """What a log says of itself: its name, size and root, and the whole note."""

    origin: str
    size: int
    root: bytes
    further: Sequence[str]
    note: Note

    @classmethod
    def read(cls, written: bytes) -> "Checkpoint":
        """Read a note; raises `Malformed` where it is no checkpoint."""
        note = Note.read(written, "checkpoint")
        origin, *rest = note.text.removesuffix("\n").split("\n")
        sound = len(rest) >= LEAST_LINES - 1 and _SIZE.fullmatch(rest[0])
        root = from_base64(rest[1], "checkpoint") if sound else b""
        if not _ORIGIN.fullmatch(origin) or len(root) != HASH_SIZE:
            raise Malformed("checkpoint", "note")
        return cls(origin, int(rest[0]), root, rest[2:], note)

    @property
    def log(self) -> str:
        """Give the name of the log, which all its epochs share."""
        return log_of(self.origin)

    @property
    def epoch(self) -> int:
        """Give the number of the epoch."""
        return epoch_of(self.origin)

    def left(self) -> Left | None:
        """Give what it says of the epoch before; None where it says nothing, or not one thing."""
        lines = [line for line in self.further if line.startswith(NOT_CONTINUED)]
        found = _SAID.fullmatch(lines[0].removeprefix(NOT_CONTINUED)) if len(lines) == 1 else None
        return Left(found[1], int(found[2]), found[3]) if found else None

    def only_of(self, keys: Collection[Key]) -> Self:
        """Leave out the signatures of all others: a witness hands in none but its own."""
        known = {(key.name, key.id) for key in keys}
        signatures = [one for one in self.note.signatures if one[:2] in known]
        return self._replace(note=Note(self.note.text, signatures))

    def written(self) -> bytes:
        """Give the note to the byte."""
        lines = "".join(
            f"— {name} {b64encode(key_id + value).decode()}\n"
            for name, key_id, value in self.note.signatures
        )
        return f"{self.note.text}\n{lines}".encode()

    def cosigned(self, name: str, key: Ed25519PrivateKey) -> bytes:
        """Give the note with a signature of its text and of the present time (cosignature/v1)."""
        now = int(time.time())
        message = f"cosignature/v1\ntime {now}\n{self.note.text}".encode()
        value = public(name, key).id + now.to_bytes(8) + key.sign(message)
        return self.written() + f"— {name} {b64encode(value).decode()}\n".encode()


def log_of(name: str) -> str:
    """Give the name of the log out of one that names its epoch, too."""
    return name.rpartition("/")[0]


def epoch_of(origin: str) -> int:
    """Give the number of the epoch that an origin names."""
    return int(origin.rpartition("/")[2])


def public(name: str, key: Ed25519PrivateKey) -> Key:
    """Give the public key of a witness."""
    return Key(name, WITNESS, key.public_key().public_bytes_raw())
