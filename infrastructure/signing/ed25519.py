"""Ed25519 keys as signed notes use them (c2sp.org/signed-note)."""

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from application.evidence.note import ID_SIZE, NoteUnread, Signature, decoded

KIND = b"\x01"
KEY_SIZE = 32
_WRITTEN = re.compile(r"(?P<name>[^\s+]+)\+(?P<id>[0-9a-f]{8})\+(?P<key>[A-Za-z0-9+/]+=*)")


@dataclass(frozen=True, slots=True)
class Ed25519Verifier:
    """A public key under a name."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Give the key's id; it depends on the name."""
        return hashlib.sha256(self.name.encode() + b"\n" + KIND + self.public).digest()[:ID_SIZE]

    def written(self) -> str:
        """Give name, id and key, parted by plus signs: what a verifier is told beforehand."""
        return f"{self.name}+{self.id.hex()}+{b64encode(KIND + self.public).decode()}"

    @classmethod
    def read(cls, written: str) -> "Ed25519Verifier":
        """Read what `written` gives; raises `NoteUnread` for anything else."""
        parts = _WRITTEN.fullmatch(written)
        if parts is None:
            raise NoteUnread("a key is a name, an id and a value, parted by plus signs")
        value = decoded(parts["key"])
        key = cls(parts["name"], value[1:])
        if value[:1] != KIND or len(key.public) != KEY_SIZE or key.id.hex() != parts["id"]:
            raise NoteUnread("it is not an Ed25519 key, or its id is that of another")
        return key

    def verifies(self, text: str, value: bytes) -> bool:
        """Say whether `value` is the key's signature of the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(value, text.encode())
        except InvalidSignature:
            return False
        return True


class Ed25519SigningKey:
    """A private key; it may sign under several names."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        """Sign with this key."""
        self._private = private

    def sign(self, name: str, text: str) -> Signature:
        """Sign the text of a note under a name."""
        return Signature(name, self.verifier(name).id, self._private.sign(text.encode()))

    def verifier(self, name: str) -> Ed25519Verifier:
        """Give the public key under a name."""
        return Ed25519Verifier(name, self._private.public_key().public_bytes_raw())
