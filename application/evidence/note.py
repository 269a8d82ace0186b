"""Signed notes: a text, an empty line, and one line for each signature (c2sp.org/signed-note).

A text may be signed with keys of several kinds. Who reads a note trusts the keys that they know,
and passes over the signatures of others: so new kinds can be added without breaking old readers.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_SIGNATURES = 100
ID_SIZE = 4
_LINE = re.compile(r"— (?P<name>[^\s+]+) (?P<value>[A-Za-z0-9+/]+=*)")


class NoteUnread(ValueError):  # noqa: N818 - an outcome
    """It is no signed note, or its text is not what it should be."""


class NoteRefused(Exception):  # noqa: N818
    """No known key has signed the note, or the signature of one is wrong."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, with which key, and the signature; its form depends on the kind of the key."""

    name: str
    id: bytes
    value: bytes

    def line(self) -> str:
        """Give its line."""
        return f"— {self.name} {b64encode(self.id + self.value).decode()}\n"


class Verifier(Protocol):
    """A known key, under the name that it signs with."""

    @property
    def name(self) -> str:
        """Give the name."""

    @property
    def id(self) -> bytes:
        """Give the first four bytes of a hash of name, kind and key."""

    def written(self) -> str:
        """Give the key as one line of text, to be handed over to whoever is to verify."""

    def verifies(self, text: str, value: bytes) -> bool:
        """Say whether `value` is the key's signature of the text."""


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends with a line's end, and its signatures in the order of their lines."""

    text: str
    signatures: tuple[Signature, ...]

    def written(self) -> str:
        """Give the note as it is kept and handed over, to the byte."""
        return f"{self.text}\n{''.join(signature.line() for signature in self.signatures)}"

    @classmethod
    def read(cls, written: str) -> "Note":
        """Read a note; raises `NoteUnread` where the form is not kept to the byte."""
        if any(character < " " and character != "\n" for character in written):
            raise NoteUnread("a signed note holds no control characters")
        text, parted, lines = written.rpartition("\n\n")
        if not (parted and lines.endswith("\n")):
            raise NoteUnread("a signed note is a text, an empty line, and lines of signatures")
        signed = lines.removesuffix("\n").split("\n")
        if len(signed) > MOST_SIGNATURES:
            raise NoteUnread(f"a signed note has up to {MOST_SIGNATURES} signatures")
        return cls(f"{text}\n", tuple(map(_signature, signed)))

    def signers(self, known: Iterable[Verifier]) -> Sequence[str]:
        """Give the names of the known keys that have signed the text.

        Raises `NoteRefused` if none has, or if the signature of one is wrong.
        """
        keys = {(key.name, key.id): key for key in known}
        found = []
        for signature in self.signatures:
            key = keys.get((signature.name, signature.id))
            if key is None:
                continue
            if not key.verifies(self.text, signature.value):
                raise NoteRefused(f"the signature of {signature.name} is wrong")
            found.append(signature.name)
        if not found:
            raise NoteRefused("no known key has signed it")
        return found


def decoded(text: str) -> bytes:
    """Read base64 that is written in the one canonical way; raises `NoteUnread`."""
    try:
        value = b64decode(text, validate=True)
    except NotBase64:
        value = b""
    if b64encode(value).decode() != text:
        raise NoteUnread(f"{text} is not base64")
    return value


def _signature(line: str) -> Signature:
    parts = _LINE.fullmatch(line)
    if parts is None:
        raise NoteUnread("a line of a signature is a dash, a name and a value")
    value = decoded(parts["value"])
    if len(value) <= ID_SIZE:
        raise NoteUnread("a signature is longer than the id of its key")
    return Signature(parts["name"], value[:ID_SIZE], value[ID_SIZE:])
