"""What the log states about itself: the manifest of a bundle, and a checkpoint."""

import re
from typing import NamedTuple

from .archive import LARGEST
from .events import day_number
from .note import Note
from .strict import Malformed, from_base64

_NUMBER, _ROOT = "0|[1-9][0-9]{0,14}", 32
_MANIFEST = re.compile(
    r"ayumi-bundle/1\nfor: (?P<purpose>evaluation|publication)\norigin: (?P<origin>[^\s+]+)\n"
    rf"size: (?P<size>{_NUMBER})\nprogramme: (?P<programme>[a-z0-9:_.-]+)\n"
    r"valid-on: (?P<day>[0-9-]{10})\nfiscal-years: (?P<years>[1-9][0-9]{3}( [1-9][0-9]{3})*)\n"
    rf"(suppressed-below: (?P<below>{_NUMBER})\n)?"
    r"(?P<members>(sha256: [0-9a-f]{64} [A-Za-z.]+\n)*)"
)
_CHECKPOINT = re.compile(
    rf"(?P<origin>[^\s+]+)\n(?P<size>{_NUMBER})\n(?P<root>[A-Za-z0-9+/=]+)\n(?P<lines>(.+\n)*)"
)


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
        note = Note.read(written, "manifest.txt")
        found = _MANIFEST.fullmatch(note.text)
        if not found or (found["purpose"] == "publication") != (found["below"] is not None):
            raise Malformed("manifest.txt", "statement")
        years = [int(year) for year in found["years"].split(" ")]
        digests = [line.split(" ")[:0:-1] for line in found["members"].splitlines()]
        names = [name for name, _ in digests]
        try:
            day_number(found["day"])
        except ValueError as error:
            raise Malformed("manifest.txt", "statement") from error
        if years != sorted(set(years)) or names != [n for n in [*LARGEST][1:] if n in names]:
            raise Malformed("manifest.txt", "statement")
        what = found["purpose"], found["origin"], int(found["size"]), found["programme"]
        return cls(note, *what, found["day"], years, dict(map(tuple, digests)))


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
        root = from_base64(found["root"], where) if found else b""
        if not found or len(root) != _ROOT:
            raise Malformed(where, "statement")
        return cls(note, found["origin"], int(found["size"]), root, found["lines"].split("\n")[:-1])
