"""What no bundle could show is not recorded, for nothing is taken out of the log again.

A bundle holds numbers of at most 18 digits, and lines of at most 1 MiB, in which a quotation mark
of what is recorded takes two bytes (docs/bundle.md, 2). A single entry beyond that, and whoever
checks could read none of the bundles that come after it.
"""

import json
import re

from pydantic import BaseModel

from domain.base.rule import Rule

MOST_DIGITS, MOST_BYTES = 18, 500_000
TOO_LARGE_TO_CHECK = Rule(
    "too-large-to-check",
    "一度に記録するには大きすぎます。数は18桁まで、全体で50万バイトまでにし、いくつかに分けて記録してください。",
    "It is too large to be recorded at once: a number may have 18 digits, and all of it 500,000"
    " bytes. Record it in several parts.",
)
_LONG = re.compile(f"[0-9]{{{MOST_DIGITS + 1}}}")


def require_checkable(*parts: BaseModel) -> None:
    """Raise the rule if the parts of an event, as they are written, go beyond what is shown."""
    written = [part.model_dump_json(exclude_none=True) for part in parts]
    TOO_LARGE_TO_CHECK.require(sum(len(each.encode()) for each in written) <= MOST_BYTES)
    for each in written:
        # Digits also stand in texts, where there may be as many as there are.
        if _LONG.search(each):
            json.loads(each, parse_int=_number)


def _number(written: str) -> int:
    TOO_LARGE_TO_CHECK.require(len(written.lstrip("-")) <= MOST_DIGITS)
    return int(written)
