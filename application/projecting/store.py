"""Where the rows of one consortium's projections are kept, as the application needs it."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from application.projecting.versions import RowVersions


@dataclass(frozen=True, slots=True)
class Status:
    """Where a projection is: its version, table and position, and why it stopped, if it did.

    `activation` is the position of the event that says since when this version is in force, None
    while that has not been recorded.
    """

    name: str
    version: int
    table: str
    position: int
    failed_at: int | None = None
    error: str | None = None
    activation: int | None = None


class RowsRefused(Exception):  # noqa: N818 - an outcome
    """The database does not take the rows of a projection; none of them is written."""


class ProjectionStore(Protocol):
    """Tables with their positions, and the lock of whoever writes them."""

    def prepare(self) -> None:
        """Make an empty table and its view for projections that have none."""

    def status(self) -> dict[str, Status]:
        """Give where each projection is."""

    def alone(self) -> AbstractContextManager[bool]:
        """Hold the lock of those who write here; gives False if another process holds it."""

    def apply(self, position: int, changes: Mapping[str, RowVersions]) -> None:
        """Write these projections' changes and their one position in one transaction.

        Raises `RowsRefused` if the database does not take them.
        """

    def fail(self, name: str, position: int, error: str) -> None:
        """Write down why a projection stopped, outside any other transaction."""

    def activated(self, name: str, table: str, position: int) -> None:
        """Keep the position of the event that says since when this table is in force."""
