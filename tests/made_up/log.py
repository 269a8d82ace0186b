"""A made-up log in a database: what `append` would have written, all of it in one go.

Each event is written as a decision of its own would be, with position, time, leaf, answer and what
it relied on; a working day's entries have one time. Two COPYs at once are some times as fast as one
call of `append` for each day, where reading and checking what it is given takes longest.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Identifier

from application.evidence.leaf import leaf_of
from application.ports import Leaf
from application.recorded import Recorded
from infrastructure.postgres.datastore import Datastore
from infrastructure.postgres.log import PostgresLog
from infrastructure.postgres.mapper import encode
from tests.made_up.calendar import OPENED
from tests.made_up.collector import collector_off
from tests.made_up.programme import SEED, MadeUp

EVENTS: LiteralString = (
    "events (notification_id, originator_id, originator_version, topic, state, scope, recorded_at,"
    " leaf)"
)
EVENT_TYPES = ("int8", "uuid", "int8", "text", "bytea", "text", "timestamptz", "bytea")
ANSWERS: LiteralString = "answers (key, fingerprint, stream, version)"
ANSWER_TYPES = ("text", "bytea", "uuid", "int8")
RELIED: LiteralString = "relied (stream, by_stream)"


@collector_off()
def make_log(url: str, schema: str, events: int, seed: int = SEED) -> PostgresLog:
    """Make a simulated log of so many events, in place of what the schema holds."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(schema)))
    datastore = Datastore(url, schema)
    log = PostgresLog.open(datastore, origin=f"example/{schema}", clock="simulated", at=OPENED)
    made_up = MadeUp(log.namespace, seed)
    with (
        _copy(url, schema, EVENTS, EVENT_TYPES) as to_events,
        _copy(url, schema, ANSWERS, ANSWER_TYPES) as to_answers,
    ):
        for _, entries in made_up.days(events - 1):
            for entry in entries:
                to_events.write_row(_row(entry))
                key = key_of(entry)
                to_answers.write_row((key, fingerprint_of(key), entry.stream, entry.version))
    with _copy(url, schema, RELIED, ("uuid", "uuid")) as to_relied:
        for pair in made_up.relied:
            to_relied.write_row(pair)
    return log


def key_of(entry: Recorded) -> str:
    """Give the key under which an event was written."""
    return f"{entry.stream}|{entry.version}"


def fingerprint_of(key: str) -> bytes:
    """Give what stands for the request of that key."""
    return hashlib.sha256(key.encode()).digest()


def _row(entry: Recorded) -> tuple[Any, ...]:
    stream, version, event, _, position, at = (
        entry.stream, entry.version, entry.event, entry.by, entry.position, entry.recorded_at,
    )  # fmt: skip
    state, topic, scope = encode(entry), event.TOPIC, event.programme
    leaf = leaf_of(Leaf(position, stream, version, topic, state, scope, at, b""))
    return position, stream, version, topic, state, scope, at, leaf


@contextmanager
def _copy(
    url: str, schema: str, table: LiteralString, types: tuple[str, ...]
) -> Iterator[psycopg.Copy]:
    statement = SQL("COPY {}." + table + " FROM STDIN (FORMAT BINARY)").format(Identifier(schema))
    with psycopg.connect(url) as connection, connection.cursor().copy(statement) as copy:
        copy.set_types(types)
        yield copy
