"""Writes a bundle: signs, gathers what it shows, and puts it into one file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO

from application.evidence.bundle import refusals
from application.evidence.bundle.archive import write_archive
from application.evidence.bundle.disclosure import disclosure
from application.evidence.bundle.events import write_events
from application.evidence.bundle.figures import (
    figures,
    in_force,
    without_definition,
    written,
)
from application.evidence.bundle.manifest import manifest, signed_by
from application.evidence.bundle.question import BundleAsked, Question, question
from application.evidence.bundle.readme import readme
from application.evidence.bundle.words import words
from application.evidence.checkpoint import Signed
from application.evidence.desk import SigningKey
from application.evidence.note import Note, NoteRefused, NoteUnread
from application.evidence.signing import sign, signed_of, signer
from application.evidence.timestamps import Timestamp
from application.service import Consortium


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was written: its question, what it shows, and the SHA-256 of the file.

    `not_recomputed` are the codes of figures that nobody can compute again from this bundle,
    `timestamp` what a third party attests of its checkpoint.
    """

    question: Question
    origin: str
    whole: int
    withheld: int
    figures: int
    not_recomputed: tuple[str, ...]
    timestamp: Timestamp | None
    sha256: str


def write_bundle(
    consortium: Consortium,
    asked: BundleAsked,
    page: bytes,
    out: BinaryIO,
) -> Bundle:
    """Write a bundle into an empty file that can be read and sought in.

    The log is signed first, unless an earlier size is asked for; what others have said of the
    checkpoint until now is put in. `page` is verify.html. Raises `SigningRefused`, and `RuleBroken`
    with one of `refusals.REFUSALS`; what was written by then is no bundle.
    """
    log, (_, key) = consortium.log, signer(consortium)
    signed = _signed(consortium, asked.as_of)
    checkpoint = signed.checkpoint
    previous = _previous(asked.previous, key, signed)
    whole = question(consortium, asked, checkpoint.size)
    definitions = in_force(log, whole)
    shows = disclosure(whole, definitions)
    computed = list(figures(log, whole, definitions))
    hidden = tuple(d.code for d in definitions if not shows.recomputable(d, whole.programme))
    with TemporaryFile() as events:
        earlier = previous.checkpoint if previous else None
        shown = write_events(log, shows, events, checkpoint, earlier)
        about = readme(
            checkpoint.origin,
            whole,
            simulated=checkpoint.simulated,
            hidden=hidden,
            undefined=without_definition(log, whole, definitions),
        )
        stamp = consortium.checkpoints.timestamp(checkpoint)
        members: dict[str, bytes | BinaryIO] = {
            "README.txt": about.encode(),
            "checkpoint.txt": signed.note.written().encode(),
            **({"previous.txt": previous.note.written().encode()} if previous else {}),
            **({"timestamp.tsr": stamp.reply} if stamp else {}),
            "figures.json": written(computed),
            "words.json": words(definitions),
            "events.jsonl": events,
            "verify.html": page,
        }
        stated = manifest(checkpoint.origin, whole, _digests(members, shown.sha256))
        note = Note(stated, (key.sign(signed_by(checkpoint.origin), stated),))
        write_archive({"manifest.txt": note.written().encode(), **members}, out)
    return Bundle(
        question=whole,
        origin=checkpoint.origin,
        whole=shown.whole,
        withheld=shown.withheld,
        figures=len(computed),
        not_recomputed=hidden,
        timestamp=stamp,
        sha256=_digest(out),
    )


def _signed(consortium: Consortium, size: int | None) -> Signed:
    if size is None:
        return sign(consortium)
    found = signed_of(consortium, size)
    if found is None:
        refusals.SIZE_NOT_SIGNED.broken(size=size, nearest=consortium.checkpoints.beside(size))
    return found


def _previous(given: str | None, key: SigningKey, signed: Signed) -> Signed | None:
    if given is None:
        return None
    try:
        previous = Signed.read(given)
        previous.note.signers([key.verifier(previous.checkpoint.origin)])
    except (NoteUnread, NoteRefused):
        refusals.PREVIOUS_UNREAD.broken()
    earlier, later = previous.checkpoint, signed.checkpoint
    continues = earlier.origin == later.origin and earlier.size <= later.size
    refusals.PREVIOUS_NOT_CONTINUED.require(continues)
    return previous


def _digests(members: Mapping[str, bytes | BinaryIO], events: str) -> list[tuple[str, str]]:
    return [
        (name, hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else events)
        for name, content in members.items()
    ]


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()
