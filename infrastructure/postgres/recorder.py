"""How events are written: the library's recorder with one pipelined transaction of our own."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder
from psycopg.rows import DictRow
from psycopg.sql import SQL, Composed, Identifier
from psycopg_pool import PoolTimeout

from application.ports import Append, ClockRefused, KeyReused, Receipt, StreamMoved, Unavailable
from infrastructure.postgres.datastore import Datastore

MOVED = "AY001"
BACKWARDS = "AY002"


@dataclass(frozen=True, slots=True)
class Writing:
    """One decision on its way into the log."""

    events: Sequence[StoredEvent]
    scopes: Sequence[str]
    append: Append

    def writes(self) -> set[UUID]:
        """Give the streams that no other decision of the same transaction may look at."""
        return {UUID(str(event.originator_id)) for event in self.events} | {*self.append.dependents}

    def looks_at(self) -> set[UUID]:
        """Give every stream this decision read or wrote."""
        return {*self.append.expected, *self.append.relied} | self.writes()


class LogRecorder(PostgresApplicationRecorder):
    """Writes decisions into one consortium's log.

    One transaction, one round trip: idempotency rows, sealed values, the log's lock, the check of
    all versions read or written, and one INSERT that computes position, time and leaf. There is
    no retry: a timeout is `Unavailable` at once, and the key makes the caller's retry safe. There
    is no NOTIFY in the transaction; whoever waits is woken after the commit.
    """

    datastore: Datastore

    def __init__(self, datastore: Datastore) -> None:
        """Prepare the statements for the datastore's schema."""
        super().__init__(datastore, events_table_name="events")
        name = Identifier(datastore.schema)
        self._answers = SQL(
            "INSERT INTO {schema}.answers (key, fingerprint, stream, version)"
            " SELECT * FROM unnest(%s::text[], %s::bytea[], %s::uuid[], %s::bigint[])"
        ).format(schema=name)
        self._sealed = SQL(
            "INSERT INTO {schema}.sealed_values (digest, subject, seal_group, nonce, ciphertext)"
            " SELECT * FROM unnest(%s::bytea[], %s::uuid[], %s::text[], %s::bytea[], %s::bytea[])"
        ).format(schema=name)
        self._relied = SQL(
            "INSERT INTO {schema}.relied (stream, by_stream)"
            " SELECT * FROM unnest(%s::uuid[], %s::uuid[]) ON CONFLICT DO NOTHING"
        ).format(schema=name)
        # The lock is the log's own: other consortia on this server never wait for it.
        self._lock = SQL("SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))").format(
            name=f"ayumi log {datastore.schema}"
        )
        self._check = SQL("SELECT {schema}.refuse_if_moved(%s, %s, %s, %s, %s)").format(schema=name)
        self._insert = _insert_statement(name)

    def create_table(self) -> None:
        """Make the consortium's schema; safe to repeat."""
        ddl = files("infrastructure.postgres").joinpath("schema.sql").read_text("utf-8")
        with self.datastore.get_connection() as conn, conn.transaction():
            conn.execute("SELECT pg_advisory_xact_lock(hashtextextended('ayumi schemas', 0))")
            schema = Identifier(self.datastore.schema).as_string(conn)
            conn.execute(ddl.replace("{schema}", schema).encode())

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Write one decision; without an `append`, which carries its key, nothing is written."""
        if "append" not in kwargs:
            msg = "an append without an idempotency key is refused"
            raise TypeError(msg)
        writing = Writing(stored_events, kwargs["scopes"], kwargs["append"])
        (receipt,) = self.write([writing])
        first = receipt.position - len(stored_events) + 1
        return range(first, receipt.position + 1)

    def write(self, group: Sequence[Writing]) -> list[Receipt]:
        """Write several decisions that do not look at each other's streams, all or none."""
        try:
            self.datastore.pool.open()
            with self.datastore.pool.connection() as conn:
                try:
                    rows = self._pipelined(conn, group)
                except psycopg.Error:
                    _forget_prepared(conn)
                    raise
        except psycopg.errors.UniqueViolation as error:
            raise _unique(error, group) from error
        except psycopg.Error as error:
            raise _failure(error) from error
        positions = iter(rows)
        receipts = []
        for writing in group:
            last = [next(positions) for _ in writing.events][-1]
            receipts.append(
                Receipt(
                    writing.append.stream,
                    writing.append.version,
                    last["notification_id"],
                    last["recorded_at"],
                )
            )
        return receipts

    def _pipelined(
        self, conn: psycopg.Connection[DictRow], group: Sequence[Writing]
    ) -> list[DictRow]:
        appends = [writing.append for writing in group]
        sealed = [value for append in appends for value in append.sealed]
        relied = [(on, append.stream) for append in appends for on in append.relied]
        dependents = [known for append in appends for known in append.dependents.items()]
        expected = [version for append in appends for version in append.expected.items()]
        # Up to its sync a pipeline is one transaction; no answer is awaited while the lock is held.
        cursor = conn.cursor()
        with conn.pipeline():
            conn.execute(
                self._answers,
                [
                    [append.key for append in appends],
                    [append.fingerprint for append in appends],
                    [append.stream for append in appends],
                    [append.version for append in appends],
                ],
            )
            if sealed:
                conn.execute(
                    self._sealed,
                    [
                        [bytes.fromhex(value.digest) for value in sealed],
                        [value.subject for value in sealed],
                        [value.group for value in sealed],
                        [value.nonce for value in sealed],
                        [value.ciphertext for value in sealed],
                    ],
                )
            conn.execute(self._lock)
            conn.execute(
                self._check,
                [
                    [stream for stream, _ in expected],
                    [version for _, version in expected],
                    [stream for stream, _ in dependents],
                    [known for _, known in dependents],
                    appends[0].at,
                ],
            )
            if relied:
                conn.execute(self._relied, [[on for on, _ in relied], [by for _, by in relied]])
            events = [event for writing in group for event in writing.events]
            cursor.execute(
                self._insert,
                [
                    appends[0].at,
                    [event.originator_id for event in events],
                    [event.originator_version for event in events],
                    [event.topic for event in events],
                    [event.state for event in events],
                    [scope for writing in group for scope in writing.scopes],
                ],
            )
        # Fetching inside would ask for the answer before the commit, and hold the lock meanwhile.
        return cursor.fetchall()


