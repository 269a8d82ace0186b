"""Individual numbers (個人番号、マイナンバー): recognised so that they are never stored."""

import re
import unicodedata
from typing import Final

_LENGTH: Final = 12
_WEIGHTS: Final = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_BETWEEN: Final = r"[\s\-‐‑‒–—―−ー.,・_/]"
_OTHER_IDS: Final = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])|[0-9a-f]{32,}",
    re.IGNORECASE,
)
_RUNS: Final = (
    re.compile(rf"\d(?:{_BETWEEN}*\d)*"),
    re.compile(r"\d+"),
    re.compile(rf"(?<!\d)\d{{4}}{_BETWEEN}+\d{{4}}{_BETWEEN}+\d{{4}}(?!\d)"),
)


def individual_check_digit(first_eleven: str) -> str:
    """Compute the twelfth digit of an individual number from its first eleven.

    It is 11 less the remainder by 11 of the weighted sum, and 0 where that remainder is 0 or 1
    (平成26年総務省令85号5条).
    """
    total = sum(int(d) * w for d, w in zip(first_eleven, _WEIGHTS, strict=True))
    return str((11 - total % 11) % 11 % 10)


def holds_individual_number(text: str) -> bool:
    """Say whether twelve digits stand in a text that could be an individual number.

    Also in full width, and with spaces, hyphens, dots, commas or strokes between; ids of records
    and digests are none.
    """
    plain = _OTHER_IDS.sub(" ; ", unicodedata.normalize("NFKC", text))
    found = (run.group() for pattern in _RUNS for run in pattern.finditer(plain))
    return any(_fits(re.sub(r"\D", "", run)) for run in found)


def _fits(digits: str) -> bool:
    return len(digits) == _LENGTH and digits[-1] == individual_check_digit(digits[:-1])
