"""Row versions: which row stood in the record from which position to which."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from application.projecting.projection import Said

FOREVER = 2**63 - 1
"""`to_position` of a row that still holds."""

RowId = tuple[UUID, str, int]


class RowVersion(NamedTuple):
    """One row of a projection and the positions between which the record said it."""

    stream: UUID
    said: Said
    from_position: int
    to_position: int = FOREVER


@dataclass(slots=True)
class RowVersions:
    """Collects what a run of events changes: new row versions, and old ones that end."""

    live: dict[RowId, RowVersion] = field(default_factory=dict)
    closed: list[RowVersion] = field(default_factory=list)
    ended: dict[RowId, int] = field(default_factory=dict)

    def take(
        self, stream: UUID, position: int, closed: Iterable[Said], opened: Iterable[Said]
    ) -> None:
        """Take in what the event at `position` changed."""
        for said in closed:
            row_id = (stream, said.key, said.version)
            version = self.live.pop(row_id, None)
            if version is None:
                self.ended[row_id] = position
            else:
                self.closed.append(version._replace(to_position=position))
        for said in opened:
            self.live[stream, said.key, said.version] = RowVersion(stream, said, position)

    def all(self) -> list[RowVersion]:
        """Give the new row versions, those that have ended already first."""
        return [*self.closed, *self.live.values()]
