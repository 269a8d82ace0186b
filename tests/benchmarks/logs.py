"""The logs that benchmarks share: made once in a run, and projected once.

AYUMI_BENCH_EVENTS is the length of the large one.
"""

import atexit
import os
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from time import perf_counter

import psycopg
from psycopg.sql import SQL, Identifier

from application.projecting.rebuild import Progress, rebuild
from application.registry import PROJECTIONS
from infrastructure.postgres.building import PostgresBuilding
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.projections import PostgresProjections
from tests.benchmarks import database
from tests.made_up.log import make_log

SMALL, LARGE = "benchmark_small", "benchmark_large"
EVENTS = {SMALL: 10_000, LARGE: int(os.environ.get("AYUMI_BENCH_EVENTS", "1000000"))}
ALL = tuple(PROJECTIONS.values())


@dataclass(frozen=True, slots=True)
class Built:
    """How long it took to build all projections of a log from nothing, and what came of it."""

    events: int
    rows: int
    filled_within: float
    within: float
    """Seconds, until all tables were filled, and until all were indexed and switched to."""


@cache
def server() -> str:
    """Give the URL of a PostgreSQL that stays until the run ends."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(database())


@cache
def made(schema: str) -> float:
    """Make a log; give how many events a second were told and written."""
    began = perf_counter()
    make_log(server(), schema, EVENTS[schema]).close()
    took = perf_counter() - began
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(SQL("VACUUM (ANALYZE) {}").format(Identifier(schema, "events")))
    return EVENTS[schema] / took


@cache
def built(schema: str) -> Built:
    """Build all projections of a log where there are none."""
    made(schema)
    with Datastore(server(), schema) as datastore, closing(PostgresLog(datastore)) as log:
        steps: list[tuple[float, Progress]] = []
        began = perf_counter()
        rebuild(
            log,
            PostgresProjections(datastore),
            PostgresBuilding(datastore),
            ALL,
            show=lambda progress: steps.append((perf_counter() - began, progress)),
        )
        within = perf_counter() - began
    filled_within, last = steps[-1]
    return Built(EVENTS[schema], last.rows, filled_within, within)
