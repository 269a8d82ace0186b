"""Recording what was written out of the record, so that everybody sees it at once."""

from datetime import datetime
from typing import BinaryIO
from uuid import uuid4

from application.evidence.bundle.question import BundleAsked, Kind
from application.evidence.bundle.writer import Bundle, write_bundle
from application.execute import execute
from application.individual_numbers import NOT_ONE
from application.ports import Receipt
from application.recorded import JAPAN, Entry
from application.recording_day import IN_THE_FUTURE
from application.service import Consortium
from domain.export.commands import RecordExport
from domain.export.events import Exported, ExportKind

KINDS: dict[Kind, ExportKind] = {
    "evaluation": ExportKind.BUNDLE_EVALUATION,
    "publication": ExportKind.BUNDLE_PUBLICATION,
}
REFUSALS = (IN_THE_FUTURE, *RecordExport.REFUSALS)


def export_bundle(
    consortium: Consortium, asked: BundleAsked, page: bytes, out: BinaryIO, entry: Entry
) -> Bundle:
    """Write a bundle as `write_bundle` does, and record that it was written out, and by whom.

    Only then may it be given to anybody. Each time is an export of its own, as each file may go to
    another reader. In a simulated log it is recorded at the time of the last event. Raises what
    both raise; then there is no bundle.
    """
    written = write_bundle(consortium, asked, page, out)
    exported = Exported(
        kind=KINDS[asked.kind],
        sha256=written.sha256,
        size=out.seek(0, 2),
        log_size=written.question.size,
    )
    log = consortium.log
    record_export(
        consortium,
        exported,
        written.question.programme,
        entry,
        key=f"export|{uuid4()}",
        at=log.last()[1] if log.clock == "simulated" else None,
    )
    return written


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
        # The only text that nobody has named yet is a digest.
        entry.model_copy(update={"confirms": entry.confirms | {NOT_ONE}}),
        key=key,
        at=at,
        today=consortium.today(),
    )
