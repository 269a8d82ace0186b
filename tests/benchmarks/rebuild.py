"""Building all projections of a log from nothing, against the library's own way and the limits.

The library follows the log with one view, event by event, before and after ours; both servers wait
for their disk. The limits are what the driver can read and what COPY can write of the same rows
when nothing is done with them: a rebuild has to read every event and write every row.
"""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

import psycopg
from psycopg.sql import SQL, Identifier

from application.projecting.projection import Projection
from application.registry import PROJECTIONS
from tests.benchmarks import Measure
from tests.benchmarks.logs import ALL, EVENTS, LARGE, built, made, server
from tests.benchmarks.stock import filled, followed

LIMITS = """What limits a rebuild was found with a sampling profiler over shares of 10,000 events in
one process, and by the processor time of the server's processes. It is processor time, two thirds
of it in the workers and a third in PostgreSQL, where reading and COPY take about as long as indexes
and statistics afterwards. Of the workers' time some 20 % is reading and decoding (msgspec; the
models' own validation took about four times as long), 22 % keeping what each event said, late
entries and corrections included, 41 % the folds themselves, and 12 % lines and COPY. One fold
stands out: the matters to check, almost a fifth, since each fact of a commission asks all of its
clocks again. None of the others takes more than 7 %, and it is still some seventy calls for each
row version. Folds that took no time at all would leave more than two thirds of the whole, so that
cheaper folds alone do not reach the targets on two processors. The shares are independent of each
other: more processors, or a faster interpreter, would be the next step, and not another query.
"""
STOCK_EVENTS = 3_000
SCANNED = 100_000
COPIED = "skill_map"


def run() -> list[Measure]:
    """Measure the library before and after, the rebuild between."""
    with filled(server(), STOCK_EVENTS) as environment:
        followed(environment, STOCK_EVENTS)
        stock = [followed(environment, STOCK_EVENTS)]
        rate = made(LARGE)
        limits = list(_limits_of_reading())
        found = built(LARGE)
        limits += _limits_of_writing(PROJECTIONS[COPIED])
        stock += [followed(environment, STOCK_EVENTS) for _ in range(2)]
    per_event, views = median(stock), len(ALL)
    events = found.events / found.within
    of = f"{found.events:,} events"
    return [
        Measure(f"a made-up log of {of}, told and written", rate, "events/s"),
        Measure("stock ProjectionRunner, one view", per_event, "events/s"),
        *limits,
        Measure(f"rebuild of {of}, {views} views", events, "events/s"),
        Measure(f"rebuild of {of}, filled within", found.filled_within, "s"),
        Measure(f"rebuild of {of}, indexed and switched to within", found.within, "s"),
        Measure.at_least("rebuild of all views to stock with one", events / per_event, "times", 30),
        Measure.at_least("views × events to stock", views * events / per_event, "times", 500),
        Measure.at_least("row versions written", found.rows / found.within, "rows/s", 100_000),
        *_sizes(),
    ]


def _limits_of_reading() -> Iterator[Measure]:
    statement = SQL(
        "SELECT originator_id, originator_version, topic, state, notification_id, recorded_at"
        " FROM {} ORDER BY notification_id LIMIT {}"
    ).format(Identifier(LARGE, "events"), SCANNED)
    rows = min(SCANNED, EVENTS[LARGE])
    with psycopg.connect(server()) as connection:
        rates = []
        for _ in range(3):
            began = perf_counter()
            connection.execute(statement, binary=True).fetchall()
            rates.append(rows / (perf_counter() - began))
    yield Measure("limit: psycopg reads events, one process", max(rates), "rows/s")


def _limits_of_writing(projection: Projection[object]) -> Iterator[Measure]:
    with psycopg.connect(server()) as connection, connection.cursor() as cursor:
        table = Identifier(LARGE, projection.name)
        with cursor.copy(SQL("COPY (SELECT * FROM {}) TO STDOUT").format(table)) as copy:
            lines = [bytes(line) for line in copy]
        content = b"".join(lines)
        copies = []
        for _ in range(3):
            cursor.execute(SQL("CREATE TEMP TABLE copied AS TABLE {} WITH NO DATA").format(table))
            began = perf_counter()
            with cursor.copy("COPY copied FROM STDIN") as copy:
                copy.write(content)
            copies.append(len(lines) / (perf_counter() - began))
            cursor.execute("DROP TABLE copied")
        connection.rollback()
    yield Measure("limit: COPY writes rows, no index", max(copies), "rows/s")


def _sizes() -> Iterator[Measure]:
    with psycopg.connect(server()) as connection:
        tables = connection.execute(
            SQL("SELECT table_name FROM {}").format(Identifier(LARGE, "projections"))
        ).fetchall()
        log = _size(connection, "events")
        size = sum(_size(connection, table) for (table,) in tables)
    yield Measure(f"log of {EVENTS[LARGE]:,} events", log / 2**20, "MiB")
    yield Measure.at_most("projections to log", size / log, "ratio", 1.5)


def _size(connection: psycopg.Connection[tuple[object, ...]], table: str) -> int:
    query = "SELECT pg_total_relation_size(format('%%I.%%I', %s::text, %s::text)::regclass)"
    row = connection.execute(query, [LARGE, table]).fetchone()
    assert row is not None
    return int(str(row[0]))
