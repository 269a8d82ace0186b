"""Recording what was written out of the record, so that everybody sees it at once."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from application.execute import execute
from application.ports import Receipt
from application.recorded import JAPAN, Entry
from application.service import Consortium
from domain.export.commands import RecordExport
from domain.export.events import ExportKind


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written out: what it is, whose, its bytes, and of how many events."""

    kind: ExportKind
    programme: str
    content: bytes
    log_size: int


def record_export(
    consortium: Consortium, written: Written, entry: Entry, *, key: str, at: datetime | None = None
) -> Receipt:
    """Record that a file was written out, once for each `key`; raises what `execute` raises.

    The same bytes written out again are another export, under another key. `at` is the time, in a
    simulated log only.
    """
    command = RecordExport(
        effective_on=at.astimezone(JAPAN).date() if at else consortium.today(),
        programme=written.programme,
        kind=written.kind,
        sha256=sha256(written.content).hexdigest(),
        size=len(written.content),
        log_size=written.log_size,
    )
    return execute(
        consortium.log,
        consortium.vault,
        command,
        entry,
        key=key,
        at=at,
        today=consortium.today(),
    )
