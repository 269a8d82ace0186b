"""Recording what was written out of the record, so that everybody sees it at once."""

from datetime import datetime

from application.execute import execute
from application.ports import Receipt
from application.recorded import JAPAN, Entry
from application.service import Consortium
from domain.export.commands import RecordExport
from domain.export.events import Exported


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
        entry,
        key=key,
        at=at,
        today=consortium.today(),
    )
