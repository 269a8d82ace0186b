"""Measurements of what the service must reach; `make bench` runs them all.

Every module here has a `run() -> list[Measure]`. What depends on the machine is measured as a
ratio to something else in the same run.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Barrier
from time import perf_counter
from typing import Self, TypeVar

from infrastructure.postgres import server_files
from infrastructure.postgres.server import EmbeddedServer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a benchmark; without a target it is for information."""

    name: str
    value: float
    unit: str
    target: str | None = None
    met: bool | None = None

    @classmethod
    def at_least(cls, name: str, value: float, unit: str, target: float) -> Self:
        """Give a figure that must not be smaller than `target`."""
        return cls(name, value, unit, f"at least {target:g}", value >= target)

    @classmethod
    def at_most(cls, name: str, value: float, unit: str, target: float) -> Self:
        """Give a figure that must not be larger than `target`."""
        return cls(name, value, unit, f"at most {target:g}", value <= target)


@contextmanager
def database() -> Iterator[str]:
    """Give the URL of a PostgreSQL that waits for its disk: one of its own, or the configured one.

    AYUMI_TEST_DATABASE_URL names another; whether that one is durable is up to whoever runs it.
    """
    configured = os.environ.get("AYUMI_TEST_DATABASE_URL")
    if configured:
        yield configured
        return
    folder = server_files.temporary_dir()
    try:
        with EmbeddedServer(folder / "data") as server:
            yield server.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def per_second(shares: Sequence[Sequence[T]], do: Callable[[T], object]) -> float:
    """Do what is in each share in a thread of its own, all at once; give how many a second."""
    start = Barrier(len(shares) + 1)

    def work(share: Sequence[T]) -> None:
        start.wait()
        for each in share:
            do(each)

    with ThreadPoolExecutor(len(shares)) as pool:
        done = [pool.submit(work, share) for share in shares]
        start.wait()
        began = perf_counter()
        for each in done:
            each.result()
        took = perf_counter() - began
    return sum(map(len, shares)) / took
