"""Keeps the projections up with the log, rebuilds them, and folds prefixes to check them."""

import gc
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

import structlog

from application.ports import Log
from application.projections.fold import StreamFold
from application.projections.projection import Projection
from application.projections.versions import RowVersions
from application.recorded import Recorded
from application.registry import PROJECTIONS, TOPICS_OF_PROJECTION

BATCH = 1000
STREAMS_IN_MEMORY = 20_000
LONGEST_WAIT_SECONDS = 10.0
SHORT_WAIT_SECONDS = 0.02
logger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Status:
    """Where a projection is: its version, its position, and why it stopped, if it did."""

    name: str
    version: int
    position: int
    failed_at: int | None = None
    error: str | None = None


class RowsRefused(Exception):  # noqa: N818 - an outcome
    """The database does not take the rows of a projection; none of them is written."""


class ProjectionStore(Protocol):
    """Where the rows of one consortium's projections are kept."""

    def prepare(self, projections: Iterable[Projection[Any]]) -> None:
        """Make tables and views for projections that have none of their present version."""

    def status(self) -> dict[str, Status]:
        """Give where each projection is."""

    def alone(self) -> AbstractContextManager[bool]:
        """Hold the log's projector lock; gives False if another process holds it."""

    def apply(self, position: int, changes: Mapping[str, RowVersions]) -> None:
        """Write these projections' changes and their one position in one transaction.

        Raises `RowsRefused` if the database does not take them.
        """

    def fail(self, name: str, position: int, error: str) -> None:
        """Write down why a projection stopped, outside any other transaction."""

    def replace(self, projection: Projection[Any], position: int, rows: RowVersions) -> None:
        """Write new tables beside the old, and switch the view to them in one transaction."""


@dataclass(slots=True)
class StreamFolds:
    """One stream as far as it has been folded, for every projection that reads it."""

    history: list[Recorded] = field(default_factory=list)
    folds: dict[str, StreamFold] = field(default_factory=dict)

    def follow(
        self, recorded: Recorded, projections: Sequence[Projection[Any]]
    ) -> Iterator[tuple[Projection[Any], Any]]:
        """Take in one event; give each projection with what changed, or the error it raised."""
        self.history.append(recorded)
        for projection in projections:
            if recorded.event.TOPIC not in TOPICS_OF_PROJECTION[projection.name]:
                continue
            fold = self.folds.setdefault(projection.name, StreamFold(projection))
            try:
                yield projection, fold.follow(self.history)
            except Exception as error:  # noqa: BLE001 - one projection's error is its own
                yield projection, error


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
        self._streams: OrderedDict[UUID, StreamFolds] = OrderedDict()
        self._followed: dict[str, Status] | None = None
        store.prepare(projections)

    def catch_up(self) -> int:
        """Fold everything that has been recorded; give the position that all that run have reached.

        Another process that holds the lock is doing the same: then nothing is done here.
        """
        with self._store.alone() as alone:
            while alone and self._batch():
                pass
        running = [s for s in self._store.status().values() if s.failed_at is None]
        return min((status.position for status in running), default=0)

    def lags(self) -> list[tuple[Status, int]]:
        """Give where each projection is, by name, and by how many positions it is behind."""
        # The log after the projections: lag is never found too small.
        status = sorted(self._store.status().values(), key=lambda each: each.name)
        last, _ = self._log.last()
        return [(each, last - each.position) for each in status]

    def _batch(self) -> bool:
        status = self._store.status()
        healthy = [p for p in self._projections if status[p.name].failed_at is None]
        if not healthy:
            return False
        position = min(status[p.name].position for p in healthy)
        # After a rebuild some can be ahead; they wait until the others have come up to them.
        running = [p for p in healthy if status[p.name].position == position]
        if status != self._followed:
            # Someone else has been writing, or something failed: memory tells another story.
            self._streams.clear()
        self._followed = None
        events = list(self._log.events(after=position, upto=position + BATCH))
        if events:
            self._remember({recorded.stream for recorded in events}, position, running)
            self._write(events[-1].position, self._fold(events, running))
            while len(self._streams) > STREAMS_IN_MEMORY:
                self._streams.popitem(last=False)
        if len(running) == len(healthy):
            self._followed = self._store.status()
        return bool(events)

    def _write(self, position: int, changes: Mapping[str, RowVersions]) -> None:
        try:
            self._store.apply(position, changes)
        except RowsRefused:
            for name, rows in changes.items():
                try:
                    self._store.apply(position, {name: rows})
                except RowsRefused as refused:
                    self._store.fail(name, position, str(refused))

    def _fold(
        self, events: Sequence[Recorded], projections: Sequence[Projection[Any]]
    ) -> dict[str, RowVersions]:
        changes = {projection.name: RowVersions() for projection in projections}
        for recorded in events:
            running = [p for p in projections if p.name in changes]
            folds = self._streams.setdefault(recorded.stream, StreamFolds())
            for projection, change in folds.follow(recorded, running):
                if isinstance(change, Exception):
                    del changes[projection.name]
                    self._fail(projection, recorded, change)
                else:
                    changes[projection.name].take(recorded.stream, recorded.position, change)
        return changes

    def _fail(self, projection: Projection[Any], recorded: Recorded, error: Exception) -> None:
        logger.error("projection_failed", projection=projection.name, position=recorded.position)
        self._store.fail(projection.name, recorded.position, f"{type(error).__name__}: {error}")

    def _remember(
        self, streams: set[UUID], position: int, running: Sequence[Projection[Any]]
    ) -> None:
        """Fold again, from its beginning, every stream that is not in memory."""
        unknown = sorted(streams - self._streams.keys())
        for stream in streams - set(unknown):
            self._streams.move_to_end(stream)
        if unknown and position:
            for recorded in self._log.events(upto=position, streams=unknown):
                folds = self._streams.setdefault(recorded.stream, StreamFolds())
                for _ in folds.follow(recorded, running):
                    pass

    def rebuild(self, names: Sequence[str]) -> int:
        """Fold the named projections from nothing beside their tables, then switch to them.

        A service that is running goes on projecting after it. Raises `BlockingIOError` if another
        process does not let go of the log's projector lock for ten seconds.
        """
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while True:
            with self._store.alone() as alone:
                if alone:
                    return self._rebuild(names)
            if time.monotonic() > deadline:
                raise BlockingIOError("another process is projecting this log; try again later")
            time.sleep(SHORT_WAIT_SECONDS)

    def _rebuild(self, names: Sequence[str]) -> int:
        position = self._log.last()[0]
        for name in names:
            projection = PROJECTIONS[name]
            with _uncollected():
                rows = fold_prefix(self._log, projection, position)
                self._store.replace(projection, position, rows)
        return position


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among millions of rows: half the time of a rebuild."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def fold_prefix(log: Log, projection: Projection[Any], position: int) -> RowVersions:
    """Fold the first `position` events from nothing; errors are raised."""
    rows = RowVersions()
    streams: dict[UUID, tuple[list[Recorded], StreamFold]] = {}
    for recorded in log.events(upto=position, topics=sorted(TOPICS_OF_PROJECTION[projection.name])):
        if recorded.stream not in streams:
            streams[recorded.stream] = ([], StreamFold(projection))
        history, fold = streams[recorded.stream]
        history.append(recorded)
        rows.take(recorded.stream, recorded.position, fold.follow(history))
    return rows
