"""Whether the rows in force are what the log says: a prefix folded from nothing, byte for byte."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from application.projecting.projection import Projection


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking one projection as of a position.

    `rows` is how many rows a fresh fold gives, those that have ended since included: they answer
    for every earlier moment. `missing` of these the table does not have as they are, and `surplus`
    rows of the table are in no fold. `example` is one such row, as it is written.
    """

    name: str
    position: int
    rows: int
    missing: int = 0
    surplus: int = 0
    example: str | None = None

    @property
    def right(self) -> bool:
        """Whether the table is the fold."""
        return not (self.missing or self.surplus)


class Checker(Protocol):
    """Folds from nothing what is asked for, and holds the tables against it."""

    def check(self, projections: Sequence[Projection[Any]], position: int) -> Iterator[Checked]:
        """Give for each projection whether its rows are a fresh fold of the log up to a position.

        All rows are compared, also those that had ended by then. A projection that has not reached
        the position is checked as of where it is. Raises `Indigestible`, and whatever a fold
        raises.
        """
