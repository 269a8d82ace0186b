"""The draw of a sample, so plain that a stranger repeats it with `sha256sum` alone."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Annotated
from unicodedata import category

from pydantic import AfterValidator, StringConstraints

from domain.base.personal import Public
from domain.base.words import Label


def _without_controls(seed: str) -> str:
    if any(category(letter) == "Cc" for letter in seed):
        raise ValueError(
            "種には、改行やタブなどの制御文字を使えません"
            " / a seed holds no control characters, such as a line feed or a tab"
        )
    return seed


Seed = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=64),
    AfterValidator(_without_controls),
    Public("what dice or a lot showed, chosen by the evaluator; never a person's name"),
    Label("乱数の種", "seed", "2025-06-20/271828"),
]
"""Any text that the evaluator chooses, so that nobody could prepare for it.

As it was written: neither width nor case nor spaces are made alike, since that would draw others.
"""


def draw(seed: str, positions: Iterable[int], size: int) -> list[int]:
    r"""Give the sample of this size that a seed draws from facts, by their positions in the log.

    The rank of a position is the SHA-256, as 64 lower-case hexadecimal digits, of

        seed LF position LF

    in UTF-8, the seed as it was written, the position as a decimal number without leading zeros;
    the smaller rank comes first, and the sample is the first `size`. In a shell whose text is
    UTF-8, `printf '%s\n%s\n' 'SEED' 41 | sha256sum` gives the rank of position 41. The order in
    which the positions are given does not matter, a position that is given twice is drawn once,
    and a size of their number or more draws all.
    """
    return sorted(set(positions), key=lambda position: rank(seed, position))[:size]


def rank(seed: str, position: int) -> str:
    """Give the rank of a position under a seed."""
    return sha256(f"{seed}\n{position}\n".encode()).hexdigest()


def frame_digest(positions: Iterable[int]) -> str:
    """Give the SHA-256 in hex of all that a sample is drawn from: ascending, each ended by LF."""
    lines = (f"{position}\n" for position in sorted(set(positions)))
    return sha256("".join(lines).encode("ascii")).hexdigest()
