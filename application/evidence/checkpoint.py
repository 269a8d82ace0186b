"""Checkpoints: the size and root of a log, in the form of c2sp.org/tlog-checkpoint."""

import re
from base64 import b64encode
from dataclasses import dataclass

from application.evidence.note import Note, NoteUnread, decoded
from application.evidence.tree import HASH_SIZE

SIMULATED = "clock simulated"
NOT_CONTINUED = "not-continued"
_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many leaves a log has, and the root of the tree over them.

    `origin` names the log and its epoch, as `ayumi/tateshina/1`. `extensions` are further lines;
    `clock simulated` says that the log's times are not real ones. In every epoch but the first,
    a line says which checkpoint the epoch before ended with, and that this one does not continue
    it: `not-continued`, origin, size and root, parted by spaces.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def epoch(self) -> int:
        """Give the epoch that the origin names; raises `NoteUnread` if it names none."""
        number = self.origin.rpartition("/")[2]
        if not number.isascii() or not number.isdecimal():
            raise NoteUnread(f"{self.origin} names no epoch")
        return int(number)

    @property
    def simulated(self) -> bool:
        """Whether the log's clock is said to be simulated."""
        return SIMULATED in self.extensions

    def text(self) -> str:
        """Give it as the text of a note, to the byte."""
        root = b64encode(self.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, self.size, root, *self.extensions))

    def not_continued(self) -> str:
        """Give the line by which the next epoch says that it does not continue this checkpoint."""
        return f"{NOT_CONTINUED} {self.origin} {self.size} {b64encode(self.root).decode()}"

    @classmethod
    def read(cls, text: str) -> "Checkpoint":
        """Read the text of a note; raises `NoteUnread` where the form is not kept to the byte."""
        lines = text.split("\n")
        if lines.pop() or len(lines) < _LEAST_LINES or not all(lines):
            raise NoteUnread("a checkpoint is at least three lines, none of them empty")
        origin, size, root, *extensions = lines
        if not _SIZE.fullmatch(size):
            raise NoteUnread(f"{size} is not the size of a log")
        if len(found := decoded(root)) != HASH_SIZE:
            raise NoteUnread(f"{root} is not a SHA-256 hash")
        return cls(origin, int(size), found, tuple(extensions))


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint, and the note by which it was signed; the first signature is the log's own."""

    checkpoint: Checkpoint
    note: Note

    @classmethod
    def read(cls, written: str) -> "Signed":
        """Read what was kept; raises `NoteUnread`."""
        note = Note.read(written)
        return cls(Checkpoint.read(note.text), note)
