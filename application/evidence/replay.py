"""Replay: every projection as of one moment, in full, the same bytes every time."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from application.asking.answers import Asked, answer
from application.projecting.projection import Projection
from application.registry import PROJECTIONS
from application.service import Consortium

EVERYTHING = 2**31 - 1


def replay(consortium: Consortium, asked: Asked) -> Iterator[tuple[str, bytes]]:
    """Give for every projection its name and all it answers, as the API does, in UTF-8 JSON.

    `valid_on` goes only to projections about the world. All are read at one position, even while
    others record.
    """
    at = replace(asked, as_of=asked.as_of or str(consortium.log.last()[0]))
    for name, projection in PROJECTIONS.items():
        by_day = projection.has_day
        question = replace(at, valid_on=asked.valid_on if by_day else None)
        text = json.dumps(whole(consortium, projection, question), ensure_ascii=False, indent=1)
        yield name, (text + "\n").encode()


def whole(consortium: Consortium, projection: Projection[Any], asked: Asked) -> dict[str, Any]:
    """Give the answer with all its items on one page."""
    return answer(consortium, projection, replace(asked, limit=EVERYTHING))
