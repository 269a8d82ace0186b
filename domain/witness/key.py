"""The public key of a witness, as the one line that is handed over (c2sp.org/tlog-cosignature)."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import sha256

KIND = b"\x04"
"""The kind of a key that co-signs with a time, by which it cannot be taken for a log's own."""
KEY_SIZE = 32


@dataclass(frozen=True, slots=True)
class WitnessKey:
    """An Ed25519 key under a name."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Give the first four bytes of a hash of name, kind and key."""
        return sha256(self.name.encode() + b"\n" + KIND + self.public).digest()[:4]

    def line(self) -> str:
        """Give name, id and key, parted by plus signs."""
        return f"{self.name}+{self.id.hex()}+{b64encode(KIND + self.public).decode()}"


def read_key(line: str) -> WitnessKey:
    """Read what `line` gives; raises ValueError for anything else."""
    name, _, rest = line.partition("+")
    try:
        value = b64decode(rest.partition("+")[2], validate=True)
    except NotBase64:
        value = b""
    if value[:1] != KIND or len(value) != 1 + KEY_SIZE:
        raise ValueError("it is not the key of a witness: make one with ayumi-witness new-key")
    key = WitnessKey(name, value[1:])
    if key.line() != line:
        raise ValueError("the line of the key was changed: its id is that of another")
    return key
