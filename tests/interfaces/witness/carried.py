"""Checkpoints (架空) that are made without a service, and a witness to whom they are carried."""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from application.evidence.tree import Tree
from interfaces.verifier.note import LOG, Key
from interfaces.witness import main as program

KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32) for n in (1, 2))
TRUE, FALSE = ([sha256(b"%c%d" % (c, n)).digest() for n in range(9)] for c in b"tf")
FILES = count()


def root(leaves: Sequence[bytes]) -> bytes:
    """Give the root over leaves."""
    return Tree(leaves).root()


def left(origin: str, leaves: Sequence[bytes]) -> str:
    """Give the line by which an epoch says that it does not continue these."""
    return f"not-continued {origin} {len(leaves)} {b64encode(root(leaves)).decode()}"


def note(
    origin: str,
    leaves: Sequence[bytes],
    *further: str,
    name: str | None = None,
    key: Ed25519PrivateKey = KEY,
    size: int | None = None,
) -> bytes:
    """Give a checkpoint, signed under its own name unless another is given."""
    size = len(leaves) if size is None else size
    lines = (origin, str(size), b64encode(root(leaves)).decode(), *further)
    text = "".join(f"{each}\n" for each in lines)
    public = Key(name or origin, LOG, key.public_key().public_bytes_raw())
    value = b64encode(public.id + key.sign(text.encode())).decode()
    return f"{text}\n— {public.name} {value}\n".encode()


class Witness:
    """A witness that is given files."""

    def __init__(self, folder: Path) -> None:
        """Make its key; it knows one key under two names of a log, and that of another log."""
        self.folder, self.state = folder, folder / "state"
        self.keys, self.seen = folder / "log.pub", folder / "state" / "seen.txt"
        made = ["new-key", "--name", "witness/omachi", "--state", str(self.state)]
        assert program.main(made) == 0
        held = (("log/1", KEY), ("log/2", KEY), ("log/3", KEY), ("other/1", OTHER))
        self.knows(*(Key(name, LOG, one.public_key().public_bytes_raw()) for name, one in held))

    def knows(self, *keys: Key) -> None:
        """Hand these keys over, and no others."""
        self.keys.write_text("".join(f"{key.line}\n" for key in keys))

    def sign(self, offered: bytes, *more: str) -> int:
        """Let it look at a checkpoint."""
        file = self.folder / f"{next(FILES)}.txt"
        file.write_bytes(offered)
        given = ["--state", str(self.state), "--log-key", str(self.keys)]
        return program.main(["sign", str(file), *given, *more])

    def accept(self, offered: bytes, *ends: bytes) -> int:
        """Let a person accept a new epoch, shown how epochs before it ended."""
        file = self.folder / f"{next(FILES)}.json"
        file.write_text(json.dumps({"not_continued": [end.decode() for end in ends]}))
        return self.sign(offered, "--accept-epoch", "--ends", str(file))
