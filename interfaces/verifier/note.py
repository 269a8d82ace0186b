"""Signed notes (c2sp.org/signed-note), and the keys that they are checked with."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .strict import NAME, Malformed, from_base64, text_of

LOG, WITNESS = 1, 4
"""Kinds of keys: Ed25519 over the text, and over a cosignature/v1 (c2sp.org/tlog-cosignature)."""
_PUBLIC, _ID, _TIME, _MOST = 32, 4, 8, 100
_KEY = re.compile(rf"({NAME})\+([0-9a-f]{{8}})\+([A-Za-z0-9+/=]+)")
_SIGNATURE = re.compile(rf"— ({NAME}) ([A-Za-z0-9+/=]+)")
_MARK, _BLANKS = b"\xef\xbb\xbf", " \u00a0\u3000"


class Key(NamedTuple):
    """A public key, of one of the two kinds, under the name that it signs with."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """Give the first bytes of the hash of name, kind and key."""
        return sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.public).digest()[:_ID]

    @property
    def line(self) -> str:
        """Give the one line in which it is handed over."""
        value = b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{value}"

    def signed(self, text: str, value: bytes) -> bool:
        """Say whether `value` is the signature of the text by this key."""
        message = text.encode()
        if self.kind == WITNESS:
            when, value = int.from_bytes(value[:_TIME]), value[_TIME:]
            message = f"cosignature/v1\ntime {when}\n".encode() + message
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(value, message)
        except InvalidSignature:
            return False
        return True


def as_kept(written: bytes) -> bytes:
    """Give what people keep in editors without the byte order mark and the CR of these."""
    return written.removeprefix(_MARK).replace(b"\r\n", b"\n")


def keys(written: bytes, where: str) -> Iterator[Key]:
    """Give the keys of a file: one on each line, `name+id+base64`; lines with `#` are remarks.

    People copy such lines from mails: blanks may stand behind them. Raises `Malformed`.
    """
    for number, each in enumerate(text_of(as_kept(written), where).split("\n"), 1):
        line, place = each.rstrip(_BLANKS), f"{where}:{number}"
        if line and not line.startswith("#"):
            found = _KEY.fullmatch(line)
            try:
                value = from_base64(found[3], place) if found else b""
            except Malformed as broken:
                # A line that a mail broke in two is no base64: it is the line that is wrong.
                raise Malformed(place, "key") from broken
            key = Key(found[1], value[0], value[1:]) if found else Key("", 0, b"")
            known = key.kind in {LOG, WITNESS} and len(key.public) == _PUBLIC
            if not found or not known or key.id.hex() != found[2]:
                raise Malformed(place, "key")
            yield key


class Note(NamedTuple):
    """A text, and who claims to have signed it: name, id of the key, signature."""

    text: str
    signatures: list[tuple[str, bytes, bytes]]

    @classmethod
    def read(cls, written: bytes, where: str) -> "Note":
        """Read a note; raises `Malformed` where it is none."""
        text, _, lines = text_of(written, where).rpartition("\n\n")
        signatures = []
        for line in lines.removesuffix("\n").split("\n"):
            found = _SIGNATURE.fullmatch(line)
            value = from_base64(found[2], where) if found else b""
            if not found or len(value) <= _ID:
                raise Malformed(where, "note")
            signatures.append((found[1], value[:_ID], value[_ID:]))
        if not text or not lines.endswith("\n") or len(signatures) > _MOST:
            raise Malformed(where, "note")
        return cls(f"{text}\n", signatures)

    def judged(self, known: Iterable[Key]) -> Iterator[tuple[Key, bool]]:
        """Give each known key that a signature claims to be of, and whether it is."""
        by_claim = {(key.name, key.id): key for key in known}
        for name, key_id, value in self.signatures:
            if key := by_claim.get((name, key_id)):
                yield key, key.signed(self.text, value)