def _insert_statement(schema: Identifier) -> Composed:
    # The leaf is RFC 9162's SHA-256(0x00 || entry); its entry shows index, topic and scope, and
    # hides the rest behind `inner`, so that an event can stay secret and still be counted.
    # The time is materialised, so that all events of a transaction have one.
    return SQL(
        """
        WITH last AS MATERIALIZED (
            SELECT coalesce(max(notification_id), 0) AS position FROM {schema}.events
        ), now AS MATERIALIZED (
            SELECT greatest(coalesce(%s::timestamptz, clock_timestamp()), (
                SELECT recorded_at FROM {schema}.events
                WHERE notification_id = (SELECT position FROM last)
            )) AS at
        )
        INSERT INTO {schema}.events (originator_id, originator_version, topic, state, scope,
            notification_id, recorded_at, leaf)
        SELECT e.stream, e.version, e.topic, e.state, e.scope, last.position + e.n, now.at,
            sha256('\\x00'::bytea || convert_to(concat_ws(E'\\n',
                'ev1', last.position + e.n - 1, e.topic, e.scope, encode(inner_hash, 'hex'), ''
            ), 'UTF8'))
        FROM last, now, unnest(%s::uuid[], %s::bigint[], %s::text[], %s::bytea[], %s::text[])
            WITH ORDINALITY AS e (stream, version, topic, state, scope, n),
        LATERAL sha256(convert_to(concat_ws(E'\\n', e.stream, e.version,
            to_char(now.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            encode(sha256(e.state), 'hex'), ''
        ), 'UTF8')) AS inner_hash
        ORDER BY e.n
        RETURNING notification_id, recorded_at
        """
    ).format(schema=schema)


def _forget_prepared(conn: psycopg.Connection[DictRow]) -> None:
    # psycopg takes a statement for prepared even if an error before it in the pipeline kept the
    # server from preparing it; every later use would fail. What `clear` puts down is carried out
    # after the next statement, which must not be one that is prepared anew.
    if not conn.closed:
        conn._prepared.clear()  # noqa: SLF001 - there is no public way
        with suppress(psycopg.Error):
            conn.execute("SELECT 1", prepare=False)


def _unique(error: psycopg.errors.UniqueViolation, group: Sequence[Writing]) -> Exception:
    if error.diag.constraint_name == "answers_pkey":
        return KeyReused(str(error.diag.message_detail))
    return StreamMoved(frozenset(writing.append.stream for writing in group))


def _failure(error: psycopg.Error) -> Exception:
    if error.sqlstate == MOVED:
        moved = str(error.diag.message_detail).split(",")
        return StreamMoved(frozenset(UUID(stream) for stream in moved))
    if error.sqlstate == BACKWARDS:
        return ClockRefused("the time given lies before the log's last time")
    if isinstance(error, psycopg.OperationalError | PoolTimeout | psycopg.InterfaceError):
        return Unavailable(str(error))
    return error
