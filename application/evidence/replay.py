"""Replay: every projection as of one moment, in full, the same bytes every time."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from application.asking.answers import Asked, answer
from application.asking.moments import as_of
from application.evidence.asked_for import asked_for
from application.evidence.exports import File
from application.projecting.projection import Projection
from application.registry import PROJECTIONS
from application.service import Consortium
from domain.export.events import ExportKind

EVERYTHING = 2**31 - 1
SUMS = "SHA256SUMS"


def replay(consortium: Consortium, asked: Asked) -> File:
    """Give for every projection all it answers, as the API does, in UTF-8 JSON.

    `valid_on` goes only to projections about the world. All are read at one position, even while
    others record. The parts are named after the projections; the file is a list of their SHA-256,
    as `sha256sum` writes and checks it. Raises `NotAMoment` and what `answer` raises.
    """
    moment = as_of(consortium.log, asked.as_of)
    at = replace(asked, as_of=asked.as_of or str(moment.position))
    parts, rows = {}, 0
    for name, projection in PROJECTIONS.items():
        question = replace(at, valid_on=asked.valid_on if projection.has_day else None)
        said = whole(consortium, projection, question)
        rows += len(said["items"])
        text = json.dumps(said, ensure_ascii=False, indent=1)
        parts[f"{name}.json"] = f"{text}\n".encode()
    sums = (f"{hashlib.sha256(part).hexdigest()}  {name}\n" for name, part in parts.items())
    return File(
        kind=ExportKind.REPLAY,
        content="".join(sums).encode(),
        position=moment.position,
        asked=asked_for({"valid_on": asked.valid_on}),
        rows=rows,
        parts=parts,
    )


def whole(consortium: Consortium, projection: Projection[Any], asked: Asked) -> dict[str, Any]:
    """Give the answer with all its items on one page."""
    return answer(consortium, projection, replace(asked, limit=EVERYTHING))
