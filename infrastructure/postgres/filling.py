"""Filling new tables from nothing: one share of all streams at a time, several at once."""

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from signal import (
    SIG_BLOCK,
    SIG_SETMASK,
    SIGINT,
    SIGTERM,
    pthread_sigmask,
    raise_signal,
    signal,
)
from threading import Thread, current_thread, main_thread
from typing import Any, Self

import psycopg
from psycopg.sql import SQL, Identifier

from application.projecting.folding import Failure, Readers, fold_events
from application.projecting.projection import Projection
from application.registry import PROJECTIONS
from infrastructure.postgres.histories import Share, histories
from infrastructure.postgres.projections import copy_rows

TO_END = (SIGINT, SIGTERM)
SECONDS_UNHEARD = 0.1


@dataclass(frozen=True, slots=True)
class Filling:
    """Which tables are filled, by the names of their projections, and up to which position."""

    url: str
    schema: str
    tables: Mapping[str, str]
    upto: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A share that is done: how many rows it came to, and which projections failed in it."""

    share: Share
    rows: int
    failures: Mapping[str, Failure]


def fill(
    filling: Filling, shares: Mapping[Share, Sequence[str]], projections: Sequence[Projection[Any]]
) -> Iterator[Filled]:
    """Fill the shares that are left, each for the projections that lack it, as they get done.

    Each share is one transaction: whoever is interrupted goes on with those that are not done.
    """
    workers = min(len(shares), os.cpu_count() or 1)
    if workers <= 1:
        # Starting processes takes longer than folding a short log.
        with _Worker(filling, projections) as worker:
            for share, names in shares.items():
                yield worker.fill(share, names)
        return
    pool = ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_start, initargs=(filling,)
    )
    with _told_to_end() as told:
        try:
            with _kept_from_workers():
                left = {pool.submit(_fill, share, names) for share, names in shares.items()}
            while left and not told:
                done, left = wait(left, SECONDS_UNHEARD, FIRST_COMPLETED)
                for each in done:
                    yield each.result()
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _told_to_end() -> Iterator[list[int]]:
    """Give the signals that have told this process to end; it is interrupted only afterwards.

    An interrupt within the pool would leave its locks held, or a worker that it has started and
    not noted yet, and whoever then waits for the pool to end would wait for ever.
    """
    told: list[int] = []
    if current_thread() is not main_thread():  # no other thread is interrupted
        yield told
        return
    handlers = {one: signal(one, lambda number, _: told.append(number)) for one in TO_END}
    try:
        yield told
    finally:
        for one, handler in handlers.items():
            signal(one, handler)
        for number in told:
            raise_signal(number)


@contextmanager
def _kept_from_workers() -> Iterator[None]:
    """Keep Ctrl-C from the processes that begin meanwhile: it is this one that ends them."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


class _Worker:
    """One connection that folds and writes shares."""

    def __init__(self, filling: Filling, projections: Sequence[Projection[Any]]) -> None:
        self._filling = filling
        self._projections = {projection.name: projection for projection in projections}

    def __enter__(self) -> Self:
        # What a crash of the server takes back is a whole share with its note, to be filled again;
        # the switch is on the disk before anybody sees it, and with it all that was written before.
        options = "-c timezone=UTC -c synchronous_commit=off"
        self._connection = psycopg.connect(self._filling.url, options=options)
        # Millions of rows come and go, and none of them refers to itself: looking for garbage
        # among them took half the time of a rebuild.
        self._collecting = gc.isenabled()
        gc.disable()
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        if self._collecting:
            gc.enable()

    def fill(self, share: Share, names: Sequence[str]) -> Filled:
        """Fold a share for some projections, and write its rows with the note that it is done."""
        filling = self._filling
        readers = Readers([self._projections[name] for name in names])
        with self._connection.transaction(), self._connection.cursor() as cursor:
            entries = histories(
                self._connection, filling.schema, share, filling.upto, readers.passed_over()
            )
            changes, failures = fold_events(entries, {}, readers)
            rows = 0
            for name, versions in changes.items():
                table, projection = filling.tables[name], self._projections[name]
                rows += copy_rows(cursor, filling.schema, table, projection, versions.all())
            cursor.execute(
                SQL("INSERT INTO {} SELECT unnest(%s::text[]), %s").format(
                    Identifier(filling.schema, "filled")
                ),
                [list(changes), share.number],
            )
        return Filled(share, rows, failures)


_worker: list[_Worker] = []


def _start(filling: Filling) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    # It ends with its process.
    _worker.append(_Worker(filling, tuple(PROJECTIONS.values())).__enter__())


def _end_with_parent() -> None:
    # Whoever is killed can end nobody; what was not committed is filled again later.
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _fill(share: Share, names: Sequence[str]) -> Filled:
    return _worker[0].fill(share, names)
