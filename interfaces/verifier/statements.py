"""What the log states about itself: the manifest of a bundle, and a checkpoint."""

import re
from typing import NamedTuple

from .archive import LARGEST, MANIFEST
from .note import Note
from .strict import NAME, NUMBER, Malformed, from_base64, is_day

_MANIFEST = re.compile(
    rf"ayumi-bundle/1\nfor: (evaluation|publication)\norigin: ({NAME})\nsize: ({NUMBER})\n"
    r"programme: ([a-z0-9:_.-]+)\nvalid-on: ([0-9-]{10})\n"
    r"fiscal-years: ([12][0-9]{3}(?: [12][0-9]{3}){0,199})\n"
    rf"(suppressed-below: (?:{NUMBER})\n)?((?:sha256: [0-9a-f]{{64}} [A-Za-z.]+\n)*)"
)
_CHECKPOINT = re.compile(rf"({NAME})\n({NUMBER})\n([A-Za-z0-9+/=]+)\n((?:.+\n)*)")
_ROOT = 32


class Manifest(NamedTuple):
    """What the bundle is for, of which log, what was asked, and the digests of its members."""

    note: Note
    purpose: str
    origin: str
    size: int
    programme: str
    valid_on: str
    years: list[int]
    digests: dict[str, str]

    @classmethod
    def read(cls, written: bytes) -> "Manifest":
        """Read manifest.txt; raises `Malformed`."""
        note = Note.read(written, MANIFEST)
        found = _MANIFEST.fullmatch(note.text)
        if not found or not is_day(found[5]):
            raise Malformed(MANIFEST, "statement")
        purpose, origin, size, programme, day, asked, below, lines = found.groups()
        years = [int(year) for year in asked.split(" ")]
        named = [line.split(" ") for line in lines.splitlines()]
        digests = {name: digest for _, digest, name in named}
        ordered = [name for name in [*LARGEST][1:] if name in digests]
        if (
            (purpose == "publication") != (below is not None)
            or years != sorted(set(years))
            or [name for _, _, name in named] != ordered
        ):
            raise Malformed(MANIFEST, "statement")
        return cls(note, purpose, origin, int(size), programme, day, years, digests)


class Checkpoint(NamedTuple):
    """The size and root of a log's tree, and the further lines of its note."""

    note: Note
    origin: str
    size: int
    root: bytes
    lines: list[str]

    @classmethod
    def read(cls, written: bytes, where: str) -> "Checkpoint":
        """Read a checkpoint; raises `Malformed`."""
        note = Note.read(written, where)
        found = _CHECKPOINT.fullmatch(note.text)
        root = from_base64(found[3], where) if found else b""
        if not found or len(root) != _ROOT:
            raise Malformed(where, "statement")
        return cls(note, found[1], int(found[2]), root, found[4].split("\n")[:-1])
