"""The file of an evidence item, opened again byte for byte."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from application.decision import NotFound
from application.effective import effective_of
from application.evidence.exports import File
from application.service import Consortium
from domain.evidence.commands import file_of
from domain.evidence.events import EvidenceRegistered, FileAttached
from domain.export.events import ExportKind


class NoFile(Exception):  # noqa: N818 - an outcome
    """The evidence is kept on paper or elsewhere: no file is attached."""


class FileErased(Exception):  # noqa: N818 - an outcome
    """The file was attached, and has been erased with its key; its digest remains."""


class FileDamaged(Exception):  # noqa: N818 - an outcome
    """What was opened has another SHA-256 than the file that was attached."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as it was attached; `name` is what people called it, if they said."""

    number: str
    name: str | None
    media_type: str
    file: File


def attached_file(consortium: Consortium, evidence_id: UUID, position: int) -> AttachedFile:
    """Open the file of an evidence item, as recorded up to a position.

    It is held against its SHA-256 once more. Raises `NotFound`, `NoFile`, `FileErased` or
    `FileDamaged`.
    """
    held = effective_of(consortium.log.events(upto=position, streams=[evidence_id]))
    events = [each.event for each in held]
    item = next((one for one in events if isinstance(one, EvidenceRegistered)), None)
    if item is None:
        raise NotFound(evidence_id)
    attached = next((one for one in events if isinstance(one, FileAttached)), None)
    if attached is None:
        raise NoFile(item.number)
    sealed = [attached.content, *([item.file_name] if item.file_name else [])]
    opened = consortium.vault.open(sealed)
    if attached.content not in opened:
        raise FileErased(item.number)
    content = file_of(opened[attached.content])
    if hashlib.sha256(content).hexdigest() != attached.sha256:
        raise FileDamaged(item.number)
    return AttachedFile(
        number=item.number,
        name=opened.get(item.file_name or ""),
        media_type=attached.media_type,
        file=File(
            kind=ExportKind.EVIDENCE_FILE,
            content=content,
            position=position,
            what=str(evidence_id),
            programme=item.programme,
        ),
    )
