"""One consortium's service: the parts that answer for it, tied together by the outermost floor."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from application.ports import Log, Vault
from application.projections.projector import Projector, ProjectionStore
from application.projections.query import RowReader


@dataclass(frozen=True, slots=True)
class Consortium:
    """A consortium's log, what seals its personal values, and its projections.

    `today` gives the present day in Japan; nothing further in asks a clock.
    """

    name: str
    log: Log
    vault: Vault
    store: ProjectionStore
    projector: Projector
    rows: RowReader
    today: Callable[[], date]
