"""Two moments of a projection: which rows are seen at each, and which events lie behind that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Moment:
    """With what was recorded up to `position`, valid on `day`; rows about the record have none."""

    position: int
    day: date | None


class Spell(NamedTuple):
    """From which position to before which the record said a row, and from which day it is true.

    `version` and `position` are those of the event that said it. When a correction or a late entry
    makes the same event say something else, one spell ends and the next begins.
    """

    version: int
    position: int
    valid_from: date
    from_position: int
    to_position: int

    def seen(self, at: Moment) -> bool:
        """Say whether the row stood in the record at that moment, and was true by its day."""
        stands = self.from_position <= at.position < self.to_position
        return stands and (at.day is None or self.valid_from <= at.day)


def causes(spells: Sequence[Spell], earlier: Moment, later: Moment) -> list[int]:
    """Give the positions of the events that made a key's rows differ between two moments.

    `spells` are all of the key. Of each event whose row is seen at one of the moments only, those
    between the positions count that said the row, opened it or closed it; where there are none the
    row came or went because the day moved, and the event that said it counts.
    """
    found: set[int] = set()
    for version in {one.version for one in spells if one.seen(earlier) != one.seen(later)}:
        own = [one for one in spells if one.version == version]
        positions = {at for one in own for at in (one.position, one.from_position, one.to_position)}
        between = {at for at in positions if earlier.position < at <= later.position}
        found |= between or {one.position for one in own}
    return sorted(found)
