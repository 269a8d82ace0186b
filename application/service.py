"""One consortium's service: the parts that answer for it, tied together by the outermost floor."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from application.asking.query import RowReader
from application.documents.ports import Spreadsheets
from application.evidence.desk import Checkpoints, Desk
from application.evidence.reading import Trails
from application.evidence.timestamps import Timestamper
from application.ports import Clock, Log, Vault
from application.projecting.check import Checker
from application.projecting.projector import Projector
from application.projecting.rebuild import Building
from application.projecting.store import ProjectionStore
from domain.witness.key import WitnessKey


@dataclass(frozen=True, slots=True)
class Consortium:
    """A consortium's log, its projections and checkpoints, what seals values, what writes files.

    Without a `desk` nothing is signed. `is_cosignature` says whether a witness's key has signed a
    text with a value, `trails` keeps what evaluators read, `timestamper` asks a third party for its
    timestamp. `today` gives the present day in Japan; nothing further in asks a clock.
    """

    name: str
    log: Log
    vault: Vault
    store: ProjectionStore
    building: Building
    checker: Checker
    projector: Projector
    rows: RowReader
    files: Spreadsheets
    checkpoints: Checkpoints
    trails: Trails
    desk: Desk | None
    is_cosignature: Callable[[WitnessKey, str, bytes], bool]
    timestamper: Timestamper
    today: Callable[[], date]


class NoSuchConsortium(Exception):  # noqa: N818 - an outcome
    """No log of that name has been opened."""


class Installation(Protocol):
    """The consortia that one database server keeps."""

    def names(self) -> list[str]:
        """Give the names of all consortia whose log has been opened."""

    def take_up(self, name: str) -> Consortium:
        """Give a consortium; raises `NoSuchConsortium`. It stays open with the installation."""

    def found(
        self, name: str, *, clock: Clock = "server", at: datetime | None = None
    ) -> Consortium:
        """Open the log of a consortium if that has not been done, and give it."""

    def drop_simulated(self, name: str) -> None:
        """Remove a consortium whose clock is simulated; refuses any other."""

    def projecting(self, consortium: Consortium) -> AbstractContextManager[object]:
        """Project what is recorded, in the background, as long as the context lasts."""
