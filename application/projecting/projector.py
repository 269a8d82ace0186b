"""Keeps the projections up with the log."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

import structlog

from application.ports import Log, Unread
from application.projecting.fold import StreamFold
from application.projecting.folding import Failure, Readers, fold_events
from application.projecting.projection import Projection
from application.projecting.store import ProjectionStore, RowsRefused, Status
from application.projecting.versions import RowVersions
from application.recorded import Recorded
from application.registry import PROJECTIONS, TOPICS_OF_PROJECTION

BATCH = 1000
STREAMS_IN_MEMORY = 20_000
logger = structlog.get_logger()


class Place(NamedTuple):
    """Where a projection is, and how many positions behind the log.

    `topic` is the kind of the event that it stopped at, where that event cannot be read.
    """

    projection: Projection[Any]
    status: Status
    lag: int
    topic: str | None = None

    @property
    def current(self) -> bool:
        """Whether what is in force was folded by the version that this service has."""
        return self.status.version == self.projection.version

    def told(self) -> dict[str, Any]:
        """Give it as plain values; of an error all that is known, for operators alone."""
        status = self.status
        return {
            "name": status.name,
            "version": status.version,
            "position": status.position,
            "lag": self.lag,
            "failed_at": status.failed_at,
            "topic": self.topic,
            "error": status.error,
        }

    def told_outside(self) -> dict[str, Any]:
        """Give it without the error's message, which may hold what an event says."""
        error = self.status.error
        return self.told() | {"error": error.partition(":")[0] if error else None}


class Projector:
    """Folds what has come in, for one log. At most one projector of a log writes at a time."""

    def __init__(
        self,
        log: Log,
        store: ProjectionStore,
        projections: Sequence[Projection[Any]] = tuple(PROJECTIONS.values()),
    ) -> None:
        """Follow `log`, keeping rows in `store`."""
        self._log = log
        self._store = store
        self._projections = projections
        self._folds: OrderedDict[UUID, dict[str, StreamFold]] = OrderedDict()
        self._followed: Mapping[str, Status] | None = None

    def catch_up(self) -> int:
        """Fold everything that has been recorded; give the position that all that run have reached.

        Another process that holds the lock is doing the same: then nothing is done here.
        """
        with self._store.alone() as alone:
            while alone and self.advance():
                pass
        return min((status.position for status in self._running()), default=0)

    def places(self) -> list[Place]:
        """Give where each projection is, by name, and by how many positions it is behind."""
        # The log after the projections: lag is never found too small.
        status = self._store.status()
        last, _ = self._log.last()
        return [
            Place(p, status[p.name], last - status[p.name].position, self._unread(status[p.name]))
            for p in sorted(self._projections, key=lambda each: each.name)
        ]

    def _unread(self, status: Status) -> str | None:
        if status.failed_at is None:
            return None
        at = self._log.entries(after=status.failed_at - 1, upto=status.failed_at)
        return next((entry.topic for entry in at if isinstance(entry, Unread)), None)

    def advance(self) -> bool:
        """Fold the next batch, and say whether there was one; whoever calls it is alone.

        Projections that are ahead go first: one that was added or built anew does not make the
        others wait until it has come up to them.
        """
        for position, together in groupby(self._running(), key=lambda status: status.position):
            events = list(self._log.entries(after=position, upto=position + BATCH))
            if events:
                running = {status.name: status for status in together}
                self._batch(position, running, events)
                return True
        return False

    def _running(self) -> list[Status]:
        """Give those that have not failed and are of the version that folds here, ahead first."""
        status = self._store.status()
        healthy = [
            status[p.name]
            for p in self._projections
            if p.name in status
            and status[p.name].version == p.version
            and status[p.name].failed_at is None
        ]
        return sorted(healthy, key=lambda each: -each.position)

    def _batch(
        self, position: int, running: Mapping[str, Status], entries: Sequence[Recorded | Unread]
    ) -> None:
        if running != self._followed:
            # Others run now, or someone else has been writing: memory tells another story.
            self._folds.clear()
        self._followed = None
        readers = Readers([p for p in self._projections if p.name in running])
        forgotten = self._remember({entry.stream for entry in entries}, position, readers)
        changes, failures = fold_events(entries, self._folds, readers)
        for name, failure in (failures | forgotten).items():
            self._fail(name, failure.position, str(failure))
        good = {name: rows for name, rows in changes.items() if name not in forgotten}
        written = set(self._write(entries[-1].position, good))
        while len(self._folds) > STREAMS_IN_MEMORY:
            self._folds.popitem(last=False)
        if written == running.keys():
            self._followed = {s.name: s for s in self._running() if s.name in written}

    def _write(self, position: int, changes: Mapping[str, RowVersions]) -> Iterator[str]:
        try:
            self._store.apply(position, changes)
            yield from changes
        except RowsRefused:
            for name, rows in changes.items():
                try:
                    self._store.apply(position, {name: rows})
                    yield name
                except RowsRefused as refused:
                    self._fail(name, position, str(refused))

    def _fail(self, name: str, position: int, why: str) -> None:
        logger.error("projection_failed", projection=name, position=position)
        self._store.fail(name, position, why)

    def _remember(self, streams: set[UUID], position: int, readers: Readers) -> dict[str, Failure]:
        """Fold again, from its beginning, every stream that is not in memory."""
        unknown = sorted(streams - self._folds.keys())
        for stream in streams - set(unknown):
            self._folds.move_to_end(stream)
        if not (unknown and position):
            return {}
        entries = self._log.entries(upto=position, streams=unknown)
        return fold_events(entries, self._folds, readers)[1]


def fold_prefix(log: Log, projection: Projection[Any], position: int) -> RowVersions:
    """Fold the first `position` events from nothing; errors are raised."""
    topics = sorted(TOPICS_OF_PROJECTION[projection.name])
    events = log.events(upto=position, topics=topics)
    changes, failures = fold_events(events, {}, Readers([projection]))
    for failure in failures.values():
        raise failure.error
    return changes[projection.name]
