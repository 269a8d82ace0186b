"""The archive: a ZIP file of which every byte is determined by its members.

There is nothing to unpack, and nothing of a name, size or directory is believed: what they must be
is worked out from the members, and has to be the same.
"""

from collections.abc import Iterator
from hashlib import sha256
from struct import Struct
from typing import BinaryIO
from zlib import crc32

from .strict import Malformed

MANIFEST, CHECKPOINT, PREVIOUS = "manifest.txt", "checkpoint.txt", "previous.txt"
STAMP, FIGURES, EVENTS, PAGE = "timestamp.tsr", "figures.json", "events.jsonl", "verify.html"
WORDS = "words.json"
LARGEST = {
    MANIFEST: 1 << 16,
    "README.txt": 1 << 20,
    CHECKPOINT: 1 << 16,
    PREVIOUS: 1 << 16,
    STAMP: 1 << 16,
    FIGURES: 1 << 27,
    WORDS: 1 << 20,
    EVENTS: 1 << 31,
    PAGE: 1 << 22,
}
"""The members in their order, and the bytes that each may have."""
_OPTIONAL = {PREVIOUS, STAMP, WORDS}
LONGEST_LINE, _CHUNK = 1 << 20, 1 << 18
_LOCAL, _CENTRAL, _END = Struct("<4s5H3I2H"), Struct("<4s6H3I5H2I"), Struct("<4s4H2IH")
_VERSION, _UNIX, _FIRST_OF_1980, _MODE = 20, 3 << 8, 33, 0o600 << 16


def digest_of(file: BinaryIO) -> str:
    """Give the SHA-256 of a whole file, whatever it is."""
    digest = sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


class Archive:
    """The members of a bundle; `digests` holds the SHA-256 of each that was read to its end."""

    def __init__(self, file: BinaryIO) -> None:
        """Find the members; raises `Malformed` where a byte is not what it must be."""
        self._file, self.digests = file, dict[str, str]()
        self._members: dict[str, tuple[int, int, int]] = {}
        central, at = b"", 0
        for name, largest in LARGEST.items():
            file.seek(at)
            head = file.read(_LOCAL.size + len(name))
            if head[_LOCAL.size :] != name.encode() and name in _OPTIONAL:
                continue
            crc, size = _LOCAL.unpack_from(head)[6:8] if len(head) >= _LOCAL.size else (0, 0)
            shared = (_VERSION, 0, 0, 0, _FIRST_OF_1980, crc, size, size, len(name), 0)
            if head != _LOCAL.pack(b"PK\3\4", *shared) + name.encode() or size > largest:
                raise Malformed(name, "archive")
            central += _CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, *shared, 0, 0, 0, _MODE, at)
            central += name.encode()
            self._members[name] = (at + len(head), size, crc)
            at += len(head) + size
        count = len(self._members)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), at, 0)
        file.seek(at)
        if file.read(len(central + end) + 1) != central + end:
            raise Malformed("ZIP", "archive")

    def __contains__(self, name: str) -> bool:
        """Say whether there is such a member."""
        return name in self._members

    def read(self, name: str) -> bytes:
        """Give a member whole."""
        return b"".join(self._chunks(name))

    def lines(self, name: str) -> Iterator[bytes]:
        """Give a member line by line, without the line's end."""
        rest = b""
        for chunk in self._chunks(name):
            *whole, rest = (rest + chunk).split(b"\n")
            if len(whole[0] if whole else rest) > LONGEST_LINE:
                raise Malformed(name, "line")
            yield from whole
        if rest:
            raise Malformed(name, "line")

    def _chunks(self, name: str) -> Iterator[bytes]:
        start, size, stated = self._members[name]
        digest, crc = sha256(), 0
        for at in range(0, size, _CHUNK):
            self._file.seek(start + at)
            chunk = self._file.read(min(_CHUNK, size - at))
            digest.update(chunk)
            crc = crc32(chunk, crc)
            yield chunk
        # What is read twice is the same twice, even where somebody can write the file meanwhile.
        read = digest.hexdigest()
        if crc != stated or self.digests.setdefault(name, read) != read:
            raise Malformed(name, "archive")
