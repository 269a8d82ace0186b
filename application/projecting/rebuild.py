"""Building projections anew beside those in force, while people read and record."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from application.ports import Log
from application.projecting.activation import record_activations
from application.projecting.projection import Projection
from application.projecting.projector import Projector
from application.projecting.store import ProjectionStore

LONGEST_WAIT_SECONDS = 10.0
SHORT_WAIT_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the new tables are filled: shares of all streams done, and rows written so far."""

    done: int
    of: int
    rows: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What the rows that hold come to: how many, and the sum of each whole number in them."""

    rows: int
    sums: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A new table against the one in force, both as of one position.

    `only_before` and `only_after` count rows that only one of them has: of all history where the
    versions are equal, otherwise of what holds, in the columns that both have.
    """

    name: str
    version_before: int
    version_after: int
    position: int
    only_before: int
    only_after: int
    before: Totals
    after: Totals

    @property
    def equal(self) -> bool:
        """Whether the two say the same."""
        same = self.only_before == self.only_after == 0 and self.before == self.after
        return same and self.version_before == self.version_after


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of it: the position switched at, what is compared, and what failed and why."""

    position: int
    comparisons: Sequence[Comparison]
    failures: Mapping[str, str]
    switched: Sequence[str]


class Building(ProjectionStore, Protocol):
    """Tables that are being built, kept apart from those in force until they are switched to."""

    def begin(self, projections: Sequence[Projection[Any]], upto: int) -> None:
        """Make new tables to be filled up to a position, or take up those that were begun."""

    def fill(self, projections: Sequence[Projection[Any]]) -> Iterator[Progress]:
        """Fill what is not filled; gives how far it is, at the beginning and after each share."""

    def index(self, projections: Sequence[Projection[Any]]) -> None:
        """Index the filled tables."""

    def compare(self, projection: Projection[Any]) -> Comparison | None:
        """Compare with the table in force; None if there is none."""

    def switch(self, projections: Sequence[Projection[Any]]) -> None:
        """Put the new tables in force, all in one transaction, and drop the old.

        Raises `ViewInUse` where others use what a new version lacks; then nothing is switched.
        """

    def discard(self, names: Sequence[str]) -> None:
        """Drop what was begun of these."""


class ViewInUse(Exception):  # noqa: N818 - an outcome
    """Others built on a view, and its new version lacks what they use; nothing was changed."""


class Busy(Exception):  # noqa: N818 - an outcome
    """Another process does the same at this moment."""


Show = Callable[[Progress], None]
Accept = Callable[[Sequence[Comparison]], bool]
"""Says of a difference, or of a new version, whether to switch all the same."""


def rebuild(  # noqa: PLR0913 - the parts of one piece of work
    log: Log,
    store: ProjectionStore,
    building: Building,
    projections: Sequence[Projection[Any]],
    *,
    show: Show = lambda _: None,
    accept: Accept = lambda _: False,
) -> Rebuilt:
    """Fold projections from nothing into new tables, compare, and switch to them.

    Readers and the live projector go on meanwhile. Whoever interrupts it can go on later with the
    same projections. A difference, or a new version, is switched to only if `accept` says so of
    the comparisons; otherwise what was built is kept, to be accepted later. The switch is recorded
    as an event. Raises `Busy` if another process rebuilds, or does not let go of the log, and
    `ViewInUse` as `switch` does; what was built is kept then, too.
    """
    with _alone(building, "another process is rebuilding this log"):
        building.begin(projections, log.last()[0])
        for progress in building.fill(projections):
            show(progress)
        failures = {n: s.error for n, s in building.status().items() if s.error}
        good = [p for p in projections if p.name not in failures]
        building.index(good)
        projector = Projector(log, building, good)
        while projector.advance():
            pass
        compared = [c for p in good if (c := building.compare(p))]
        switched: list[Projection[Any]] = []
        position = log.last()[0]
        if all(c.equal for c in compared) or accept(compared):
            with _alone(store, "another process is projecting this log"):
                while projector.advance():
                    pass
                status = building.status()
                failures = {n: s.error for n, s in status.items() if s.error}
                switched = [p for p in good if p.name not in failures]
                position = max((status[p.name].position for p in switched), default=position)
                building.switch(switched)
        building.discard(list(failures))
        record_activations(log, store, [projection.name for projection in switched])
    return Rebuilt(position, compared, failures, [p.name for p in switched])


def cancel(building: Building, projections: Sequence[Projection[Any]]) -> list[str]:
    """Drop what was begun of these, and give of which there was something; raises `Busy`."""
    with _alone(building, "another process is rebuilding this log"):
        wanted = {projection.name for projection in projections}
        begun = sorted(wanted & building.status().keys())
        building.discard(begun)
        return begun


@contextmanager
def _alone(store: ProjectionStore, otherwise: str) -> Iterator[None]:
    """Hold a store's lock; raises `Busy` if another process does not let go of it in time."""
    deadline = time.monotonic() + LONGEST_WAIT_SECONDS
    while True:
        with store.alone() as alone:
            if alone:
                yield
                return
        if time.monotonic() > deadline:
            raise Busy(f"{otherwise}; try again later")
        time.sleep(SHORT_WAIT_SECONDS)
