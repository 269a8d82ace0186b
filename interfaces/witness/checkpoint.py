"""A signed checkpoint as a witness reads and co-signs it."""

import time
from base64 import b64encode
from collections.abc import Collection, Sequence
from typing import NamedTuple, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from interfaces.verifier.note import WITNESS, Key, Note
from interfaces.verifier.strict import Malformed, from_base64

HASH_SIZE, LEAST_LINES = 32, 3
NOT_CONTINUED = "not-continued "


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
        sound = len(rest) >= LEAST_LINES - 1 and rest[0].isascii() and rest[0].isdecimal()
        root = from_base64(rest[1], "checkpoint") if sound else b""
        if not sound or str(int(rest[0])) != rest[0] or len(root) != HASH_SIZE:
            raise Malformed("checkpoint", "note")
        return cls(origin, int(rest[0]), root, rest[2:], note)

    def not_continued(self) -> str | None:
        """Give what it says of the epoch before, which it does not continue."""
        lines = [line for line in self.further if line.startswith(NOT_CONTINUED)]
        return lines[0].removeprefix(NOT_CONTINUED) if lines else None

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


def public(name: str, key: Ed25519PrivateKey) -> Key:
    """Give the public key of a witness."""
    return Key(name, WITNESS, key.public_key().public_bytes_raw())


def line(key: Key) -> str:
    """Give a public key as the line that is handed over."""
    return f"{key.name}+{key.id.hex()}+{b64encode(bytes([key.kind]) + key.public).decode()}"
