"""What each projection makes of one made-up log: which rows, and from which position to which.

`folds.json` holds for each projection its version and the digest of all its rows, and the digest of
the log that they were folded from. A fold that gives other rows is another version.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from application.projecting.folding import Readers, fold_events
from application.projecting.projection import Projection
from application.projecting.versions import RowVersions
from application.recorded import Recorded
from application.registry import PROJECTIONS
from infrastructure.postgres.lines import Lines
from infrastructure.postgres.mapper import encode
from tests.made_up.programme import recorded

FOLDS = Path(__file__).parent / "folds.json"
EVENTS = 20_000
"""So many that every kind of event occurs, with corrections and voidings of most."""


@cache
def log() -> Sequence[Recorded]:
    """Give the made-up log."""
    return recorded(EVENTS)


def rows_of(projections: Sequence[Projection[Any]]) -> dict[str, RowVersions]:
    """Fold the log from nothing."""
    changes, failures = fold_events(log(), {}, Readers(projections))
    for failure in failures.values():
        raise failure.error
    return changes


def digest(projection: Projection[Any], rows: RowVersions) -> str:
    """Give the digest of a projection's rows, in an order of their own."""
    return _digest(sorted(Lines(projection).of(rows.all())))


def made() -> dict[str, Any]:
    """Give what the folds make of the log now."""
    found = rows_of(tuple(PROJECTIONS.values()))
    return {
        "log": _digest(encode(entry) for entry in log()),
        "projections": {
            name: {"version": projection.version, "rows": digest(projection, found[name])}
            for name, projection in PROJECTIONS.items()
        },
    }


def kept() -> dict[str, Any]:
    """Give what they made of it when that was last accepted."""
    if not FOLDS.exists():
        return {"log": "", "projections": {}}
    found: dict[str, Any] = json.loads(FOLDS.read_text(encoding="utf-8"))
    return found


def accept() -> None:
    """Keep what they make of it now."""
    FOLDS.write_text(json.dumps(made(), indent=1) + "\n", encoding="utf-8")


def _digest(parts: Iterable[bytes]) -> str:
    content = hashlib.sha256()
    for part in parts:
        content.update(part)
    return content.hexdigest()
