"""Handing files over: whatever leaves the record as a file is recorded first, so that all see it.

A file of records is written out in this one place. `File` is one that nobody has yet, `Handed` one
whose export is recorded; only the latter can be sent or saved by whoever answers people.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import BinaryIO
from uuid import uuid4

from application.evidence.asked_for import asked_for
from application.evidence.bundle.question import BundleAsked, Kind
from application.evidence.bundle.writer import Bundle, write_bundle
from application.execute import execute
from application.individual_numbers import NOT_ONE
from application.ports import Receipt, StreamMoved
from application.recorded import JAPAN, Entry
from application.recording_day import IN_THE_FUTURE
from application.service import Consortium
from domain.base.event import COMMON
from domain.export.commands import RecordExport
from domain.export.events import Exported, ExportKind

KINDS: dict[Kind, ExportKind] = {
    "evaluation": ExportKind.BUNDLE_EVALUATION,
    "publication": ExportKind.BUNDLE_PUBLICATION,
}
REFUSALS = (IN_THE_FUTURE, *RecordExport.REFUSALS)


@dataclass(frozen=True, slots=True)
class File:
    """A file made of the record as of a position, and what its export is to say of it.

    `what` is the name of a sheet or view, or the id of a record; `asked` is as `asked_for` gives
    it; `rows` is None of what has no rows. `parts` are files that go along, by their names, each
    named with its SHA-256 in `content`.
    """

    kind: ExportKind
    content: bytes
    position: int
    what: str | None = None
    asked: str | None = None
    rows: int | None = None
    programme: str = COMMON
    parts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Handed:
    """A file whose export is recorded; nothing but this module makes one."""

    file: BinaryIO
    sha256: str
    size: int
    parts: Mapping[str, bytes] = field(default_factory=dict)


def hand_over(consortium: Consortium, file: File, entry: Entry) -> Handed:
    """Record that a file is written out, and by whom, and give it.

    Raises what `execute` raises, but for `StreamMoved`.
    """
    exported = Exported(
        kind=file.kind,
        sha256=hashlib.sha256(file.content).hexdigest(),
        size=len(file.content),
        log_size=file.position,
        what=file.what,
        asked=file.asked,
        rows=file.rows,
    )
    _record(consortium, exported, file.programme, entry)
    return Handed(BytesIO(file.content), exported.sha256, exported.size, file.parts)


def export_bundle(
    consortium: Consortium, asked: BundleAsked, page: bytes, out: BinaryIO, entry: Entry
) -> tuple[Bundle, Handed]:
    """Write a bundle as `write_bundle` does, and record that it was written out, and by whom.

    Only then may it be given to anybody. Raises what both raise; then there is no bundle.
    """
    written = write_bundle(consortium, asked, page, out)
    whole = written.question
    exported = Exported(
        kind=KINDS[asked.kind],
        sha256=written.sha256,
        size=out.seek(0, 2),
        log_size=whole.size,
        asked=asked_for({"valid_on": whole.valid_on, "fiscal_years": whole.fiscal_years}),
    )
    _record(consortium, exported, whole.programme, entry)
    out.seek(0)
    return written, Handed(out, exported.sha256, exported.size)


def _record(consortium: Consortium, exported: Exported, programme: str, entry: Entry) -> None:
    # Each time is an export of its own, as each file may go to another reader.
    key, log = f"export|{uuid4()}", consortium.log
    while True:
        at = log.last()[1] if log.clock == "simulated" else None
        # Whoever is given the same bytes at the same moment comes before or after, in nobody's way.
        with suppress(StreamMoved):
            record_export(consortium, exported, programme, entry, key=key, at=at)
            return


def record_export(  # noqa: PLR0913 - what was written, for whom, by whom, and when
    consortium: Consortium,
    exported: Exported,
    programme: str,
    entry: Entry,
    *,
    key: str,
    at: datetime | None = None,
) -> Receipt:
    """Record that a file was written out, once for each `key`; raises what `execute` raises.

    The same bytes written out again are another export, under another key. `at` is the time, in a
    simulated log only.
    """
    day = at.astimezone(JAPAN).date() if at else consortium.today()
    return execute(
        consortium.log,
        consortium.vault,
        RecordExport(effective_on=day, programme=programme, **dict(exported)),
        # A digest is no individual number, and no question is told that holds one.
        entry.model_copy(update={"confirms": entry.confirms | {NOT_ONE}}),
        key=key,
        at=at,
        today=consortium.today(),
    )
